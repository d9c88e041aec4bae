"""From an issue raised up the tree to whoever takes a side: stance words, negation, turns, duties. Blind to names.

A walk starts at the words of the issue and climbs from governor to governor. Each governor lets the side through,
turns it, takes it for its subject, or ends the walk: behind a word the codebook does not know nobody takes a side.
"""

from __future__ import annotations

from parley.coding.positions.hits import Hit
from parley.coding.positions.holders import agent, subject
from parley.coding.positions.tree import finite, gaps, hypothetical, infinitive, negated_noun, owner_of, subjunctive
from parley.coding.positions.walk import Reading, Walk
from parley.coding.positions.words import Lexicon, StanceWord
from parley.language.passage import Passage

_STEPS = 18
_ADJUNCT = frozenset(("in", "by", "through", "within", "throughout"))
_NO = frozenset(("no", "neither", "nor"))
_NEVER = frozenset(("never", "neither", "nor", "hardly", "scarcely"))
_HOLDING_NOUNS = frozenset(("attitude", "turn"))


class Reader:
    """Reads the sides taken towards a hit with one codebook's words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def read(self, p: Passage, hit: Hit) -> list[Reading]:
        """Every side taken towards the hit, the innermost holder first; empty when nobody takes one."""
        out: list[Reading] = []
        walk = Walk(hit.words.sign, words=[hit.words.text])
        if p.pos[hit.tokens[0]] in ("ADP", "SCONJ", "ADV") and p.heads[hit.head] != hit.head:
            walk.path.extend(hit.tokens)
            self._beside(p, hit, p.heads[hit.head], walk, out)
        else:
            self._own_negation(p, hit, walk)
            self._climb(p, hit, hit.head, walk, out, below=False)
        return [r for r in out if not hypothetical(p, r.at, r.hit.head)]

    def _beside(self, p: Passage, hit: Hit, node: int, walk: Walk, out: list[Reading]) -> None:
        """Words that stand beside what they qualify: "will not sign *as it stands*", "a truce *without conditions*"."""
        if p.pos[node] in ("VERB", "AUX") and not self._enter_verb(p, node, hit.head, "xcomp", walk):
            return
        walk.path.append(node)
        self._climb(p, hit, node, walk, out, below=p.pos[node] in ("VERB", "AUX"))

    def _own_negation(self, p: Passage, hit: Hit, walk: Walk) -> None:
        """Negation on the words of the issue themselves, and verbs among them that are acts ("will not cede land")."""
        for t in hit.tokens:
            if p.pos[t] in ("VERB", "AUX"):
                self._auxiliaries(p, t, walk)
                walk.at, walk.kind, walk.firmness = t, "attitude" if hit.unnamed else "act", 0.8
                walk.passive = any(p.deps[k] == "nsubjpass" for k in p.kids[t])
                if p.deps[t] == "acl" and p.tags[t] == "VBN":
                    walk.passive = True
            elif p.pos[t] in ("NOUN", "PROPN", "ADJ", "ADV") and negated_noun(p, t, hit.tokens):
                walk.sign = -walk.sign
        walk.path.extend(hit.tokens)

    # -- climbing ----------------------------------------------------------------------------------------------------

    def _climb(
        self, p: Passage, hit: Hit, node: int, walk: Walk, out: list[Reading], below: bool, top: int = -1
    ) -> None:
        """From `node` up. `below`: the walk begins at a verb. `top`: the head of the relative clause not to be left."""
        for step in range(_STEPS):
            if top < 0 and (p.pos[node] in ("NOUN", "PROPN", "PRON") or (step == 0 and node == hit.head)):
                self._behind(p, hit, node, walk, out)
            stands = p.pos[node] in ("VERB", "AUX") and (step or below or walk.at == node)
            if stands and (node == top or not self._goes_on(p, node, walk)):
                self._hold(p, hit, node, walk, out)
                return
            head, dep = p.heads[node], p.deps[node]
            if head == node:
                self._hold(p, hit, node, walk, out)
                return
            if not self._enter(p, hit, head, node, dep, walk, out, first=step == 0):
                return
            walk.path.append(head)
            node = head

    def _enter(
        self, p: Passage, hit: Hit, node: int, child: int, dep: str, walk: Walk, out: list[Reading], first: bool
    ) -> bool:
        """Let the walk into the governor `node`; False ends it."""
        pos = p.pos[node]
        if dep == "conj":
            if pos in ("VERB", "AUX"):
                self._auxiliaries(p, node, walk, shared=True)
            return True
        if dep in ("mark", "punct", "dep", "csubj", "expl", "intj", "meta"):
            return False
        if pos in ("VERB", "AUX"):
            return self._enter_verb(p, node, child, dep, walk)
        if pos in ("ADP", "SCONJ", "PART") or p.tags[node] in ("IN", "TO", "RP"):
            return self._enter_preposition(p, node, walk)
        if pos in ("NOUN", "PROPN", "PRON", "NUM") or p.tags[node].startswith("NN"):
            return self._enter_noun(p, hit, node, child, dep, walk, out, first)
        if pos in ("ADJ", "ADV"):
            word = self.lexicon.stance(p, node, ("attitude", "turn"))
            if word is None:
                return False
            self._apply(p, node, word, walk)
            return True
        return False

    def _enter_preposition(self, p: Passage, node: int, walk: Walk) -> bool:
        head = p.heads[node]
        if p.lemmas[node] in _ADJUNCT and p.pos[head] in ("VERB", "AUX") and p.lemmas[head] != "be":
            governor = self.lexicon.stance(p, head)
            if governor is None or len(governor.parts) == 1:
                return False  # "eased sanctions *in* an effort to mend ties"
        word = self.lexicon.stance(p, node, ("circumstance", "turn", "attitude"))
        if word is None:
            return True
        if word.kind == "circumstance":
            governor = self.lexicon.stance(p, p.heads[node], ("attitude", "turn", "act"))
            return governor is not None and len(governor.parts) > 1 and governor.parts[-1] == p.lemmas[node]
        governed = self.lexicon.stance(p, p.heads[node])
        if governed is None or len(governed.parts) == 1 or governed.parts[-1] != p.lemmas[node]:
            self._apply(p, node, word, walk)
        return True

    def _enter_noun(
        self, p: Passage, hit: Hit, node: int, child: int, dep: str, walk: Walk, out: list[Reading], first: bool
    ) -> bool:
        if node in hit.tokens:
            return True
        word = self.lexicon.stance(p, node, ("attitude", "turn", "act", "pass"))
        if word is None:
            if not (first and dep == "amod" and p.pos[child] in ("ADJ", "VERB")):
                return False
        elif dep == "poss":
            return False
        elif word.kind != "pass":
            self._apply(p, node, word, walk)
        if negated_noun(p, node, ()):
            walk.sign = -walk.sign
        if word is not None and word.kind in _HOLDING_NOUNS:
            owner = owner_of(p, node, dep)
            if owner is not None:
                self._emit(p, hit, node, owner, walk, out)
        return True

    def _enter_verb(self, p: Passage, node: int, child: int, dep: str, walk: Walk) -> bool:
        lexicon = self.lexicon
        if node in walk.path:
            return True
        if dep in ("nsubj", "csubj"):
            return self._enter_from_subject(p, node, walk)
        if dep == "advcl":
            return self._enter_from_adverbial(p, node, child, walk)
        if dep == "parataxis" or dep == "relcl":
            return False
        if dep == "nsubjpass":
            word = lexicon.stance(p, node, ("attitude", "act", "turn"))
            if word is None:
                return False
            walk.passive = True
            self._apply(p, node, word, walk)
            return self._negations(p, node, word, walk)
        if dep == "xcomp" and p.lemmas[node] in ("need", "have"):
            walk.duty, walk.firmness = True, walk.firmness or 0.8
            return self._negations(p, node, None, walk)
        word = lexicon.stance(p, node, ("attitude", "act", "turn", "pass"))
        if word is None:
            return False
        if word.kind != "pass":
            if dep == "ccomp" and word.kind != "attitude" and finite(p, child):
                return False
            walk.passive = False
            self._apply(p, node, word, walk)
        elif p.lemmas[node] == "be" and dep in ("attr", "acomp") and walk.at is None:
            if p.kid(node, "expl") is not None:
                walk.kind, walk.at = "happening", node
                if not any(
                    p.words[k].lower() in ("will", "shall", "must", "can", "'ll", "’ll", "wo") for k in p.kids[node]
                ):
                    return False
                walk.duty = True
            else:
                walk.kind, walk.at = "verdict", node
                self._auxiliaries(p, node, walk)
                return walk.duty
        return self._negations(p, node, word, walk)

    def _enter_from_subject(self, p: Passage, node: int, walk: Walk) -> bool:
        """The issue is the subject: of a verdict ("is essential"), or of what comes about ("must begin")."""
        for k in p.kids[node]:
            if p.deps[k] in ("acomp", "attr", "prep", "oprd", "advmod") and k != node:
                word = self.lexicon.stance(p, k, ("verdict",))
                if word is not None:
                    self._apply(p, k, word, walk)
                    return self._negations(p, node, None, walk)
        if p.lemmas[node] == "be" and p.kid(node, "acomp", "attr") is not None:
            return False
        word = self.lexicon.stance(p, node, ("happening", "turn"))
        if word is None:
            if not self._forbidden(p, node):
                return False
            walk.at, walk.kind = node, "happening"
            return not self._auxiliaries(p, node, walk) and (walk.duty or walk.doubt) and self._ordered(walk)
        self._apply(p, node, word, walk)
        walk.kind = "happening"
        return self._negations(p, node, None, walk) and walk.duty

    @staticmethod
    def _forbidden(p: Passage, node: int) -> bool:
        """ "No monitor may board …": whatever the verb, with "no" and a modal it is forbidden."""
        own = p.kid(node, "nsubj", "nsubjpass")
        return own is not None and any(p.words[k].lower() in _NO for k in p.kids[own]) and any(
            p.tags[k] == "MD" for k in p.kids[node]
        )  # fmt: skip

    @staticmethod
    def _ordered(walk: Walk) -> bool:
        walk.duty, walk.doubt, walk.firmness = True, False, 0.9
        return True

    def _enter_from_adverbial(self, p: Passage, node: int, child: int, walk: Walk) -> bool:
        """A participle below an infinitive goes with it ("become neutral, *while abandoning* ambitions to join")."""
        if self._gerund(p, child):
            word = self.lexicon.stance(p, node, ("attitude",))
            assert word is not None
            self._apply(p, node, word, walk)
            return self._negations(p, node, word, walk)
        if p.tags[child] == "VBG" and p.tags[node] == "VB":
            self._auxiliaries(p, node, walk)
            return True
        word = self.lexicon.stance(p, node, ("attitude",))
        walk.passive = False
        if word is not None and infinitive(p, child):  # "is pressing for Russia to agree", parsed as a purpose
            self._apply(p, node, word, walk)
            return self._negations(p, node, word, walk)
        return False

    # -- what words do -----------------------------------------------------------------------------------------------

    def _apply(self, p: Passage, node: int, word: StanceWord, walk: Walk) -> None:
        walk.words.append(" ".join(word.parts))
        walk.hedged = walk.hedged or walk.doubt
        if word.sign == 0:
            walk.hedged = True
        else:
            walk.sign *= word.sign
        walk.at, walk.kind = node, word.kind
        walk.proposes = word.proposes
        if word.kind != "turn":
            walk.firmness = word.firmness
        walk.duty = walk.doubt = False

    def _negations(self, p: Passage, node: int, word: StanceWord | None, walk: Walk) -> bool:
        """Apply what the verb's own auxiliaries and adverbs do; False where they leave no side."""
        negated = self._auxiliaries(p, node, walk)
        if (
            any(p.lemmas[k] == "yet" and p.deps[k] == "advmod" for k in p.kids[node])
            and p.kid(node, "xcomp") is not None
        ):
            return False
        # who no longer insists, or does not rule out, has not taken the other side
        return not (
            negated and word is not None and word.kind == "attitude" and (word.sign < 0 or word.firmness >= 1.0)
        )

    def _auxiliaries(self, p: Passage, node: int, walk: Walk, shared: bool = False) -> bool:
        """Negation, duty and doubt on a verb; True when it is negated. `shared`: from the first of several verbs."""
        negated = any(
            p.deps[k] == "neg" or (p.deps[k] == "advmod" and p.lemmas[k] in _NEVER)
            or (p.words[k].lower() == "longer" and p.deps[k] == "advmod")
            for k in p.kids[node]
        )  # fmt: skip
        subject_token = p.kid(node, "nsubj", "nsubjpass")
        if subject_token is not None and any(p.words[k].lower() in _NO for k in p.kids[subject_token]):
            negated = subject_token not in walk.path
        if negated and not shared:
            walk.sign = -walk.sign
        for k in p.kids[node]:
            if p.deps[k] not in ("aux", "advmod"):
                continue
            word = self.lexicon.stance(p, k, ("duty", "doubt"))
            if word is None:
                continue
            if word.kind == "duty" or (negated and p.deps[k] == "aux"):
                walk.duty = True
                walk.firmness = max(walk.firmness or 0.0, 0.8)
            else:
                walk.doubt = True
        return negated

    # -- where the walk ends -----------------------------------------------------------------------------------------

    def _goes_on(self, p: Passage, node: int, walk: Walk) -> bool:
        """Whether the side climbs from this verb to its governor; False where the verb stands for itself."""
        head, dep = p.heads[node], p.deps[node]
        if head == node or dep in ("relcl", "parataxis", "csubj", "nsubj", "ROOT"):
            return False
        if dep == "conj":
            first = head
            while p.deps[first] == "conj" and p.heads[first] != first:
                first = p.heads[first]
            if p.deps[first] == "ccomp" and subjunctive(p, first) and p.kid(node, "nsubj", "nsubjpass") is None:
                return True
            same = p.tags[node] == p.tags[head] and p.tags[node] in ("VBD", "VBZ", "VBP", "VBN", "VBG")
            return not (same or finite(p, node))
        if dep == "acl":
            return p.tags[node] == "VB" or (
                p.tags[node] == "VBG" and self.lexicon.stance(p, head, ("pass",)) is not None
            )
        if dep == "advcl":
            if p.tags[node] == "VBG":
                return (p.tags[head] == "VB" and not finite(p, head)) or self._gerund(p, node)
            word = self.lexicon.stance(p, head, ("attitude",))
            return infinitive(p, node) and word is not None and p.kid(head, "dobj") is None
        if dep == "ccomp":
            word = self.lexicon.stance(p, head, ("attitude", "act"))
            if word is None or (word.kind == "act" and finite(p, node)):
                return False
            if (
                not finite(p, node)
                or subjunctive(p, node)
                or walk.duty
                or walk.doubt
                or walk.kind in ("verdict", "happening")
            ):
                return True
            return walk.kind != "attitude" and p.tags[node] == "VBZ" and word.firmness >= 0.7
        return dep in ("xcomp", "pcomp", "amod", "acomp", "prep", "dobj", "aux", "auxpass", "oprd", "attr", "appos")

    def _gerund(self, p: Passage, node: int) -> bool:
        """A gerund that is the object of the verb before it, parsed as an adverbial: "ruled out *giving up* land"."""
        head = p.heads[node]
        if p.tags[node] != "VBG" or p.deps[node] != "advcl" or not 0 < p.left[node] - head <= 2:
            return False
        return "," not in p.words[head:node] and self.lexicon.stance(p, head, ("attitude",)) is not None

    def _hold(self, p: Passage, hit: Hit, node: int, walk: Walk, out: list[Reading]) -> None:
        if walk.at is None and walk.duty and p.pos[node] in ("VERB", "AUX"):
            self._emit(p, hit, node, None, walk, out)
            return
        if walk.at is None:
            if p.deps[node] == "ROOT" or p.pos[node] not in ("VERB", "AUX"):
                out.append(self._reading(hit, node, None, walk, "bare"))
            return
        if node in hit.tokens and p.tags[node] == "VBG" and p.deps[node] == "advcl":
            return  # "they are talking, dividing up assets": said in passing
        if walk.duty or walk.kind in ("verdict", "happening"):
            self._emit(p, hit, walk.at, None, walk, out)
            return
        holder = agent(p, walk.at) if walk.passive else subject(p, node)
        if walk.passive and holder is None and walk.kind != "act" and any(p.tags[k] == "MD" for k in p.kids[node]):
            walk.duty = True  # "no monitors would be accepted": the speaker says what will be
            self._emit(p, hit, walk.at, None, walk, out)
            return
        if holder is None and not walk.passive and p.tags[node] == "VB" and p.heads[node] == node:
            walk.duty = True  # an order: "Stop the war"
            self._emit(p, hit, walk.at, None, walk, out)
        elif holder is not None and holder not in hit.tokens:
            self._emit(p, hit, walk.at, holder, walk, out)

    def _emit(self, p: Passage, hit: Hit, at: int, holder: int | None, walk: Walk, out: list[Reading]) -> None:
        out.append(self._reading(hit, at, holder, walk, "duty" if walk.duty and holder is None else walk.kind))

    @staticmethod
    def _reading(hit: Hit, at: int, holder: int | None, walk: Walk, kind: str) -> Reading:
        return Reading(
            hit, at, holder, walk.sign, walk.hedged, walk.firmness or 0.6, tuple(dict.fromkeys(walk.path)),
            tuple(walk.words), kind, walk.doubt, walk.proposes,
        )  # fmt: skip

    # -- relative clauses --------------------------------------------------------------------------------------------

    def _behind(self, p: Passage, hit: Hit, noun: int, walk: Walk, out: list[Reading]) -> None:
        """Clauses behind the noun that take a side towards it: "the truce *that both accepted*", "*backed by X*"."""
        for k in p.kids[noun]:
            if k <= noun or p.deps[k] not in ("relcl", "acl"):
                continue
            for v in gaps(p, k):
                word = self.lexicon.stance(p, v, ("attitude", "turn"))
                if word is None:
                    continue
                inner = walk.copy()
                inner.passive = p.tags[v] == "VBN" and (p.kid(v, "auxpass") is not None or p.deps[v] == "acl")
                inner.at = None
                self._apply(p, v, word, inner)
                if self._negations(p, v, word, inner):
                    inner.path.append(v)
                    self._climb(p, hit, v, inner, out, below=True, top=k)
