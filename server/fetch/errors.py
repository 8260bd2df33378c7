"""Why an address could not be read. `str()` of each is a plain sentence for the person who asked."""


class FetchError(Exception):
    """An address was not read."""


class Unreachable(FetchError):
    """The site does not answer, not in time, or with no document."""


class RefusedAddress(FetchError):
    """The address, or one that it leads to, is none that this server reads."""


class TooLarge(FetchError):
    """The document is longer than is read."""


class UnsupportedMediaType(FetchError):
    """The document is neither HTML nor plain text nor PDF, or cannot be read as what it says it is."""


class Busy(FetchError):
    """As many addresses as may be are being read already."""
