"""The grade: a documented sum over badges, its terms given with it."""

from collections.abc import Sequence

from server.analysis.model import Badge, Grade, GradeTerm
from server.analysis.vocabulary import Level

# Fewer badges say too little of a policy to judge it.
MIN_BADGES = 6

_POINTS = {Level.WARNING: -2, Level.CAUTION: -1, Level.GOOD: 2}
_HEDGED_WARNING = -1

# The least points for a letter; below the last it is E. Of 340 policies drawn from the corpus, about a tenth
# earned an A, two tenths a B, three a C, two a D and two an E. What a good statement earns equals what a warning costs,
# or a long policy, which says more of both, would fare worse than one that says little.
LETTERS = (("A", 6), ("B", 1), ("C", -5), ("D", -10))


def _term(badge: Badge) -> GradeTerm:
    points = _HEDGED_WARNING if badge.hedged and badge.level is Level.WARNING else _POINTS[badge.level]
    return GradeTerm(badge.practice, badge.stance, points)


def grade(badges: Sequence[Badge]) -> Grade | None:
    """Return the grade that `badges` add up to, None when there are too few to judge."""
    if len(badges) < MIN_BADGES:
        return None
    terms = tuple(_term(badge) for badge in badges)
    points = sum(term.points for term in terms)
    letter = next((letter for letter, least in LETTERS if points >= least), "E")
    return Grade(letter, points, terms)
