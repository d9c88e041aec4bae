"""What the descriptions beside a person's name tell of him: roles, side, gender."""

from __future__ import annotations

from parley.language.actors.context import Context
from parley.language.actors.describe import is_person_noun
from parley.language.actors.lexicon import gender_of_words
from parley.language.actors.names import NameSpan
from parley.language.actors.reader import Reader
from parley.language.actors.registry import Known
from parley.language.actors.sides import Description, speaks_for_side
from parley.language.actors.words import HONORIFICS, LEADS


class Telling(Reader):
    """The reading of descriptions beside a name."""

    def _tell(self, i: int, c: Context, s: NameSpan, known: Known) -> None:
        """Note what the descriptions beside a person's name tell: roles, side, gender."""
        p = c.p
        for where in (c.left.get(s.first), c.right.get(s.first)):
            if where is None:
                continue
            first, last, head = where
            d = self._describe(i, c, first, last, head)
            role = is_person_noun(self.lex, d.head) or is_person_noun(self.lex, p.words[head].lower().rstrip("."))
            if role:
                core, end = first, last
                while core < end and p.tags[core] in ("DT", "PRP$"):
                    core += 1
                while end >= core and p.words[end].lower().rstrip(".") in HONORIFICS:
                    end -= 1
                if end >= core:
                    text = " ".join(p.text_of(core, end).split()).removesuffix("'s").removesuffix("’s")
                    known.roles[text] = None
                known.role_words.append(d.words)
                known.heads.add(d.head)
            leads = where is c.right.get(s.first) and p.lemmas[first - 1] in LEADS
            possessed = not role and p.words[last] in ("'s", "'")
            beside = where is c.right.get(s.first) and not role and self._may_speak(known, d)
            told = (role and d.speaks) or leads or possessed or beside
            if told and known.entry is None and known.party is None:
                known.party = d.party or self.lex.offices.get(d.words)
                known.owner = self.sideless if known.party is None else None
            if known.gender is None:
                known.gender = gender_of_words([d.head, *(w for w in d.own if w in HONORIFICS)])
        if known.gender is None and s.first > 0:
            known.gender = gender_of_words([p.words[s.first - 1]])

    def _may_speak(self, known: Known, d: Description) -> bool:
        """ "of Poland" tells the side only of one whose office was told; "of the Red Cross" of anyone."""
        return any(speaks_for_side(self.lex, h, []) for h in known.heads) or not any(w.startswith("@") for w in d.words)
