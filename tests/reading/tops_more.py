"""More page tops, of the kind of `tops.py`: the ways of broadcasters, agencies, blogs and print-outs."""

from __future__ import annotations

from .tops import DAY, Top

MORE = [
    Top(
        "outlet below the writer",
        "en",
        """
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
""",
        "Related\nTopics\nCopyright © 2031 Harbour Broadcasting. Harbour Broadcasting is not responsible for the content of external sites.",
        {"outlet": "Harbour Broadcasting", "byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "date above, standfirst below",
        "en",
        """
14 MAR 2031, 18:20
TITLE
Elsa Torvik called the talks difficult
""",
        "",
        {"published": DAY, "credit": "TASS", "dateline": ("Lindhaven",)},
        "LINDHAVEN, March 14. /TASS/. ",
    ),
    Top(
        "section and title joined, caption in brackets",
        "en",
        """
News|Strait
TITLE
Six hours of talks end with a promise of further meetings.
Ministers leave the harbour house in Lindhaven [Ann Reed/Reuters]
By Mara Holt
Published On 14 Mar 2031
14 Mar 2031
""",
        "",
        {"byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "writer told of at the foot",
        "en",
        """
Europe|TITLE
https://www.harbourtimes.example/2031/03/14/world/strait.html
TITLE
Six hours of talks end with a promise of further meetings.
Share full article
By Mara Holt
Reporting from Lindhaven
March 14, 2031
""",
        "Mara Holt is a correspondent for The Harbour Times.\n© 2031 The Harbour Times Company",
        {"outlet": "The Harbour Times", "byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "figures in American order",
        "en",
        """
Strait
TITLE
The talks lasted six hours.
By Mara Holt
03/14/2031 06:56 AM EDT
""",
        "",
        {"byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "issued and modified",
        "en",
        """
Home / Europe / TITLE
Europe
TITLE
Issued on: 14/03/2031 - 18:20
Modified: 15/03/2031 - 07:00
2 min
Ministers at the harbour house in Lindhaven on March 14, 2031. © Ann Reed, AFP
By: Mara Holt
""",
        "",
        {"byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "updated only",
        "en",
        """
CNN
TITLE
By Mara Holt, CNN
5 minute read
Updated 6:56 AM EDT, Fri March 14, 2031
""",
        "",
        {"outlet": "CNN", "byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "source line",
        "en",
        """
TITLE
Source: Xinhua
Editor: huaxia
2031-03-14 18:20:45
""",
        "",
        {"credit": "Xinhua", "published": DAY, "dateline": ("Lindhaven",)},
        "LINDHAVEN, March 14 (Xinhua) -- ",
    ),
    Top(
        "Russian date above",
        "ru",
        """
18:20, 14 марта 2031
TITLE
""",
        "",
        {"published": DAY},
    ),
    Top(
        "Ukrainian agency",
        "uk",
        """
Укрінформ
TITLE
14.03.2031 18:20
""",
        "",
        {"outlet": "Ukrinform", "published": DAY},
    ),
    Top(
        "kicker and standfirst",
        "de",
        """
Zum Inhalt springen
Der Lindhavener
Politik
Verhandlungen über die Meerenge
TITLE
Nach sechs Stunden einigen sich die Minister. Doch vieles bleibt offen.
Von Jutta Brand, Lindhaven
14.03.2031, 18.04 Uhr
""",
        "",
        {"outlet": "Der Lindhavener", "byline": ("Jutta Brand",), "published": DAY},
    ),
    Top(
        "blog",
        "en",
        """
Tide and Treaty
Notes on the strait
Home
About
Archive
TITLE
March 14, 2031 by Mara Holt
""",
        "Leave a comment\nTide and Treaty\nProudly powered by WordPress",
        {"byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "agency beside the date",
        "en",
        """
Home
World News
TITLE
PTI / Mar 14, 2031, 18:20 IST
""",
        "",
        {"credit": "PTI", "published": DAY},
    ),
    Top(
        "staff and agencies",
        "en",
        """
The Harbour Chronicle
TITLE
Staff and agencies
Fri 14 Mar 2031 18.20 GMT
""",
        "© 2031 Harbour News & Media Limited or its affiliated companies. All rights reserved.",
        {"outlet": "The Harbour Chronicle", "published": DAY},
    ),
    Top(
        "writer in a place",
        "en",
        """
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
""",
        "© 2031 Harbour Chronicle",
        {"outlet": "The Harbour Chronicle", "byline": ("Mara Holt",), "dateline": ("Lindhaven",), "published": DAY},
    ),
    Top(
        "print-out with its address",
        "en",
        """
14/03/2031, 18:20
TITLE - The Harbour Chronicle
https://www.harbourchronicle.example/strait/123
TITLE
By Mara Holt
""",
        "1/3",
        {"outlet": "The Harbour Chronicle", "byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "no date at all",
        "en",
        "Harbour Weekly\nTITLE\nMara Holt, Political Editor",
        "© Harbour Weekly 2031",
        {"outlet": "Harbour Weekly", "byline": ("Mara Holt",)},
    ),
    Top(
        "agency site",
        "en",
        """
AP News
TITLE
BY MARA HOLT
Published 6:56 PM GMT, March 14, 2031
""",
        "",
        {
            "outlet": "AP News",
            "byline": ("Mara Holt",),
            "published": DAY,
            "credit": "Associated Press",
            "dateline": ("Lindhaven",),
        },
        "LINDHAVEN, Varland (AP) — ",
    ),
    Top(
        "caption above the byline",
        "en",
        """
TITLE
Elsa Torvik, foreign minister of Varland, speaks to reporters outside the harbour house
Ann Reed/Pool
Mara Holt
Mar 14, 2031
""",
        "",
        {"byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "email byline",
        "en",
        "TITLE\nMara Holt\nmara.holt@harbour.example\nMarch 14, 2031",
        "",
        {"byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "quote as title",
        "en",
        """
Harbour FM
'We agreed to meet again': Torvik hails strait deal
Mara Holt | Friday, March 14th 2031
""",
        "",
        {
            "title": "'We agreed to meet again': Torvik hails strait deal",
            "outlet": "Harbour FM",
            "byline": ("Mara Holt",),
            "published": DAY,
        },
    ),
    Top(
        "kicker in capitals",
        "en",
        """
STRAIT CRISIS
TITLE
Mara Holt
Foreign affairs editor
@maraholt
14 Mar 2031, 6:20pm
""",
        "",
        {"byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "live label and most read above",
        "en",
        """
The Harbour Star
Most read
Herring festival moved to June
Mayor loses his chain again
Ten best quays for a winter walk
TITLE
By Mara Holt
14 March 2031
""",
        "© The Harbour Star 2031",
        {"outlet": "The Harbour Star", "byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "paper in brackets at foot",
        "en",
        "TITLE\nMarch 14, 2031",
        "This article was first published in the Harbour Chronicle.",
        {"credit": "Harbour Chronicle", "published": DAY},
    ),
    Top(
        "our correspondent",
        "fr",
        "La Gazette du Port\nTITLE\nPar notre correspondante Élise Dupont, à Lindhaven\n14/03/2031",
        "",
        {"outlet": "La Gazette du Port", "byline": ("Élise Dupont",), "published": DAY},
    ),
    Top(
        "teasers above, date of the day on top",
        "en",
        """
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
""",
        "HARBOUR TODAY\nAbout us\nContact\n© 2031 Harbour Today Pty Ltd",
        {"outlet": "Harbour Today", "byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "crumbs with the title",
        "en",
        """
Harbour Post
Harbour Post
You are here: Home > News > World > TITLE
TITLE
Posted on 14th March 2031 by Mara Holt in World
""",
        "Share this:\nLike Loading...\nPrevious Post\nNext Post",
        {"outlet": "Harbour Post", "byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "writers one a line",
        "en",
        """
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
""",
        "Filed under\nferries\nstrait",
        {"byline": ("Mara Holt", "Jon Vessel"), "published": DAY},
    ),
    Top(
        "programme between date and writer",
        "en",
        """
TITLE
March 14, 2031 6:56 AM ET
Heard on Morning Tide
Mara Holt
5-Minute Listen
""",
        "",
        {"byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "writer with the house",
        "en",
        """
The Ostmark Monitor
Independence. Community. Trust
World
TITLE
Publication date: Mar 14, 2031, 18:20 (local time)
Mara Holt, Ostmark Monitor
""",
        "",
        {"outlet": "The Ostmark Monitor", "byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "office of a president",
        "en",
        """
Official website of the President of Varland
NEWS
TITLE
14 March 2031 - 18:20
""",
        "© Office of the President of Varland, 2031",
        {"published": DAY, "outlet": "Office of the President of Varland"},
    ),
    Top(
        "time zone behind the date",
        "en",
        """
TITLE
Friday 14 March 2031 18:20, UK
""",
        "",
        {"published": DAY},
    ),
    Top(
        "caption above the title",
        "en",
        """
Image: Elsa Torvik in Lindhaven. Pic: AP
TITLE
Why you can trust Harbour News
Friday 14 March 2031 18:20, UK
By Mara Holt, diplomatic editor
""",
        "",
        {"published": DAY, "byline": ("Mara Holt",)},
    ),
    Top(
        "company of the paper",
        "en",
        """
World
TITLE
By Mara Holt in Lindhaven and agencies
March 14 2031
""",
        "Copyright The Harbour Times Limited 2031. All rights reserved.",
        {"outlet": "The Harbour Times", "published": DAY, "byline": ("Mara Holt",), "dateline": ("Lindhaven",)},
    ),
    Top(
        "Stand and Von",
        "de",
        """
Hafen-Rundschau
Abo
E-Paper
Politik
Meerenge
TITLE
Stand: 14.03.2031, 18:04 Uhr
Von: Jutta Brand, Karl Weh
Kommentare
""",
        "© Hafen-Rundschau",
        {"outlet": "Hafen-Rundschau", "published": DAY, "byline": ("Jutta Brand", "Karl Weh")},
    ),
    Top(
        "house with an agency",
        "fr",
        """
Se connecter
S’abonner
La Dépêche du Port
Monde
TITLE
La Dépêche du Port avec AFP
Publié le 14/03/2031 à 18h20 - Mis à jour le 15/03/2031 à 07h00
Lecture 2 min.
""",
        "",
        {"outlet": "La Dépêche du Port", "credit": "AFP", "published": DAY},
    ),
    Top(
        "place in the line of the date",
        "es",
        """
El Correo del Puerto
Internacional
TITLE
Los ministros hablaron durante seis horas
Ana Ruiz
Lindhaven - 14 mar 2031 - 18:20 CET
""",
        "© El Correo del Puerto",
        {"outlet": "El Correo del Puerto", "byline": ("Ana Ruiz",), "published": DAY},
    ),
    Top(
        "date above and a picture credit",
        "ru",
        """
Портовые Новости
14 марта 2031 в 18:20
TITLE
Фото: Анна Рид / ТАСС
""",
        "© 2031, Портовые Новости",
        {"outlet": "Портовые Новости", "published": DAY},
    ),
    Top(
        "date on top, writer with the day",
        "uk",
        """
Портова Правда
П'ятниця, 14 березня 2031, 18:20
TITLE
Олена Гай — 14 березня, 18:20
""",
        "",
        {"outlet": "Портова Правда", "byline": ("Олена Гай",), "published": DAY},
    ),
    Top(
        "portal and paper",
        "en",
        """
MSN | Harbour Tribune
TITLE
Story by Mara Holt
• 1d • 3 min read
""",
        "© 2031 Harbour Tribune",
        {"outlet": "Harbour Tribune", "byline": ("Mara Holt",)},
    ),
    Top(
        "television station with an agency story",
        "en",
        """
TITLE
by: Mara Holt, Associated Press
Posted: Mar 14, 2031 / 06:56 PM CDT
Updated: Mar 15, 2031 / 07:00 AM CDT
""",
        "Copyright 2031 Pier Media Inc. All rights reserved. This material may not be published, broadcast, rewritten, or redistributed.",
        {
            "outlet": "Pier Media",
            "credit": "Associated Press",
            "byline": ("Mara Holt",),
            "published": DAY,
            "dateline": ("Lindhaven",),
        },
        "LINDHAVEN, Varland (AP) — ",
    ),
    Top(
        "post in capitals",
        "en",
        """
FRIDAY, MARCH 14, 2031
THE HARBOUR INQUIRER
TITLE
MARA HOLT
STAFF WRITER
""",
        "",
        {"outlet": "The Harbour Inquirer", "byline": ("Mara Holt",), "published": DAY},
    ),
    Top(
        "editorial",
        "en",
        """
Opinion | Editorial
TITLE
The Editorial Board
March 14, 2031
""",
        "",
        {"published": DAY},
    ),
]
