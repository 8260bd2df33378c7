"""All rules, listed by hand in the order of the vocabulary; one module a part of it."""

from server.analysis.practices import (
    access,
    audiences,
    automation,
    change,
    choice,
    collection,
    content,
    cookies,
    disclosure,
    other,
    recipients,
    retention,
    security,
    sharing,
    tracking,
    use,
)
from server.analysis.rules import PracticeRule

RULES: tuple[PracticeRule, ...] = (
    *collection.RULES,
    *content.RULES,
    *use.RULES,
    *automation.RULES,
    *cookies.RULES,
    *tracking.RULES,
    *sharing.RULES,
    *recipients.RULES,
    *disclosure.RULES,
    *choice.RULES,
    *access.RULES,
    *retention.RULES,
    *security.RULES,
    *change.RULES,
    *audiences.RULES,
    *other.RULES,
)
