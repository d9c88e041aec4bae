"""Pages written for these tests, in the styles that news pages come in when their mark-up is gone."""

FLAT = """Skip to content
Menu
World
Europe
Asia
Sign in
Subscribe
Home > World > Strait talks

Varland and Ostmark agree to third round of talks on strait

The foreign ministers met for six hours in Geneva

By Marta Lindqvist in Geneva and Piotr Zawada in Lindhaven
Published: 14 March 2025, 18:04 GMT
Updated: 15 March 2025, 07:10 GMT

Share
Facebook
X
WhatsApp

Varland's foreign minister said on Friday that her country would return to the table next week.

“We did not agree on everything, but we agreed to meet again,” Elsa Torvik told reporters in Geneva.

Read more: What the strait dispute is about

Ostmark's delegation left without comment. A senior official said the proposal on pilots was “serious”.

Advertisement

What happens next

The mediators will circulate a draft on Monday. Both sides have until Thursday to answer.

Sign up for our morning newsletter and never miss a story.

Shipping through the strait has fallen by a third since January, according to the port authority.

More on this story
Ferry operators warn of losses
Who are the mediators?

Comments (14)
captain_grey
3 hours ago
They will never agree on anything, it has been like this for years.
Reply
northwind
2 hours ago
My brother works on the ferries and he says nobody believes it any more.

© 2025 The Lindhaven Courier. All rights reserved.
Privacy policy
Terms of use
Contact us"""

KEYPOINTS = """The Strait Times
Thursday, March 20, 2025
Latest
Politics
Ostmark accepts inspectors at two ports
• Ostmark will let inspectors into two ports from April
• Varland calls the step “a beginning”
• No date for a full reopening yet

LINDHAVEN, March 20 (Reuters) - Ostmark will allow foreign inspectors into two of its ports from April, its \
transport minister said on Thursday.

The decision follows three weeks of talks in Geneva, where mediators had asked for a visible step from both sides.

"It is a beginning, no more," said Elsa Torvik, Varland's foreign minister.

Reporting by Jonas Vale; Editing by Ruth Kemp
Our Standards: The Trust Principles.
Read Next
Markets
Shipping shares rise on port news"""

PAYWALL = """Ostmark envoy quits as talks stall

Ruth Kemp
15 March 2025

The chief negotiator of Ostmark resigned on Saturday, two days before the fourth round of talks was due to begin.

In a short letter Andrej Sokolan said he could “no longer defend a mandate that forbids every concession”.

You have read your last free article this month.
Subscribe now to continue reading.
Already a subscriber? Log in"""

RUSSIAN = """Главная
Политика
Поделиться

Переговоры о проливе продолжатся в Женеве

14 марта 2025, 18:20

Министр иностранных дел Варландии заявила в пятницу, что её страна вернётся за стол переговоров на следующей неделе.

По её словам, стороны договорились не обо всём, но согласились встретиться снова.

Посредники разошлют проект соглашения в понедельник, и у обеих сторон будет время до четверга, чтобы ответить.

Читайте также
Что известно о споре вокруг пролива
Комментарии"""

GERMAN = """Startseite
Politik
Anmelden
Verhandlungen über die Meerenge gehen weiter
Von Jutta Brand, Genf
14. März 2025, 18:04 Uhr
Die Außenministerin von Varland hat am Freitag angekündigt, nächste Woche an den Verhandlungstisch zurückzukehren.
„Wir haben uns nicht in allem geeinigt, aber wir treffen uns wieder“, sagte Elsa Torvik vor Journalisten in Genf.
Die Delegation von Ostmark reiste ohne Stellungnahme ab. Ein ranghoher Beamter nannte den Vorschlag „ernsthaft“.
Mehr zum Thema
Worum es im Streit geht
Kommentare"""

WRAPPED = """   Strait talks resume

   GENEVA (AP) -- The foreign ministers of Varland and Ostmark met again on
   Friday for talks that mediators described as the most detailed so far, and
   agreed to continue next week.

   "We did not agree on everything," said Elsa Torvik, the foreign minister of
   Varland, after the session ended. "But we agreed to meet again, and that is
   more than we had in the morning."

   Ostmark's delegation left without comment.

   The mediators will circulate a draft on Monday, and both sides have until
   Thursday to answer it, an official said."""

SYNDICATED = """5°C
Lindhaven
Wednesday, April 2, 2025
Log in
Varland hails 'turning point' as Ostmark pulls back patrol boats
World
By: Agence France-Presse
April 02, 2025
Varland on Wednesday hailed what it called a turning point after Ostmark withdrew four patrol boats from the strait.
The boats left at dawn, the coast guard said in a statement.
ALSO READ | Who controls the strait?
"This is what we asked for," Prime Minister Leif Aune said.
He said that Varland would answer with a step of its own "within days".
(This story has not been edited by staff and is auto-generated from a syndicated feed.)
Follow us on Telegram
Most Read
1
Ferry fares to rise in May
2
Storm closes northern ports"""

FOOT = """Strait deal 'within reach', mediator says
Mediators believe a first agreement on the strait is within reach, the head of the mission said on Tuesday.
Ingrid Falk told the council that both sides had accepted the idea of joint pilots. The rest was technical, she said.
Ostmark's ambassador was more careful. "There is no text yet," he told the council.
—With assistance from Leo Maran.
Write to Clara Winn at clara.winn@example.org and Tom Ode at tom.ode@example.org"""

PAGES = {name: text for name, text in globals().copy().items() if name.isupper() and isinstance(text, str)}
