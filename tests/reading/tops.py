"""How saved pages begin and end: small page tops written for these tests, and what their mastheads say.

Each is (name, language of the story, lines above it, lines below it, expected). Fields that are not expected must be
empty; of `title` there is always one.
"""

from __future__ import annotations

from typing import Any, NamedTuple

STORY = {
    "en": """The foreign ministers of Varland and Ostmark agreed on Friday to reopen the strait to ferries, after six hours \
of talks in Lindhaven that both called difficult.

“We did not agree on everything, but we agreed to meet again,” Elsa Torvik, the Varland minister, told reporters.

Ostmark’s delegation left without comment. A senior official said that the proposal on pilots was “serious”.

The mediators will circulate a draft on Monday, and both sides have until Thursday to answer it in writing.

Shipping through the strait has fallen by a third since January, according to the port authority.""",
    "de": """Die Außenminister von Varland und Ostmark haben sich am Freitag darauf geeinigt, die Meerenge wieder für Fähren \
zu öffnen. Die Gespräche in Lindhaven dauerten sechs Stunden.

„Wir haben uns nicht in allem geeinigt, aber wir treffen uns wieder“, sagte Elsa Torvik vor Journalisten.

Die Delegation von Ostmark reiste ohne Stellungnahme ab. Ein Beamter nannte den Vorschlag zu den Lotsen „ernsthaft“.

Die Vermittler wollen am Montag einen Entwurf verschicken, und beide Seiten sollen bis Donnerstag antworten.""",
    "fr": """Les ministres des affaires étrangères du Varland et de l’Ostmark se sont mis d’accord vendredi pour rouvrir le \
détroit aux ferries, après six heures de discussions à Lindhaven.

« Nous ne sommes pas d’accord sur tout, mais nous allons nous revoir », a déclaré Elsa Torvik devant la presse.

La délégation de l’Ostmark est partie sans faire de commentaire. Un responsable a jugé la proposition « sérieuse ».

Les médiateurs enverront un projet lundi, et les deux parties auront jusqu’à jeudi pour répondre.""",
    "es": """Los ministros de Exteriores de Varland y Ostmark acordaron el viernes reabrir el estrecho a los transbordadores, \
después de seis horas de conversaciones en Lindhaven.

«No estamos de acuerdo en todo, pero volveremos a vernos», dijo Elsa Torvik a los periodistas.

La delegación de Ostmark se marchó sin hacer declaraciones. Un funcionario calificó la propuesta de «seria».

Los mediadores enviarán un borrador el lunes, y las dos partes tendrán hasta el jueves para responder.""",
    "ru": """Министры иностранных дел Варландии и Остмарка договорились в пятницу снова открыть пролив для паромов после \
шести часов переговоров в Линдхавене.

«Мы договорились не обо всём, но договорились встретиться снова», — сказала журналистам Эльза Торвик.

Делегация Остмарка уехала без комментариев. Один из чиновников назвал предложение о лоцманах «серьёзным».

Посредники разошлют проект соглашения в понедельник, и у сторон будет время до четверга, чтобы ответить.""",
    "uk": """Міністри закордонних справ Варландії та Остмарку домовилися в п’ятницю знову відкрити протоку для поромів \
після шести годин переговорів у Ліндгавені.

«Ми домовилися не про все, але домовилися зустрітися знову», — сказала журналістам Ельза Торвік.

Делегація Остмарку поїхала без коментарів. Один із посадовців назвав пропозицію щодо лоцманів «серйозною».

Посередники розішлють проєкт угоди в понеділок, і сторони матимуть час до четверга, щоб відповісти.""",
}
EN = "Varland and Ostmark agree to reopen strait to ferries"
DE = "Varland und Ostmark öffnen Meerenge wieder für Fähren"
FR = "Le Varland et l’Ostmark rouvrent le détroit aux ferries"
ES = "Varland y Ostmark reabren el estrecho a los transbordadores"
RU = "Варландия и Остмарк снова открывают пролив для паромов"
UK = "Варландія та Остмарк знову відкривають протоку для поромів"
TITLES = {"en": EN, "de": DE, "fr": FR, "es": ES, "ru": RU, "uk": UK}
DAY = "2031-03-14"


class Top(NamedTuple):
    """One page: `expected` maps fields of the article to values; `opening` stands right before the story's text."""

    name: str
    language: str
    above: str
    below: str
    expected: dict[str, Any]
    opening: str = ""

    @property
    def page(self) -> str:
        """The whole page, `TITLE` replaced by its language's headline."""
        above = self.above.replace("TITLE", TITLES[self.language]).strip()
        return f"{above}\n\n{self.opening}{STORY[self.language]}\n\n{self.below.strip()}\n"


TOPS = [
    Top("menu, name, crumbs, author, post, date", "en", """
Home
News
Sport
Lindhaven 9°C, showers
The Lindhaven Courier
NEWS › THE STRAIT
TITLE
Mara Holt
Diplomatic correspondent
Friday 14 March 2031, 18.20
Share Email Copy link
""", "More on this\nFive charts on the ferry trade\n© The Lindhaven Courier Ltd 2031. Terms. Privacy.",
        {"outlet": "The Lindhaven Courier", "byline": ("Mara Holt",), "published": DAY}),
    Top("name in capitals", "en", """
THE HARBOUR GAZETTE
Established 1871
Politics | Shipping | Letters
TITLE
By Mara Holt and Jon Vessel in Lindhaven
Friday, March 14, 2031 7.15pm
""", "Copyright 2031 Gazette Press of Lindhaven. All rights reserved.",
        {"outlet": "The Harbour Gazette", "byline": ("Mara Holt", "Jon Vessel"), "published": DAY,
         "dateline": ("Lindhaven",)}),
    Top("agency's own page", "en", """
NWA | Northern Wire Agency
World Markets Photo desk
TITLE
By Mara Holt
March 14, 2031 4:05 PM Updated 2 hours ago
""", "(Reporting by Mara Holt; editing by P. Moll)\n(c) Northern Wire Agency 2031.",
        {"outlet": "Northern Wire Agency", "byline": ("Mara Holt",), "published": DAY, "dateline": ("Lindhaven",)},
        "LINDHAVEN, March 14 (NWA) - "),
    Top("agency's story in a local paper", "en", """
Pierhead Post
Your port, your paper
Front page · Local · Strait
☀ 17°
TITLE
14 Mar 2031
by Mara Holt (NWA)
[Photo: The ferry terminal in January. Archive]
""", "Republished from the Northern Wire Agency under licence.\nTAGS: strait, ferry\nYou may also like\nGull steals hat",
        {"outlet": "Pierhead Post", "credit": "Northern Wire Agency", "byline": ("Mara Holt",), "published": DAY}),
    Top("weather, place, date and section", "en", """
18.2 C
Lindhaven
March 14, 2031
World
TITLE
""", "Related posts\nHerring quota explained\nAdmin\nLeave a Comment", {"published": DAY}),
    Top("first line the browser's title", "en", """
TITLE - The Strait Times
Menu
Sign in
TITLE
14 March 2031
By Mara Holt
""", "© 2031 The Strait Times", {"outlet": "The Strait Times", "byline": ("Mara Holt",), "published": DAY}),
    Top("only the browser's title", "en", """
TITLE | The Strait Times
14 March 2031
By Mara Holt
""", "© 2031 The Strait Times", {"outlet": "The Strait Times", "byline": ("Mara Holt",), "published": DAY}),
    Top("headline with a full stop", "en", "Ministers agree to reopen the strait.", "",
        {"title": "Ministers agree to reopen the strait."}),
    Top("headline alone", "en", "TITLE", "", {}),
    Top("headline and name", "en", "TITLE\nBy Mara Holt", "", {"byline": ("Mara Holt",)}),
    Top("standfirst below", "en", """
TITLE
Six hours of talks end with a promise of further meetings
Mara Holt | 14 March 2031
""", "", {"byline": ("Mara Holt",), "published": DAY}),
    Top("name, date and place in a line", "en", "TITLE\nMara Holt | 14 March 2031 | Lindhaven", "",
        {"byline": ("Mara Holt",), "published": DAY, "dateline": ("Lindhaven",)}),
    Top("reading time and shares", "en", """
Skip to main content
Subscribe
Politics
TITLE
By Mara Holt, Europe Editor
4 min read
Published March 14, 2031
1.2k shares
""", "Follow us", {"byline": ("Mara Holt",), "published": DAY}),
    Top("updated before published", "en", """
TITLE
Updated: 15 March 2031
Published: 14 March 2031
By Mara Holt
""", "", {"byline": ("Mara Holt",), "published": DAY}),
    Top("published and updated", "en", """
TITLE
Published: 14 March 2031, 18:20 | Updated: 15 March 2031, 07:00
""", "", {"published": DAY}),
    Top("caption with a maker before the text", "en", """
The Daily Lantern
TITLE
March 14, 2031
Ministers arrive at the harbour house in Lindhaven. Photo: Ann Reed/Getty Images
""", "© 2031 The Daily Lantern", {"outlet": "The Daily Lantern", "published": DAY}),
    Top("radio", "en", """
Radio Lindhaven English Service
Listen live Programmes Schedule
TITLE
Friday, 14 March 2031 14:30
""", "© Radio Lindhaven 2031", {"outlet": "Radio Lindhaven", "published": DAY}),
    Top("camel-case site", "en", """
StraitWatch
Home About Contact
TITLE
Posted by Mara Holt on March 14, 2031
""", "Follow StraitWatch on Telegram", {"outlet": "StraitWatch", "byline": ("Mara Holt",), "published": DAY}),
    Top("site known only from its foot", "en", """
Menu
World
TITLE
March 14, 2031
""", "Copyright 2031. Harbour Examiner. All Rights Reserved.", {"outlet": "Harbour Examiner", "published": DAY}),
    Top("site known from what it asks", "en", """
TITLE
March 14, 2031
""", "Sign up for Tidewire newsletters\nFollow Tidewire on Facebook\nDownload the Tidewire app",
        {"outlet": "Tidewire", "published": DAY}),
    Top("Reuters story", "en", """
The Strait Times
TITLE
By Reuters
March 14, 2031
""", "", {"outlet": "The Strait Times", "credit": "Reuters", "published": DAY, "dateline": ("Lindhaven",)},
        "LINDHAVEN (Reuters) - "),
    Top("AP with two places", "en", "TITLE\nBy MARA HOLT, Associated Press\nMar. 14, 2031", "",
        {"credit": "Associated Press", "byline": ("Mara Holt",), "published": DAY, "dateline": ("Lindhaven",)},
        "LINDHAVEN, Varland (AP) — "),
    Top("dateline with a short month and a year of the copyright", "en", "TITLE", "© 2031 The Strait Times",
        {"outlet": "The Strait Times", "credit": "AFP", "published": DAY, "dateline": ("Lindhaven",)},
        "LINDHAVEN, Mar. 14 (AFP) - "),
    Top("section labels above", "en", """
Exclusive
World | Diplomacy
TITLE
14 Mar 2031 06:56 GMT
""", "", {"published": DAY}),
    Top("figures with a time", "en", "TITLE\nBy Mara Holt - 03/14/31 06:56 AM EST", "",
        {"byline": ("Mara Holt",), "published": DAY}),
    Top("day without its year", "en", """
TITLE
Posted Mar 14, 8:19 PM
By Mara Holt
""", "© 2031 The Strait Times. All rights reserved",
        {"outlet": "The Strait Times", "byline": ("Mara Holt",), "published": DAY}),
    Top("bullets of a menu that name other papers", "en", """
The Lindhaven Mirror
* Sunday Mirror
* Evening Mirror
* Harbour Mirror
TITLE
14 March 2031
""", "© Lindhaven Mirror 2031", {"outlet": "The Lindhaven Mirror", "published": DAY}),
    Top("first name in capitals, agency beside it", "en", "TITLE\nMARA HOLT | NWA\n14 March 2031", "",
        {"credit": "NWA", "byline": ("Mara Holt",), "published": DAY}),
    Top("Markdown", "en", "# TITLE\n\n**By Mara Holt**\n\n*14 March 2031*", "",
        {"byline": ("Mara Holt",), "published": DAY}),
    Top("author above the title", "en", "By Mara Holt\n14 March 2031\nTITLE", "",
        {"byline": ("Mara Holt",), "published": DAY}),
    Top("three writers", "en", "TITLE\nBy Mara Holt, Jon Vessel and Ada Quill\n14 March 2031", "",
        {"byline": ("Mara Holt", "Jon Vessel", "Ada Quill"), "published": DAY}),
    Top("question as title", "en", "The Strait Journal\nOpinion\nWho will count the ferries in the strait?\n"
        "Mara Holt\nColumnist\n14 March 2031", "", {"title": "Who will count the ferries in the strait?",
        "outlet": "The Strait Journal", "byline": ("Mara Holt",), "published": DAY}),
    Top("video label", "en", "Video: TITLE\n14 March 2031", "", {"title": f"Video: {EN}", "published": DAY}),
    Top("television", "en", "Channel Nine News\nLive TV\nTITLE\nBy Mara Holt\nUpdated 14 March 2031",
        "© 2031 Channel Nine News", {"outlet": "Channel Nine News", "byline": ("Mara Holt",), "published": DAY}),
    Top("national agency", "en", "Varland News Agency\nTITLE\nLindhaven, 14 March 2031", "© Varland News Agency",
        {"outlet": "Varland News Agency", "published": DAY}),
    Top("German daily", "de", """
Startseite
Politik
Lindhavener Tageblatt
TITLE
Von Jutta Brand, Lindhaven
14. März 2031, 18:04 Uhr
""", "Mehr zum Thema\nKommentare\n© Lindhavener Tageblatt 2031",
        {"outlet": "Lindhavener Tageblatt", "byline": ("Jutta Brand",), "published": DAY}),
    Top("German byline above the title", "de", "Zurück zur Übersicht\nVon Jutta Brand publiziert am 14. März 2031\nTITLE",
        "", {"byline": ("Jutta Brand",), "published": DAY}),
    Top("German agency", "de", "TITLE\n14.03.2031", "", {"credit": "dpa", "published": DAY, "dateline": ("Lindhaven",)},
        "Lindhaven (dpa) - "),
    Top("French daily", "fr", """
Accueil
International
Le Courrier du Détroit
TITLE
Par Élise Dupont avec AFP
Publié le 14 mars 2031 à 18h20
Temps de lecture : 3 min
""", "Lire aussi\nLa pêche au hareng\n© Le Courrier du Détroit",
        {"outlet": "Le Courrier du Détroit", "credit": "AFP", "byline": ("Élise Dupont",), "published": DAY}),
    Top("French correspondent", "fr", "TITLE\nÉlise Dupont\nCorrespondante à Lindhaven\nvendredi 14 mars 2031", "",
        {"byline": ("Élise Dupont",), "published": DAY}),
    Top("Spanish daily", "es", """
Inicio
Internacional
El Diario del Estrecho
TITLE
Por Ana Ruiz
14 de marzo de 2031
""", "Te puede interesar\nLa pesca del arenque\n© El Diario del Estrecho 2031",
        {"outlet": "El Diario del Estrecho", "byline": ("Ana Ruiz",), "published": DAY}),
    Top("Spanish agency", "es", "TITLE\n14/03/2031", "", {"credit": "EFE", "published": DAY, "dateline": ("Lindhaven",)},
        "Lindhaven, 14 mar (EFE).- "),
    Top("Russian agency", "ru", """
Главная
Политика
TITLE
14 марта 2031, 18:20
Автор: Анна Серова
""", "Читайте также\nЧто известно о паромах", {"byline": ("Анна Серова",), "published": DAY}),
    Top("Russian paper", "ru", "Линдхавенская Правда\nTITLE\nАнна Серова\nкорреспондент\n14.03.2031",
        "© Линдхавенская Правда, 2031",
        {"outlet": "Линдхавенская Правда", "byline": ("Анна Серова",), "published": DAY}),
    Top("Ukrainian site", "uk", """
Головна
Новини
Голос Протоки
TITLE
14 березня 2031, 18:20
Автор: Олена Гай
""", "Читайте також\nЩо відомо про пороми\n© 2031 Голос Протоки",
        {"outlet": "Голос Протоки", "byline": ("Олена Гай",), "published": DAY}),
Top("outlet below the writer","en","""
Skip to content
Home
News
Sport
Harbour Broadcasting
World
TITLE
Published
14 March 2031
Share
Save
Mara Holt
Harbour Broadcasting, Lindhaven
""","Related\nTopics\nCopyright © 2031 Harbour Broadcasting. Harbour Broadcasting is not responsible for the content of external sites.",{"outlet":"Harbour Broadcasting","byline":("Mara Holt",),"published":DAY}),
Top("date above, standfirst below","en","""
14 MAR 2031, 18:20
TITLE
Elsa Torvik called the talks difficult
""","",{"published":DAY,"credit":"TASS","dateline":("Lindhaven",)},"LINDHAVEN, March 14. /TASS/. "),
Top("section and title joined, caption in brackets","en","""
News|Strait
TITLE
Six hours of talks end with a promise of further meetings.
Ministers leave the harbour house in Lindhaven [Ann Reed/Reuters]
By Mara Holt
Published On 14 Mar 2031
14 Mar 2031
""","",{"byline":("Mara Holt",),"published":DAY}),
Top("writer told of at the foot","en","""
Europe|TITLE
https://www.harbourtimes.example/2031/03/14/world/strait.html
TITLE
Six hours of talks end with a promise of further meetings.
Share full article
By Mara Holt
Reporting from Lindhaven
March 14, 2031
""","Mara Holt is a correspondent for The Harbour Times.\n© 2031 The Harbour Times Company",{"outlet":"The Harbour Times","byline":("Mara Holt",),"published":DAY}),
Top("figures in American order","en","""
Strait
TITLE
The talks lasted six hours.
By Mara Holt
03/14/2031 06:56 AM EDT
""","",{"byline":("Mara Holt",),"published":DAY}),
Top("issued and modified","en","""
Home / Europe / TITLE
Europe
TITLE
Issued on: 14/03/2031 - 18:20
Modified: 15/03/2031 - 07:00
2 min
Ministers at the harbour house in Lindhaven on March 14, 2031. © Ann Reed, AFP
By: Mara Holt
""","",{"byline":("Mara Holt",),"published":DAY}),
Top("updated only","en","""
CNN
TITLE
By Mara Holt, CNN
5 minute read
Updated 6:56 AM EDT, Fri March 14, 2031
""","",{"outlet":"CNN","byline":("Mara Holt",),"published":DAY}),
Top("source line","en","""
TITLE
Source: Xinhua
Editor: huaxia
2031-03-14 18:20:45
""","",{"credit":"Xinhua","published":DAY,"dateline":("Lindhaven",)},"LINDHAVEN, March 14 (Xinhua) -- "),
Top("Russian date above","ru","""
18:20, 14 марта 2031
TITLE
""","",{"published":DAY}),
Top("Ukrainian agency","uk","""
Укрінформ
TITLE
14.03.2031 18:20
""","",{"outlet":"Ukrinform","published":DAY}),
Top("kicker and standfirst","de","""
Zum Inhalt springen
Der Lindhavener
Politik
Verhandlungen über die Meerenge
TITLE
Nach sechs Stunden einigen sich die Minister. Doch vieles bleibt offen.
Von Jutta Brand, Lindhaven
14.03.2031, 18.04 Uhr
""","",{"outlet":"Der Lindhavener","byline":("Jutta Brand",),"published":DAY}),
Top("blog","en","""
Tide and Treaty
Notes on the strait
Home
About
Archive
TITLE
March 14, 2031 by Mara Holt
""","Leave a comment\nTide and Treaty\nProudly powered by WordPress",{"byline":("Mara Holt",),"published":DAY}),
Top("agency beside the date","en","""
Home
World News
TITLE
PTI / Mar 14, 2031, 18:20 IST
""","",{"credit":"PTI","published":DAY}),
Top("staff and agencies","en","""
The Harbour Chronicle
TITLE
Staff and agencies
Fri 14 Mar 2031 18.20 GMT
""","© 2031 Harbour News & Media Limited or its affiliated companies. All rights reserved.",{"outlet":"The Harbour Chronicle","published":DAY}),
Top("writer in a place","en","""
Support the Chronicle
Print subscriptions
Sign in
News
Opinion
The Harbour Chronicle
TITLE
Six hours of talks in Lindhaven end with a promise to meet again
Mara Holt in Lindhaven
Fri 14 Mar 2031 18.20 GMT
Share
""","© 2031 Harbour Chronicle",{"outlet":"The Harbour Chronicle","byline":("Mara Holt",),"dateline":("Lindhaven",),"published":DAY}),
Top("print-out with its address","en","""
14/03/2031, 18:20
TITLE - The Harbour Chronicle
https://www.harbourchronicle.example/strait/123
TITLE
By Mara Holt
""","1/3",{"outlet":"The Harbour Chronicle","byline":("Mara Holt",),"published":DAY}),
Top("no date at all","en","Harbour Weekly\nTITLE\nMara Holt, Political Editor","© Harbour Weekly 2031",{"outlet":"Harbour Weekly","byline":("Mara Holt",)}),
Top("agency site","en","""
AP News
TITLE
BY MARA HOLT
Published 6:56 PM GMT, March 14, 2031
""","",{"outlet":"AP News","byline":("Mara Holt",),"published":DAY,"credit":"Associated Press","dateline":("Lindhaven",)},"LINDHAVEN, Varland (AP) — "),
Top("caption above the byline","en","""
TITLE
Elsa Torvik, foreign minister of Varland, speaks to reporters outside the harbour house
Ann Reed/Pool
Mara Holt
Mar 14, 2031
""","",{"byline":("Mara Holt",),"published":DAY}),
Top("email byline","en","TITLE\nMara Holt\nmara.holt@harbour.example\nMarch 14, 2031","",{"byline":("Mara Holt",),"published":DAY}),
Top("quote as title","en","""
Harbour FM
'We agreed to meet again': Torvik hails strait deal
Mara Holt | Friday, March 14th 2031
""","",{"title":"'We agreed to meet again': Torvik hails strait deal","outlet":"Harbour FM","byline":("Mara Holt",),"published":DAY}),
Top("kicker in capitals","en","""
STRAIT CRISIS
TITLE
Mara Holt
Foreign affairs editor
@maraholt
14 Mar 2031, 6:20pm
""","",{"byline":("Mara Holt",),"published":DAY}),
Top("live label and most read above","en","""
The Harbour Star
Most read
Herring festival moved to June
Mayor loses his chain again
Ten best quays for a winter walk
TITLE
By Mara Holt
14 March 2031
""","© The Harbour Star 2031",{"outlet":"The Harbour Star","byline":("Mara Holt",),"published":DAY}),
Top("paper in brackets at foot","en","TITLE\nMarch 14, 2031","This article was first published in the Harbour Chronicle.",{"credit":"Harbour Chronicle","published":DAY}),
Top("our correspondent","fr","La Gazette du Port\nTITLE\nPar notre correspondante Élise Dupont, à Lindhaven\n14/03/2031","",{"outlet":"La Gazette du Port","byline":("Élise Dupont",),"published":DAY}),
Top("teasers above, date of the day on top","en","""
☰
Subscribe Log in
HARBOUR TODAY
Sunday, March 16, 2031
LATEST
Gull steals chain of office
Herring festival moved to June
POLITICS
TITLE
Six hours of talks end with a promise
Mara Holt
Published: Mar 14, 2031
""","HARBOUR TODAY\nAbout us\nContact\n© 2031 Harbour Today Pty Ltd",{"outlet":"Harbour Today","byline":("Mara Holt",),"published":DAY}),
Top("crumbs with the title","en","""
Harbour Post
Harbour Post
You are here: Home > News > World > TITLE
TITLE
Posted on 14th March 2031 by Mara Holt in World
""","Share this:\nLike Loading...\nPrevious Post\nNext Post",{"outlet":"Harbour Post","byline":("Mara Holt",),"published":DAY}),
Top("writers one a line","en","""
Search
Subscribe
Advertisement
EXCLUSIVE
TITLE
By
Mara Holt
and
Jon Vessel
March 14, 2031 | 6:20pm
""","Filed under\nferries\nstrait",{"byline":("Mara Holt","Jon Vessel"),"published":DAY}),
Top("programme between date and writer","en","""
TITLE
March 14, 2031 6:56 AM ET
Heard on Morning Tide
Mara Holt
5-Minute Listen
""","",{"byline":("Mara Holt",),"published":DAY}),
Top("writer with the house","en","""
The Ostmark Monitor
Independence. Community. Trust
World
TITLE
Publication date: Mar 14, 2031, 18:20 (local time)
Mara Holt, Ostmark Monitor
""","",{"outlet":"The Ostmark Monitor","byline":("Mara Holt",),"published":DAY}),
Top("office of a president","en","""
Official website of the President of Varland
NEWS
TITLE
14 March 2031 - 18:20
""","© Office of the President of Varland, 2031",{"published":DAY,"outlet":"Office of the President of Varland"}),
Top("time zone behind the date","en","""
TITLE
Friday 14 March 2031 18:20, UK
""","",{"published":DAY}),
Top("caption above the title","en","""
Image: Elsa Torvik in Lindhaven. Pic: AP
TITLE
Why you can trust Harbour News
Friday 14 March 2031 18:20, UK
By Mara Holt, diplomatic editor
""","",{"published":DAY,"byline":("Mara Holt",)}),
Top("company of the paper","en","""
World
TITLE
By Mara Holt in Lindhaven and agencies
March 14 2031
""","Copyright The Harbour Times Limited 2031. All rights reserved.",{"outlet":"The Harbour Times","published":DAY,"byline":("Mara Holt",),"dateline":("Lindhaven",)}),
Top("Stand and Von","de","""
Hafen-Rundschau
Abo
E-Paper
Politik
Meerenge
TITLE
Stand: 14.03.2031, 18:04 Uhr
Von: Jutta Brand, Karl Weh
Kommentare
""","© Hafen-Rundschau",{"outlet":"Hafen-Rundschau","published":DAY,"byline":("Jutta Brand","Karl Weh")}),
Top("house with an agency","fr","""
Se connecter
S’abonner
La Dépêche du Port
Monde
TITLE
La Dépêche du Port avec AFP
Publié le 14/03/2031 à 18h20 - Mis à jour le 15/03/2031 à 07h00
Lecture 2 min.
""","",{"outlet":"La Dépêche du Port","credit":"AFP","published":DAY}),
Top("place in the line of the date","es","""
El Correo del Puerto
Internacional
TITLE
Los ministros hablaron durante seis horas
Ana Ruiz
Lindhaven - 14 mar 2031 - 18:20 CET
""","© El Correo del Puerto",{"outlet":"El Correo del Puerto","byline":("Ana Ruiz",),"published":DAY}),
Top("date above and a picture credit","ru","""
Портовые Новости
14 марта 2031 в 18:20
TITLE
Фото: Анна Рид / ТАСС
""","© 2031, Портовые Новости",{"outlet":"Портовые Новости","published":DAY}),
Top("date on top, writer with the day","uk","""
Портова Правда
П'ятниця, 14 березня 2031, 18:20
TITLE
Олена Гай — 14 березня, 18:20
""","",{"outlet":"Портова Правда","byline":("Олена Гай",),"published":DAY}),
Top("portal and paper","en","""
MSN | Harbour Tribune
TITLE
Story by Mara Holt
• 1d • 3 min read
""","© 2031 Harbour Tribune",{"outlet":"Harbour Tribune","byline":("Mara Holt",)}),
Top("television station with an agency story","en","""
TITLE
by: Mara Holt, Associated Press
Posted: Mar 14, 2031 / 06:56 PM CDT
Updated: Mar 15, 2031 / 07:00 AM CDT
""","Copyright 2031 Pier Media Inc. All rights reserved. This material may not be published, broadcast, rewritten, or redistributed.",{"outlet":"Pier Media","credit":"Associated Press","byline":("Mara Holt",),"published":DAY,"dateline":("Lindhaven",)},"LINDHAVEN, Varland (AP) — "),
Top("post in capitals","en","""
FRIDAY, MARCH 14, 2031
THE HARBOUR INQUIRER
TITLE
MARA HOLT
STAFF WRITER
""","",{"outlet":"The Harbour Inquirer","byline":("Mara Holt",),"published":DAY}),
Top("editorial","en","""
Opinion | Editorial
TITLE
The Editorial Board
March 14, 2031
""","",{"published":DAY}),
]  # fmt: skip
