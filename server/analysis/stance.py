"""How a statement commits: affirmed, denied or bound to consent; hedged or not; or void.

All is decided from the plain text around the act, the words that a rule marked. What governs
an act stands before it in its own clause; what binds it to consent may stand anywhere in the sentence.

Plain text is ASCII. Within this module it is held as bytes, which RE2 takes as they are: a `str` would be
encoded and its offsets counted at each search.
"""

from collections import deque
from collections.abc import Container
from dataclasses import dataclass

import re2

from server.analysis.rules import Actor
from server.analysis.vocabulary import Stance

_READER = (
    r"(?:you|your child|users?|members?|visitors?|customers?|individuals?|consumers?|subscribers?|clients?|patients?"
    r"|participants?|people|persons?|parents?|anyone|everyone|someone|others)"
)
_COMPANIES = r"(?:compan(?:y|ies)|part(?:y|ies)|sites|websites|services|providers?|organi[sz]ations|entities|partners)"
_STRANGER = (
    r"(?:third part(?:y|ies)(?: \w+)?|they|advertisers?|vendors?|networks?"
    rf"|(?:those|these|such|other|linked|the) (?:\w+ )?{_COMPANIES})"
)
_AUXILIARY = r"(?:may|might|can|could|will|would|shall|should|must|do|does|did|is|are|was|were|has|had)"
_BETWEEN = (
    r"(?:also|then|still|either|now|not|never|only|always|sometimes|choose to|wish to|decide to|elect to|want to"
    r"|have|be|be able to|voluntarily|directly|expressly"
    r"|agree(?: not)? to|(?:allowed|permitted|required|prohibited)(?: to| from)?)"
)

# A clause begins behind these, so that a "not" before them governs nothing behind them.
_MAIN_CLAUSE = (
    r"; |\. |\? "
    r"|\b(?:but|however|although|though|unless|except|because|while|whereas|other than) "
    r"|[,;] (?:otherwise|rather|instead|so),? "
    r"|, (?:and |or |nor )?(?:we|you|they|it|our|this|these|your|users?|members?) "
    r"|\b(?:and|or) (?:we|you|they|it|our) "
)
_CLAUSE = re2.compile(_MAIN_CLAUSE + r"|\b(?:that|which|who|whom|whose|what|how|when|where|if|whether) ")
_TURN = re2.compile(r"\b(?:but|however|although|whereas) |; we ")
# "We can not ensure that" reaches into the clause that it governs.
_GOVERNING_CLAUSE = re2.compile(_MAIN_CLAUSE)

_OF_THE_DATA = (
    r"(?:(?:personal(?:ly)?|identif\w+|such|other|customer|user|private|sensitive|individual|of your|of the|cookies?"
    r"|mobile)[ -]?)*"
)
_NEGATION = re2.compile(
    r"\b(?:not|never|neither|nor|no longer|nobody|no one|none of|nothing|refuse to|refrain from"
    r"|prohibit(?:s|ed)?(?: \w+)? from|in no (?:event|way|case|circumstances?)|under no circumstances?|at no time"
    rf"|no {_OF_THE_DATA}"
    r"(?:information|data|details|pii|records?|cookies?|trackers?|tracking|logs?|names?|addresses|part|one|party|parties"
    r"|users?|profiles?|circumstances?|way|time|event|longer|intentions?|plans?|desire))\b"
    r"|\bwithout(?: \w+ly)? *$"
)
_NO_NEGATION = re2.compile(
    r"not only|not just|not merely|not limited to|whether or not|or not|if not|not necessarily all|not hesitate"
    r"|no matter|no later|no longer than|no more than|no less than|no fewer than|no additional|no extra|no charge"
    r"|no cost|no obligation|no fee"
    r"|without limitation|without limiting|without notice|nor limited"
)
# "We collect no data": the act is denied by its object.
_DENIED_OBJECT = re2.compile(
    r"^(?:(?:we|it|they|our \w+) )?(?:\w+ly )?\w+(?: (?:from|about) you)? (?:no|none of|neither|zero)\b"
)
_DENIES = re2.compile(r"\b(?:no|none of|neither|zero)\b")
_DENIES_NEXT = re2.compile(r"\b(?:no|none of|neither|zero) *$")
# "Under no circumstances, even in an emergency, do we sell it": what opens a sentence so governs all of it.
_OPENING_DENIAL = re2.compile(r"^(?:under no circumstances?|at no time|in no (?:event|case|way)|on no account)\b")
# What stands in brackets governs nothing behind them.
_ASIDE = re2.compile(r"\([^()]*\) ?")
_WISHES = (
    r"(?:want|wish|prefer|tell|ask|request|instruct|object|direct|require|demand|choose|elect|decide|like|granting)"
)
# An act under these is neither affirmed nor denied.
_VOID = re2.compile(
    # What the reader wishes that the site does not do: "if you do not want us to", "the right to tell us not to".
    rf"\b(?:{_READER}|rights?|ability|option)(?: [\w']+){{0,5}}? {_WISHES}\b(?: [\w']+){{0,6}}? not\b"
    rf"|\b(?:not|no longer) (?:\w+ )?{_WISHES} (?:us|we|our|that|to have|{_READER})\b"
    r"|\b(?:in order )?to (?:ensure|make sure) (?:that )?(?:we|you)\b|^(?:if|should|were) we\b"
    r"|\bnot (?:\w+ly )?"
    r"(?:responsible|liable|required|obliged|obligated|bound|necessarily|able to (?:guarantee|ensure|control)|aware)\b"
    r"|\b(?:can|could|do|does|will|may) not (?:\w+ly )?"
    r"(?:guarantee|ensure|control|promise|assure|warrant|mean|know|prevent|govern|apply|cover)\b"
    r"|\bno (?:control|responsibility|liability|guarantee|obligation) "
    r"|\b(?:responsible|liable) for\b"
)
_ENDED = re2.compile(rf"\b{_AUXILIARY} ")
_MODAL = re2.compile(r"\b(may|might|could|will|shall|must|do|does|can|would|should)\b( not\b)?")
_READER_ACTS = re2.compile(
    rf"\b{_READER}(?: or {_READER})? (?:(?:may|might|can|could|will|would|shall|should|must|do|did|are|{_BETWEEN}) )*$"
)
# "You will be notified": the reader does not act.
_PASSIVE = (b" be ", b" been ")
_STRANGER_ACTS = re2.compile(rf"\b{_STRANGER} (?:(?:{_AUXILIARY}|{_BETWEEN}) )*$")
_TOGETHER = re2.compile(
    rf"\b(?:we|us|our \w+|ourselves|{_READER})(?:,| and| or| as well as)(?: \w+)?(?: \w+)? {_STRANGER} "
)
_MAYBE = (b"may", b"might", b"could")
_READER_MODAL = re2.compile(rf"\b{_READER} (?:(?:also|then|still) )?$")

_GRANT = r"(?:consent|permission|approval|authori[sz]ation|agreement)"
_GRANTED = (
    rf"(?:{_GRANT}|opt in|opted in|opting in|agreed?|agree to (?:it|this|such)|allow(?:ed)?|permit(?:ted)?"
    r"|authori[sz]ed?|enabled?|turn(?:ed)? on|consented)"
)
_WHOSE = (
    r"(?:your|the user'?s?|users'?|their|his or her|the customer'?s|a parent'?s?|parental|verifiable|prior|first"
    r"|obtaining|explicit|express|the)"
)
_CONSENT = re2.compile(
    rf"\bwith {_WHOSE}(?: (?:or )?[\w'-]+){{0,4}} {_GRANT}\b|\bwith (?:consent|permission)\b"
    rf"|\b(?:if|when|where|once|after|unless|until|only|provided)(?: that| if| when| where| with| after)?"
    rf" (?:and (?:if|when) )?(?:the )?(?:{_READER}|we)(?:'ve|'d)?(?:,? \w+){{0,9}},? {_GRANTED}\b"
    rf"|\b(?:without|subject to|based on|upon|after|prior to)(?: \w+)? {_WHOSE}(?: (?:or )?[\w'-]+){{0,5}} {_GRANT}\b"
    r"|\b(?:only|unless)(?: \w+){0,3} (?:opt in|opted in|consent|permission)\b"
    r"|\bunless you (?:ask|tell|direct|instruct|request) us to\b"
    r"|\bhas been (?:given|granted|obtained)\b|\bon an opt in basis\b"
    rf"|\b(?:get|obtain|seek|ask for|request|need|require)(?: [\w'-]+){{0,4}} {_GRANT} (?:before|prior to)\b"
    r"|\bask(?:ing)? (?:for )?your (?:consent|permission)\b"
)
_NO_CONSENT = re2.compile(
    r"\b(?:if|when|where) you (?:\w+ )?(?:not|never|decline|refuse)\b[^,]*"
    r"|\bunless you (?:\w+ )?(?:opt out|object|tell us not|ask us not|request that we|unsubscribe|notify us"
    r"|have opted out|instruct)"
    r"|\byou (?:hereby |expressly |also )*(?:consent|agree) (?:to|that)\b"
    r"|\bwithout (?:your )?(?:further )?(?:notice|being)\b"
)
# "Except as described in this policy" takes back what the denial gave.
_OPEN_EXCEPTION = re2.compile(
    r"\b(?:except|other than|apart from|with the exception of|unless)"
    r"(?: as| where| when| for| to the extent| that is| if)?(?: otherwise| expressly| specifically| provided| it is)* "
    r"(?:described|set forth|set out|stated|provided|noted|disclosed|outlined|specified|explained|indicated|mentioned"
    r"|detailed|listed|permitted)\b"
    r"|\bunless (?:otherwise|we (?:state|say|tell|notify)|the specific)"
    r"|\b(?:except|other than|apart from|with the exception of) (?:(?:in|under|for|as) )?(?:\w+ )?"
    r"(?:following|limited|specific|certain|these|this|below)\b"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The stance that a statement takes, and whether it says only that it "may" be so.

    `otherwise` is the stance where the practice knows no consent, None where nothing is left then:
    "we do not share it without your consent" neither affirms nor denies sharing.
    """

    stance: Stance
    hedged: bool
    otherwise: Stance | None

    def within(self, stances: Container[Stance]) -> "Reading | None":
        """Return this reading as one of `stances`, None where it is none of them."""
        if self.stance in stances:
            return self
        if self.otherwise and self.otherwise in stances:
            return Reading(self.otherwise, self.hedged, self.otherwise)
        return None


def _last(pattern: "re2._Regexp[str]", words: bytes) -> "re2._Match[bytes] | None":
    return next(iter(deque(pattern.finditer(words), maxlen=1)), None)


def _clause_before(words: bytes, act: int, boundaries: "re2._Regexp[str]" = _CLAUSE) -> bytes:
    words = words[:act]
    if b"(" in words:
        words = _ASIDE.sub(b"", words)
    boundary = _last(boundaries, words)
    if boundary is None:
        return words
    # The subject that opens a clause belongs to it.
    opening: bytes = boundary.group().strip(b" ,;.?")
    return opening.rpartition(b" ")[2] + b" " + words[boundary.end() :]


def _negated(clause: bytes) -> bool:
    clause = _NO_NEGATION.sub(b" ", clause)
    cue = _last(_NEGATION, clause)
    if cue is None:
        return False
    # A new verb behind the cue is not governed by it ("data that does not identify you may be
    # shared"), unless the cue is the subject ("no information is shared").
    ended = _ENDED.search(clause[cue.end() :].lstrip())
    subject = cue.group().startswith(b"no") and not cue.group().startswith(b"not")
    return subject or ended is None or ended.start() == 0


def _hedged(clause: bytes) -> bool:
    modal = _last(_MODAL, clause)
    if modal is None or modal.group(2) or modal.group(1) not in _MAYBE:
        return False
    return not _READER_MODAL.search(clause[: modal.start()])


def _statement_around(words: bytes, act: int) -> bytes:
    end = words.find(b"; ", act)
    return words[words.rfind(b"; ", 0, act) + 1 : end if end >= 0 else None]


def _is_consent(words: bytes) -> bool:
    return bool(_CONSENT.search(_NO_CONSENT.sub(b" ", words)))


def hedged(text: str, act: int) -> bool:
    """Return whether the act that begins at `act` in the plain `text` only "may", "might" or "could" be done."""
    words = text.encode()
    # Few sentences hold one of them, and the clause need not be found where none does.
    return any(word in words for word in _MAYBE) and _hedged(_clause_before(words, act))


def takes_back(lead_in: str, actor: Actor) -> bool:
    """Return whether the plain `lead_in` denies what its items say ("we do not"), or gives it to the reader to do."""
    if not lead_in:
        return False
    clause = _clause_before(lead_in.encode() + b" ", len(lead_in) + 1)
    return _negated(clause) or (actor is Actor.SITE and bool(_READER_ACTS.search(clause)))


def _denied_from_afar(words: bytes, act: int) -> bool:
    return bool(_OPENING_DENIAL.search(words)) and not _TURN.search(words[:act])


def _denies_object(words: bytes) -> bool:
    return bool(_DENIES.search(words) and _DENIED_OBJECT.search(_NO_NEGATION.sub(b" ", words)))


def denies_object(text: str) -> bool:
    """Return whether the plain `text`, which begins with an act, denies it by its object: "collect no data"."""
    return _denies_object(text.encode())


def turns(text: str) -> bool:
    """Return whether a new statement begins within the plain `text`: "sell it, but we share it"."""
    return bool(_TURN.search(text.encode()))


def read(text: str, act: int, actor: Actor) -> Reading | None:
    """Return the stance of the statement whose act begins at `act` in the plain `text`, None for a void one.

    Void are questions, acts of the reader or of strangers where the practice is the site's own,
    acts under "we can not ensure that", and denials that an open exception takes back.
    """
    if text.endswith("?"):
        return None
    words = text.encode()
    clause = _clause_before(words, act)
    if _VOID.search(_clause_before(words, act, _GOVERNING_CLAUSE)):
        return None
    if actor is Actor.SITE and (
        (_READER_ACTS.search(clause) and not clause.endswith(_PASSIVE))
        or (_STRANGER_ACTS.search(clause) and not _TOGETHER.search(clause))
    ):
        return None
    negated = _negated(clause) or _denied_from_afar(words, act) or bool(_DENIES_NEXT.search(clause))
    negated = negated or _denies_object(words[act:])
    hedged_ = _hedged(clause)
    otherwise = Stance.DOES_NOT if negated else Stance.DOES
    if _is_consent(_statement_around(words, act)):
        return Reading(Stance.WITH_CONSENT, hedged_ and not negated, None if negated else otherwise)
    if negated and _OPEN_EXCEPTION.search(words):
        return None
    return Reading(otherwise, hedged_ and not negated, otherwise)
