"""What our own sentences are made of, for those who say them in another language."""

from server.analysis.model import Finding, Part


def part(finding: Finding) -> Part:
    """Return what a sentence that states `finding` says of it."""
    return Part(finding.practice, finding.stance, finding.hedged, finding.region)
