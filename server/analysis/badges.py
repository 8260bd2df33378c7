"""Which findings a reader sees at a glance."""

from collections.abc import Sequence

from server.analysis.model import Badge, Finding
from server.analysis.vocabulary import Level


def award(findings: Sequence[Finding]) -> tuple[Badge, ...]:
    """Return a badge for each finding above the level info: worst first, then by how much of the text says so."""
    worthy = [finding for finding in findings if finding.level is not Level.INFO]
    worthy.sort(key=lambda finding: (finding.level.rank, -finding.count))
    return tuple(Badge(f.practice, f.stance, f.hedged, f.level, f.label) for f in worthy)
