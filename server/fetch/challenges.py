"""Answers that stand in front of a page and ask whether its reader is a robot."""

import re

from server.analysis.model import Document
from server.analysis.refusals import BotWall
from server.analysis.walls import wall

# Headers of those who say it themselves: Cloudflare, AWS.
HEADERS = ("cf-mitigated", "x-amzn-waf-action")
# What the pages of such services load, where their words are drawn by scripts.
_SIGNS = re.compile(
    r"/cdn-cgi/challenge-platform/|captcha-delivery\.com|_Incapsula_Resource|px-captcha|awswaf\.com|hcaptcha\.com"
    r"|google\.com/recaptcha|challenges\.cloudflare\.com",
)
# What any server says with its status, robots or not.
_STATUS_WORDS = re.compile(r"(?:\b403 )?\bforbidden\b|\b(?:429 )?too many requests\b|\baccess denied\b", re.IGNORECASE)


def is_challenge(html: str, document: Document) -> bool:
    """Whether a page that came with an error's status asks for a human."""
    if _SIGNS.search(html):
        return True
    return isinstance(wall(_STATUS_WORDS.sub(" ", f"{document.title} {document.text}")), BotWall)
