"""The mood of a statement: what its cue says, corrected by what the content itself does.

A neutral verb ("said") takes the mood of its content: an obligation is a demand, a future a prediction, a blame of
another party an accusation. The words are the codebook's (`modals`); they count in the main clause of the content, or
next to it, and not where they are negated or hang on an "if". The scoring asks who is spoken of (`Mentions`), never
who speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from parley.codebook.model import Codebook
from parley.coding.reports import Report
from parley.language.passage import Passage
from parley.records import Mood, Span

_FLIPPED: dict[Mood, Mood] = {
    "accept": "reject",
    "reject": "assert",
    "deny": "assert",
    "promise": "reject",
    "offer": "reject",
    "demand": "assert",
    "praise": "accuse",
}
_OWN = frozenset(("i", "we", "he", "she", "it", "they"))
_OWN_POSS = frozenset(("my", "our", "his", "her", "its", "their"))
_NO_DEED = frozenset(
    ("see", "be", "have", "know", "find", "think", "like", "become", "need", "prefer", "seem", "happen", "love", "wish")
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_NOBODY = frozenset(("nobody", "neither", "none", "nothing", "no"))
_WISHES = frozenset(("like", "love", "rather", "prefer", "wish", "hate"))
_EXPRESSES = frozenset((
    "express", "voice", "convey", "communicate", "reiterate", "repeat", "restate", "reaffirm", "reassert", "echo",
    "confirm", "state", "announce", "declare", "articulate",
))  # fmt: skip
"""Verbs that only carry the noun they take: "expressed concern", "reaffirmed its commitment"."""
_SUBORDINATE = frozenset(("if", "unless", "since", "although", "though", "while", "whether", "until", "once"))


class MoodWords:
    """The codebook's content words by mood, as lemma tuples, and the moods of its nouns of speech."""

    def __init__(self, codebook: Codebook) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], Mood]]] = {}
        for rule in codebook.modals:
            for words in rule.words:
                parts = tuple(words.split())
                self.by_first.setdefault(parts[0], []).append((parts, rule.mood))
        for known in self.by_first.values():
            known.sort(key=lambda item: (-len(item[0]), item[0]))
        self.nouns: dict[str, Mood] = {}
        self.verbs: dict[str, Mood] = {}
        for entry in codebook.cues:
            table = self.nouns if entry.kind == "noun" else self.verbs
            for word in entry.words if entry.kind != "phrase" else ():
                table.setdefault(word, entry.moods.get(word, entry.mood))

    def in_range(self, p: Passage, first: int, last: int) -> list[tuple[int, Mood]]:
        """(token, mood) of every mood word between two tokens."""
        hits = []
        for t in range(first, last + 1):
            known = self.by_first.get(p.lemmas[t]) or self.by_first.get(p.words[t].lower())
            for parts, mood in known or ():
                if _matches(p, t, last, parts):
                    hits.append((t, mood))
                    break
        return hits


def _matches(p: Passage, t: int, last: int, parts: tuple[str, ...]) -> bool:
    """True when the words follow one another from token `t`.

    Adverbs between them are skipped ("do n't *really* want", but not the "had *yet* to" of what has not happened), and
    before a particle a pronoun too ("drag *this* out").
    """
    for k, part in enumerate(parts):
        if k:
            t += 1
            while (
                t <= last
                and part not in (p.lemmas[t], p.words[t].lower())
                and ((p.pos[t] == "ADV" and p.lemmas[t] != "yet") or (part == "out" and p.pos[t] == "PRON"))
            ):
                t += 1
        if t > last or part not in (p.lemmas[t], p.words[t].lower()):
            return False
    return True


def decide(
    report: Report,
    p: Passage,
    tokens: Sequence[tuple[int, int]],
    words: MoodWords,
    about_other: bool,
    own: Callable[[int], bool],
) -> Mood:
    """The mood of a report whose content is the token ranges of `p`.

    `about_other`: it speaks of another party; `own` says of a token whether it names the speaker or the speaker's side.
    """
    base: Mood = report.cue.mood_for(report.frame) if report.cue else "assert"
    if report.negated and report.cue is not None:
        if report.cue.negated:
            return report.cue.negated
        return _FLIPPED.get(base, "refuse-comment")
    if base != "assert":
        return base
    if report.frame == "object" and tokens and report.cue is not None and report.cue.word in _EXPRESSES:
        noun = _of_noun(p, tokens[0], words)
        if noun is not None and noun != "assert":
            return noun
    quoted = [(q.start, q.end) for q in report.marks]
    return of_content(p, tokens, words, about_other, own, quoted) or base


def _of_noun(p: Passage, tokens: tuple[int, int], words: MoodWords) -> Mood | None:
    """ "Expressed *concern* about", "reiterated its *commitment* to": the noun says what was done."""
    first, last = tokens
    head = next((t for t in range(first, last + 1) if not first <= p.heads[t] <= last), first)
    return words.nouns.get(p.lemmas[head])


def of_content(
    p: Passage,
    tokens: Sequence[tuple[int, int]],
    words: MoodWords,
    about_other: bool,
    own: Callable[[int], bool],
    quoted: Sequence[Span] = (),
) -> Mood | None:
    """The mood that the content's own words give, None for a plain assertion; the main clause counts first."""
    main = _main_verb(p, tokens)
    hits = [(t, m, _near(p, t, main)) for a, b in tokens for t, m in words.in_range(p, a, b)]
    performed = _performed(p, main, words) if main is not None else None
    if performed is not None:
        return performed
    if main is not None and quoted and _imperative(p, main, tokens[0][0]):
        return "demand"
    if any(m == "refuse-comment" and near for _, m, near in hits):
        return "refuse-comment"
    if any(m == "deny" and near for _, m, near in hits):
        return "deny"
    if any(m == "demand" and t - a <= 2 for t, m, _ in hits for a, b in tokens if a <= t <= b and p.pos[t] == "NOUN"):
        return "demand"
    of_main = next((m for t, m, _ in hits if t == main), None)
    if any(
        m == "demand"
        and main in (t, p.heads[t], p.heads[p.heads[t]] if of_main is None else None)
        and not _absent(p, t)
        for t, m, _ in hits
    ):
        return "demand"
    if any(m == "reject" and near for _, m, near in hits):
        return "reject"
    if about_other and any(m == "accuse" and near and _deed(p, t, own) for t, m, near in hits):
        return "accuse"
    for t, m, near in hits:
        if m == "accept" and near:
            if not _negated(p, t):
                return "accept"
            return "reject" if _own_subject(p, t, own) else None
    if main is not None and _future(p, main, quoted):
        mine = _own_act(p, main, own)
        if not _negated(p, main):
            return "promise" if mine else "predict"
        if mine:
            return "reject"
    near_moods = {m for t, m, _ in hits if main is not None and main in (t, p.heads[t], p.heads[p.heads[t]])}
    return "warn" if "warn" in near_moods else "predict" if "predict" in near_moods else None


def _performed(p: Passage, main: int, words: MoodWords) -> Mood | None:
    """ "We *condemn* the attack", "I *thank* the crews": the speaker's own verb, in the present, does what it says."""
    if p.tags[main] != "VBP" or any(p.deps[k] in ("neg", "aux") for k in p.kids[main]):
        return None
    if not any(p.deps[k] == "nsubj" and p.words[k].lower() in ("i", "we") for k in p.kids[main]):
        return None
    mood = words.verbs.get(p.lemmas[main])
    return mood if mood not in (None, "assert", "predict") else None


def _imperative(p: Passage, main: int, first: int) -> bool:
    """ "*Bring* them home", "*Let* them count", "Do not *shoot*": quoted words that open with a bare verb."""
    if p.tags[main] != "VB" or p.lemmas[main] in ("thank", "look", "see", "be"):
        return False
    if any(p.deps[k] in _SUBJECTS or p.tags[k] in ("TO", "MD") for k in p.kids[main] if k < main):
        return False
    return all(p.pos[t] in ("PUNCT", "SPACE", "ADV", "INTJ", "PART") or p.lemmas[t] == "do" for t in range(first, main))


def _near(p: Passage, t: int, main: int | None) -> bool:
    """True when the token hangs on the main verb by a few steps, none of them an "if" clause or a "without"."""
    if main is None:
        return True
    for _ in range(5):
        if t == main:
            return True
        if p.lemmas[t] == "without" or any(
            p.deps[k] in ("mark", "advmod") and p.words[k].lower() in _SUBORDINATE for k in p.kids[t]
        ):
            return False
        if p.heads[t] == t:
            return p.sent_of[t] != p.sent_of[main]  # a further sentence of the same words
        t = p.heads[t]
    return False


def _negated(p: Passage, t: int) -> bool:
    """True when the token's clause is negated: on the word itself or on the verb it hangs on."""
    for _ in range(4):
        if _absent(p, t) or any(
            p.deps[k] == "neg" or p.lemmas[k] == "never" or (p.deps[k] in _SUBJECTS and p.lemmas[p.left[k]] in _NOBODY)
            for k in p.kids[t]
        ):
            return True
        if (
            p.heads[t] == t
            or p.deps[t] in ("ccomp", "relcl", "advcl", "conj")
            or any(p.deps[k] in _SUBJECTS for k in p.kids[t])
        ):
            return False
        t = p.heads[t]
    return False


def _absent(p: Passage, t: int) -> bool:
    """ "*No* need", "*nobody*'s permission is needed": the word is there to say that there is none."""
    return any(p.lemmas[k] in ("no", "little") and p.deps[k] in ("det", "neg", "amod") for k in p.kids[t]) or any(
        p.deps[k] in _SUBJECTS and p.lemmas[p.left[k]] in _NOBODY for k in p.kids[t]
    )


def _deed(p: Passage, t: int, own: Callable[[int], bool]) -> bool:
    """True for a bad word that is somebody else's deed: not one's own, not to come, not suffered from nobody named."""
    if _negated(p, t) and p.lemmas[t] not in ("interest", "intention", "desire"):
        return p.pos[t] not in ("VERB", "NOUN")
    if p.pos[t] != "VERB":
        return True
    if any(p.deps[k] == "aux" and p.tags[k] == "MD" for k in p.kids[t]):
        return False
    if any(p.deps[k] == "auxpass" for k in p.kids[t]):
        return any(p.deps[k] == "agent" for k in p.kids[t])
    return not _own_subject(p, t, own)


def _own_subject(p: Passage, t: int, own: Callable[[int], bool]) -> bool:
    """True when the nearest subject above the token is the speaker or the speaker's side."""
    for _ in range(4):
        subject = next((k for k in p.kids[t] if p.deps[k] in _SUBJECTS), None)
        if subject is not None:
            return own(subject)
        if p.heads[t] == t:
            return False
        t = p.heads[t]
    return False


def _own_act(p: Passage, main: int, own: Callable[[int], bool]) -> bool:
    """True when the future deed is the speaker's own ("we will pay", "his government will"), not a state or a view."""
    subject = next((k for k in p.kids[main] if p.deps[k] in ("nsubj", "nsubjpass")), None)
    if subject is None or (p.tags[main] != "VB" and p.lemmas[main] != "go"):
        return False
    deed = main
    if p.lemmas[main] == "go" and p.tags[main] == "VBG":
        deed = next((k for k in p.kids[main] if p.deps[k] == "xcomp"), main)
    if p.lemmas[deed] in _NO_DEED or p.deps[subject] == "nsubjpass":
        return False
    return own(subject) or any(p.deps[k] == "poss" and p.words[k].lower() in _OWN_POSS for k in p.kids[subject])


def _main_verb(p: Passage, tokens: Sequence[tuple[int, int]]) -> int | None:
    best, depth = None, 99
    for a, b in tokens:
        for t in range(a, b + 1):
            if p.pos[t] not in ("VERB", "AUX") or p.deps[t] in ("aux", "auxpass"):
                continue
            d, h = 0, t
            while p.heads[h] != h and d < depth:
                h, d = p.heads[h], d + 1
            if d < depth:
                best, depth = t, d
    return best


def _future(p: Passage, verb: int, quoted: Sequence[Span]) -> bool:
    """True for a deed to come. "Would" is a future in the reporter's words, after a verb in the past; in the speaker's
    own words it is a condition, and so is "would have gone", "would like"."""
    for k in p.kids[verb]:
        if p.deps[k] != "aux":
            continue
        word = p.words[k].lower()
        if word in ("will", "'ll", "’ll", "wo", "shall"):
            return True
        if word == "would":
            return not (
                any(a <= p.starts[k] < b for a, b in quoted)
                or p.lemmas[verb] in _WISHES
                or any(p.lemmas[m] in ("have", "rather") and p.deps[m] in ("aux", "advmod") for m in p.kids[verb])
            )
    return p.lemmas[verb] == "go" and p.tags[verb] == "VBG" and any(p.deps[k] == "xcomp" for k in p.kids[verb])
