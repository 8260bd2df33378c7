"""Why a text gets no summary. A refusal is an answer: it says what the text is instead."""


class Refusal(Exception):
    """The text is not an English privacy policy. `str()` is a plain sentence for the reader."""


class NotAPolicy(Refusal):
    """Another kind of text; `looks_like` is "terms", "cookie-policy" or "other"."""

    def __init__(self, detail: str, looks_like: str) -> None:
        super().__init__(detail)
        self.looks_like = looks_like


class NotEnglish(Refusal):
    """Another language; `language` is its ISO 639-1 code."""

    def __init__(self, detail: str, language: str) -> None:
        super().__init__(detail)
        self.language = language


class TooShort(Refusal):
    """Too few words to be a policy."""


class BotWall(Refusal):
    """A page that asks whether the reader is a robot."""


class ScriptOnly(Refusal):
    """A page whose words are only drawn by its scripts."""
