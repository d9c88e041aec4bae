"""Common given names by gender: a guess that a pronoun's gender weighs, never a fact about a person.

Folded (no diacritics, lower case). Names of both genders are left out.
"""

from __future__ import annotations

_FEMALE = """
    abigail ada adriana agnes aisha alena alexandra alexandria alice alina allison alma amal amanda amelia amina
    amira amy ana anastasia andrea angela anita anna annalena anne annegret annette annie antonia arancha ariana
    asma astrid audrey barbara beatrice becky benita bernadette beth betty brenda brigitte bridget camila carla
    carmen carol caroline catherine cathy cecilia charlotte chelsea cheryl christina christine chrystia cindy
    claire clara claudia condoleezza connie cristina cynthia dalia daniela deborah debbie denise diana diane
    dina dilma dominika donna doris dorothy ebba edith eileen elaine elena eleni elina elisabeth elise elizabeth
    ella ellen emilia emily emma erika erna esther eva evelyn fatima fatma federica fiona florence frances
    francesca gabriela gabrielle galina georgia gina giorgia gloria golda grace graciela greta gretchen hadja
    hanan hanna hannah heather heidi helen helena helga helle hilary hillary hina huda ida ilhan imelda ingrid
    irene irina iris isabel isabella ivana ivanka jacinda jackie jacqueline jana jane janet janice janine
    jeanette jeanine jennifer jenny jessica jill joan joanna jodi joyce judith judy julia julie juliana kaja
    kamala karen karin karoline kate katerina katherine kathleen kathryn kathy katie kayla kellyanne kirsten
    klara kristalina kristi kristin laila lara laura lena leila liliana linda lisa liz liza loretta lori louise
    lucia lucy ludmila lyudmila magda magdalena maggie maia mahsa mairead manuela marcia margaret margarita
    maria mariam mariana marie marija marina marine marta martha mary maryam mateja maureen megan melania
    melanie melinda melissa mercedes meryl mette mia michelle michele mihaela mina miriam mona monica monika
    myrna nabila nadia nadezhda nancy naomi natalia natalie natasha nicola nikki nina nora oksana olena olga
    olha oleksandra olivia pamela patricia paula pauline penelope penny petra phumzile polina priti rachel
    radmila rania rebecca regina rhonda rima rita roberta rosa rosario rose roza ruth sabrina sadia sally salome
    samantha sandra sanna sara sarah sevgil shabnam sharon sheila shirin shirley silvia simone sofia sonia sonja
    sophia sophie stephanie sue suella susan susana susanne suzanne svetlana svitlana sylvia tamara tammy tania
    tanya tatiana tatyana tawakkol tereza teresa theresa tina tracy ulrike ursula valentina valerie vanessa vera
    veronica veronika victoria viktoria viola violeta virginia wendy yevgenia yulia yuliia yvette yvonne zainab
    zarifa zeinab zuzana zuzanna
    """
_MALE = """
    aaron abbas abdallah abdel abdelfattah abdul abdulla abdullah abraham adam adel adrian ahmad ahmed ahmet
    alan albert aleksandar aleksander aleksandr alejandro alberto alexander alexandre alexei alexey alfonso
    alfred ali alistair allan amir anatoly andrei andres andrew andriy andrii andrzej andy angus ante anthony
    anton antonio antony antonis anwar arkady arthur arturo asif ayman aziz barack bashar ben benjamin benny
    bernard bernie bert bezalel bill binyamin bob boris brad brendan brett brian bruce bruno carl carlos cem
    charles chris christopher chuck colin conor constantine craig cyril daniel danny dario darren dave david
    dean dennis denis denys derek dick didier dimitri dimitris dmitri dmitry dmytro dominic donald doug douglas
    duncan earl ed eddie edgar eduard eduardo edward edwin ehud elie elijah elon emilio emmanuel emmerson
    enrique eric erik ernesto esmail evan fabian faisal farhan fawzi felipe felix fernando francis francisco
    francois frank franz fred frederick friedrich fyodor gabriel gary gavin gennady geoffrey george georgi
    gerald gerard gerhard giorgos giovanni giuseppe gordon graham greg gregory guido guillermo gustavo guy hamid
    hamza hans harold harry hassan hector helmut henri henry herbert herman hisham hossein howard hugh hugo
    hussein ian ibrahim igor ihor ilham ilya imran ismail ismael isaac ivan jack jacob jacques jaime jake jakob
    james jamie jan janez janos jared jaroslaw jason javad javier jean jeff jeffrey jens jeremy jeroen jerome
    jerry jim jimmy joachim joao joe joel johan johannes john jon jonathan jorge jose josef joseph josep josh
    joshua juan juha julian julius justin kaspar karl kassym keir keith kemal ken kenneth kevin khaled khalid
    khalil khalifa kirill klaus kofi konstantin kostas kurt kyriakos larry lars lech lee leo leon leonid leszek
    lewis liam lindsey lionel lloyd louis lubomir lucas luigi luis luiz luke lukas maksym mahmoud mahmud majed
    malcolm manuel marc marcel marco marcos marcus mariano mario mark marko mart martin marwan masoud massoud
    mateusz matt matteo matthew maurice max maxim mehmet mevlut michael michal michel micheal miguel mihai mike
    mikhail mikheil milo milos miroslav mitch mitt moammar mohamed mohammad mohammed morgan mohsen mourad moussa
    muammar muhammad muhammadu mustafa mykhailo mykola nabil naftali najib narendra nasser nathan nawaf nawaz
    neil newt nicholas nick nicolas nigel nikita nikol nikola nikolai nikolay nikos nir noah noel nouri oleg
    oleh oleksandr oleksii oleksiy olaf oliver olivier omar oscar osama othman pablo pat patrick paul pavel
    pavlo pedro pervez pete peter petr petro petteri phil philip philippe pierre piotr qasem qassem rached radek
    radoslaw rafael rajiv ralph ramon ramzan ramzi rashid raul ray raymond recep reinhard reza ricardo richard
    rick riyad rob robert roberto robin rodrigo rodrigo roger roman ron ronald rory ruben rudy rustem sadiq saeb
    saeed said salah salam salem salman salva sam sami samir samuel saul scott sean sebastian sebastien sergei
    sergey sergii sergio serhii serhiy shahid shehbaz shimon shinzo silvio simon slobodan spencer stanislav
    stephane stephen steve steven stewart stuart taha tareq tayyip ted terry theodore thomas thorbjorn tim
    timothy toby todd tom tomas tomasz tony tzipi umar vadim valdis valery vasily vasyl viktor victor vincent
    vitali vitaly vitalii vlad vladimir vladislav volker volodymyr vyacheslav walid walter warren wayne werner
    willem william wolfgang wopke yahya yair yasser yasir yevgeny yoav yossi youssef yuri yuriy yusuf yves
    zalmay zbigniew zoran
    """
FEMALE_GIVEN = frozenset(_FEMALE.split())
MALE_GIVEN = frozenset(_MALE.split()) - {"tzipi", "lindsey", "lee", "noel", "robin", "terry", "pat", "said", "jean"}


def likely_gender(given: str) -> str | None:
    """Gender most bearers of a (folded) given name have, None when unknown or both."""
    if given in FEMALE_GIVEN:
        return "female"
    return "male" if given in MALE_GIVEN else None
