"""How a statement commits: affirmed, denied or bound to consent; hedged or not; or void.

All is decided from the plain text around the act, the words that a rule marked. What governs
an act stands before it in its own clause; what binds it to consent may stand anywhere in the sentence.
"""

from dataclasses import dataclass

import re2

from server.analysis.rules import Actor
from server.analysis.vocabulary import Stance

_READER = (
    r"(?:you|your child|users?|members?|visitors?|customers?|individuals?|consumers?|subscribers?|clients?|patients?"
    r"|participants?|people|persons?|parents?|anyone|everyone|someone|others)"
)
_STRANGER = (
    r"(?:third part(?:y|ies)(?: \w+)?|they|advertisers?|vendors?|networks?|(?:those|these|such|other|linked|the) "
    r"(?:\w+ )?(?:compan(?:y|ies)|part(?:y|ies)|sites|websites|services|providers?|organi[sz]ations|entities|partners))"
)
_AUXILIARY = r"(?:may|might|can|could|will|would|shall|should|must|do|does|did|is|are|was|were|has|had)"
_BETWEEN = r"(?:also|then|still|either|now|not|never|only|always|sometimes|choose to|wish to|decide to|elect to|want to|have|be|be able to|voluntarily|directly|expressly)"

# A clause begins behind these, so that a "not" before them governs nothing behind them.
_CLAUSE = re2.compile(
    r"; |\. |\? |\b(?:but|however|although|though|unless|except|because|while|whereas|otherwise|rather|instead|"
    r"that|which|who|whom|whose|what|how|when|where|if|whether|so) "
    r"|, (?:and |or |nor )?(?:we|you|they|it|our|this|these|your|users?|members?) "
    r"|\b(?:and|or) (?:we|you|they|it|our) "
)
_NEGATION = re2.compile(
    r"\b(?:not|never|neither|nor|no longer|nobody|no one|none of|nothing|refuse to|refrain from|prohibit(?:s|ed)?(?: \w+)? from"
    r"|in no (?:event|way|case|circumstances?)|under no circumstances?|at no time|without (?:\w+ly )?(?:\w+ing\b)?"
    r"|no (?:(?:personal(?:ly)?|identif\w+|such|other|customer|user|private|sensitive|individual|of your|of the|cookies?|mobile)[ -]?)*"
    r"(?:information|data|details|pii|record|records|cookies?|trackers?|tracking|part|one|party|parties)?)\b"
)
_NO_NEGATION = re2.compile(
    r"not only|not just|not merely|not limited to|whether or not|or not|if not|not necessarily all|not hesitate|no matter|no later|"
    r"no additional|no extra|no charge|no cost|no obligation|no fee|without limitation|without limiting|without notice|nor limited"
)
# An act under these is neither affirmed nor denied.
_VOID = re2.compile(
    r"\bnot (?:\w+ly )?(?:responsible|liable|required|obliged|obligated|bound|necessarily|able to (?:guarantee|ensure|control)|aware)\b"
    r"|\b(?:can|could|do|does|will|may) not (?:\w+ly )?(?:guarantee|ensure|control|promise|assure|warrant|mean|know|prevent|govern|apply|cover)\b"
    r"|\bno (?:control|responsibility|liability|guarantee|obligation) "
    r"|\b(?:responsible|liable) for\b"
)
_ENDED = re2.compile(rf"\b{_AUXILIARY} ")
_MODAL = re2.compile(r"\b(may|might|could|will|shall|must|do|does|can|would|should)\b( not\b)?")
_READER_ACTS = re2.compile(rf"\b{_READER}(?: or {_READER})? (?:(?:{_AUXILIARY}|{_BETWEEN}) )*$")
_STRANGER_ACTS = re2.compile(rf"\b{_STRANGER} (?:(?:{_AUXILIARY}|{_BETWEEN}) )*$")
_TOGETHER = re2.compile(rf"\b(?:we|us|our \w+|ourselves|{_READER})(?:,| and| or| as well as)(?: \w+)?(?: \w+)? {_STRANGER} ")
_READER_MODAL = re2.compile(rf"\b{_READER} (?:(?:also|then|still) )?$")

_ASKED = (
    r"(?:consent|permission|approval|authori[sz]ation|opt in|opted in|opting in|agree(?:d|ment)?|agree to (?:it|this|such)|allow(?:ed)?"
    r"|permit(?:ted)?|authori[sz]ed?|enabled?|turn(?:ed)? on|consented)"
)
_CONSENT = re2.compile(
    rf"\bwith (?:your|the user'?s?|users'?|their|the customer'?s|a parent'?s?|parental|verifiable|prior|explicit|express|the|his or her)"
    rf"(?: (?:or )?[\w'-]+){{0,4}} (?:consent|permission|approval|authori[sz]ation)\b"
    rf"|\bwith (?:consent|permission)\b"
    rf"|\b(?:if|when|where|once|after|unless|until|only|provided)(?: that| if| when| where| with| after)? (?:and (?:if|when) )?"
    rf"(?:{_READER}|we)(?: \w+){{0,5}} {_ASKED}\b"
    rf"|\b(?:without|subject to|based on|upon|after|prior to)(?: \w+)? (?:your|the user'?s?|users'?|their|prior|first|obtaining|explicit|express|parental|verifiable|the)"
    rf"(?: (?:or )?[\w'-]+){{0,5}} (?:consent|permission|approval|authori[sz]ation|agreement)\b"
    rf"|\b(?:only|unless)(?: \w+){{0,3}} (?:opt in|opted in|consent|permission)\b"
    rf"|\bhas been (?:given|granted|obtained)\b|\bon an opt in basis\b|\bask(?:ing)? (?:for )?your (?:consent|permission)\b"
)
_NO_CONSENT = re2.compile(
    r"\bunless you (?:\w+ )?(?:opt out|object|tell us not|ask us not|request that we|unsubscribe|notify us|have opted out|instruct)"
    r"|\byou (?:hereby |expressly |also )*(?:consent|agree) (?:to|that)\b|\bwithout (?:your )?(?:further )?(?:notice|being)\b"
)
# "Except as described in this policy" takes back what the denial gave.
_OPEN_EXCEPTION = re2.compile(
    r"\b(?:except|other than|unless)(?: as| where| when| for| to the extent| that is| if)?(?: otherwise| expressly| specifically| provided| it is)* "
    r"(?:described|set forth|set out|stated|provided|noted|disclosed|outlined|specified|explained|indicated|mentioned|detailed|listed|permitted)\b"
    r"|\bunless (?:otherwise|we (?:state|say|tell|notify)|the specific)"
    r"|\b(?:except|other than) (?:in|under|for|as)(?: \w+)? (?:following|limited|specific|these|this|certain|below)\b"
    r"|\bexcept (?:in|under|for) (?:the )?(?:following|limited|specific|certain)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The stance that a statement takes, and whether it says only that it "may" be so.

    `otherwise` is the stance where the practice knows no consent.
    """

    stance: Stance
    hedged: bool
    otherwise: Stance


def _last(pattern: "re2._Regexp[str]", text: str) -> "re2._Match[str] | None":
    match = None
    for match in pattern.finditer(text):
        pass
    return match


def _clause_before(text: str, act: int) -> str:
    boundary = _last(_CLAUSE, text[:act])
    if boundary is None:
        return text[:act]
    # The subject that opens a clause belongs to it.
    words = boundary.group().strip(" ,;.?")
    return words.rpartition(" ")[2] + " " + text[boundary.end() : act]


def _negated(clause: str) -> bool:
    clause = _NO_NEGATION.sub(" ", clause)
    cue = _last(_NEGATION, clause)
    if cue is None:
        return False
    # A new verb behind the cue is not governed by it ("data that does not identify you may be
    # shared"), unless the cue is the subject ("no information is shared").
    ended = _ENDED.search(clause[cue.end() :].lstrip())
    subject = cue.group().startswith("no") and not cue.group().startswith("not")
    return subject or ended is None or ended.start() == 0


def _hedged(clause: str) -> bool:
    modal = _last(_MODAL, clause)
    if modal is None or modal.group(2) or modal.group(1) not in {"may", "might", "could"}:
        return False
    return not _READER_MODAL.search(clause[: modal.start()])


def is_consent(text: str) -> bool:
    """Return whether the plain `text` binds what it says to the reader's consent."""
    return bool(_CONSENT.search(_NO_CONSENT.sub(" ", text)))


def hedged(text: str, act: int) -> bool:
    """Return whether the act that begins at `act` in the plain `text` only "may", "might" or "could" be done."""
    return _hedged(_clause_before(text, act))


def read(text: str, act: int, actor: Actor) -> Reading | None:
    """Return the stance of the statement whose act begins at `act` in the plain `text`, None for a void one.

    Void are questions, acts of the reader or of strangers where the practice is the site's own,
    acts under "we can not ensure that", and denials that an open exception takes back.
    """
    if text.endswith("?"):
        return None
    clause = _clause_before(text, act)
    if _VOID.search(clause):
        return None
    if actor is Actor.SITE and (
        _READER_ACTS.search(clause) or (_STRANGER_ACTS.search(clause) and not _TOGETHER.search(clause))
    ):
        return None
    negated, hedged_ = _negated(clause), _hedged(clause)
    otherwise = Stance.DOES_NOT if negated else Stance.DOES
    if is_consent(text):
        return Reading(Stance.WITH_CONSENT, hedged_ and not negated, otherwise)
    if negated and _OPEN_EXCEPTION.search(text):
        return None
    return Reading(otherwise, hedged_ and not negated, otherwise)
