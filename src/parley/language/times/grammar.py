"""The grammar of time expressions: regular patterns over a string with one class character for each atom.

Written in class names: `<month>` is any atom of that class, `[<last><next>]` any of several; groups are what the
resolvers ask for. Order matters: at one place the first pattern that matches is tried first.
"""

from __future__ import annotations

import re

from parley.language.times.lexicon import CHAR

_PIECES = {
    "NUM": "[<small><mid24><mid31>]",
    "DAY": "[<small><mid24><mid31><ord>]",
    "AT": "(?:<comma>?<at>?(?P<t>TIME)|<comma>?<the>?(?P<part><part>))?",
    "TIME": "(?:<clock><ampm>?|[<small><real>]<ampm>|<noon>)",
    "BEFORE": "(?:(?P<t0>TIME)(?:<on>|<comma>)?)?",
    "THROUGH": "(?:<dash>|<to>|<and>)",
    "AMOUNT": "(?:<a>?(?P<vague><vague>)<of>?|"
    "(?P<n><a>|<numword>(?:<dash><numword>)?|[<small><mid24><mid31><int><year><real>])"
    "(?P<half><and><a><half>)?)",
    "MOD": "(?:<mod><dash>?<in>?|<the>?<edge><of>)",
    "UNIT": "[<unit><units>]",
    "RELS": "(?:<this>[<past><coming><last>]|<that><same>|REL)",
    "REL": "[<last><next><this><past><previous><following><coming><current><same><that>]",
}

_PATTERNS = {
    "stamp": "(?:<iso>|<numdate>)AT",
    "span": "(?P<m1><month>)(?P<d1>DAY)THROUGH(?P<m2><month>)(?P<d2>DAY)<comma>?(?P<y><year>)",
    "span_day_first": "(?P<d1>DAY)(?P<m1><month>)THROUGH(?P<d2>DAY)(?P<m2><month>)<comma>?(?P<y><year>)",
    "days": "(?P<m><month>)(?P<d1>DAY)(?P<link>THROUGH)(?P<d2>DAY)(?![<dash><month>])(?:<comma>?(?P<y><year>))?",
    "days_day_first": "(?P<d1>DAY)(?P<link>THROUGH)(?P<d2>DAY)<of>?(?P<m><month>)(?:<comma>?(?P<y><year>))?",
    "date": "BEFORE<this>?(?:<weekday><comma>?)?(?P<m><month>)<the>?(?P<d>DAY)(?:<comma>?(?P<y><year>))?AT",
    "date_day_first": "BEFORE(?:<weekday><comma>?)?<the>?(?P<d>DAY)<of>?(?P<m><month>)(?:<comma>?(?P<y><year>))?AT",
    "months": "(?P<m1><month>)THROUGH(?P<m2><month>)<of>?(?P<y><year>)",
    "month_year": "MOD?(?P<m><month>)(?:<comma>|<of>)?(?P<y><year>)",
    "month_of": "MOD?(?P<m><month>)<comma>?<of>?(?P<r>[<last><next><this><that><same>])(?P<u><unit>)",
    "month_rel": "MOD?(?P<r>[<last><next><this><past><coming>])(?P<m><month>)(?!DAY)",
    "month": "MOD?(?P<m><month>)",
    "fiscal": "<fiscal>(?:<unit>)?(?P<y>[<year><int><small><mid24><mid31>])",
    "quarter": "(?:<the>?(?P<o><ord>)<dash>?(?P<u>[<unit><half>])|(?P<q><quarter>))"
    "(?:<of>?<the>?(?:(?P<y><year>)|(?P<r>[<last><next><this>])(?P<ru><unit>)))?",
    "season": "MOD?(?:(?P<r>REL)|(?P<the><the>))?(?P<s><season>)(?:<of>?(?P<y><year>))?",
    "years": "(?P<y1><year>)[<dash><slash>](?P<y2>NUM|<int>)",
    "year": "(?P<mod>MOD)?(?P<y><year>)",
    "every": "<each>(?:(?P<w><weekday>)|AMOUNT?(?P<u>UNIT)|(?P<other>[<part><weekend>]))",
    "weekdays": "(?P<w><weekdays>)",
    "weekday": "BEFORE(?:[<mod><earlier><later>]<on>?)?<the>?"
    "(?P<r>(?:<this>[<past><coming>]|[<last><next><this><past><coming><following><previous><same>]))?"
    "(?P<w><weekday>)(?!<comma>?<month>DAY)(?:<of>?(?P<wr>[<last><next><this>])(?P<wu><unit>))?AT",
    "weekend": "(?:[<earlier><later>]<on>?)?<the>?(?P<r>RELS)?(?P<w><weekend>)",
    "deictic": "BEFORE(?:[<mod><earlier><later>]<on>?)?"
    "(?:<the>?(?P<u><unit>)(?P<off>[<before><after>]))?(?P<d><deictic>)AT",
    "ago": "(?:AMOUNT|<half><a>)?(?P<u>UNIT)"
    "(?P<rel>[<ago><later><earlier><before><after>])(?P<more>REL|<the>|<deictic>)?",
    "in": "(?P<in><in>)(?:<the><next>)?AMOUNT(?P<u>UNIT)",
    "unit_shift": "<the>(?P<u><unit>)(?P<rel>[<before><after>])",
    "edge": "(?P<by><by>)?<the>?(?P<e><edge>)<of>(?P<the><the>)?(?P<r>REL)?(?P<u><unit>)",
    "year_end": "(?P<by><by>)<the>?(?P<u><unit>)(?:<dash>|<other><other>)?(?P<e><edge>)",
    "relative_part": "<the>?(?P<r>(?:<that><same>|[<this><last><that><same><next><following><previous>]))(?P<p><part>)",
    "relative_many": "<the>?(?P<r>[<last><past><next><previous><following><coming>])AMOUNT(?P<u>UNIT)",
    "relative_unit": "(?:[<mod><earlier><later>]<on>?<in>?)?(?P<the><the>)?(?P<r>RELS)(?P<u>UNIT)",
    "century": "MOD?<the>(?P<o><ord>)<dash>?(?P<u><unit>)",
    "duration": "AMOUNT(?P<dash><dash>)?(?P<u>UNIT)(?!<old>)",
    "decade": "(?P<the><the>)?(?:MOD)?(?P<d><decade>|<decadeword>)",
    "holiday": "(?P<r>[<last><next><this>])?(?P<h><holiday>)(?:<comma>?(?P<y><year>))?",
    "frequency": "(?P<f><freq>)",
    "time": "(?P<t>TIME)",
}


def _expand(pattern: str) -> str:
    for name, piece in _PIECES.items():
        pattern = re.sub(rf"(?<![<\w]){name}(?!\w)", lambda _, piece=piece: piece, pattern)  # type: ignore[misc]
    return pattern


def _compile(pattern: str) -> str:
    while (wider := _expand(pattern)) != pattern:
        pattern = wider
    return re.sub(r"(?<!\?P)<(\w+)>", lambda m: CHAR[m[1]], pattern)


RULES: dict[str, re.Pattern[str]] = {name: re.compile(_compile(p)) for name, p in _PATTERNS.items()}
"""Rule -> its pattern with the groups its resolver reads."""

_ANONYMOUS = {name: re.sub(r"\(\?P<\w+>", "(?:", rule.pattern) for name, rule in RULES.items()}
ANY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _ANONYMOUS.items()))
"""All rules at once; `lastgroup` names the rule. Finds where to look; `RULES` then gives the groups."""

ORDER = tuple(RULES)
