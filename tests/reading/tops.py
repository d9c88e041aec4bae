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
]  # fmt: skip
