"""One request and its answer."""

import logging
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.message import Message
from http import HTTPStatus

import httpcore

from server.fetch.connecting import Connector, Network
from server.fetch.deadline import Deadline
from server.fetch.decompressing import ACCEPTED, decompressed
from server.fetch.errors import TooLarge, Unreachable
from server.fetch.urls import Url

AGENT = "Smallprint"
"""The name that robots.txt files know us by."""

_HEADERS = {
    "User-Agent": f"{AGENT}/1",
    "Accept": "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8",
    "Accept-Language": "en",
    "Accept-Encoding": ACCEPTED,
    "Connection": "close",
}
_REDIRECTS = (
    *(HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.FOUND, HTTPStatus.SEE_OTHER),
    *(HTTPStatus.TEMPORARY_REDIRECT, HTTPStatus.PERMANENT_REDIRECT),
)

# Every one takes its time, be it of one byte.
_MAX_CHUNKS = 20_000

# At the level of debugging, httpcore writes down every address and every header.
logging.getLogger("httpcore").setLevel(logging.INFO)


class Answer:
    """What a site answers; its body is read when asked for, and can be read once."""

    def __init__(self, response: httpcore.Response, deadline: Deadline) -> None:
        self._response = response
        self._deadline = deadline
        self.status = response.status

    def header(self, name: str) -> str:
        """Return the header's value, that of the first where there are several, "" where there is none."""
        wanted = name.lower().encode()
        return next((value.decode("latin-1") for key, value in self._response.headers if key.lower() == wanted), "")

    @property
    def media_type(self) -> str:
        """The media type in lower case, "" where none is given."""
        return self.header("Content-Type").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The charset that the header names, "" where it names none."""
        message = Message()
        message["Content-Type"] = self.header("Content-Type")
        return str(message.get_content_charset(""))

    @property
    def onward(self) -> str:
        """Where a redirect leads to, "" where this is none."""
        if self.status not in _REDIRECTS:
            return ""
        # Not all sites write it in ASCII, as they should; those that do not write UTF-8.
        return self.header("Location").encode("latin-1").decode("utf-8", "replace")

    def body(self, max_bytes: int) -> bytes:
        """Return the whole body; raise `TooLarge` where it has more than `max_bytes`."""
        body = self.beginning(max_bytes + 1)
        if len(body) > max_bytes:
            raise TooLarge(f"The document has more than {max_bytes:,} bytes.")
        return body

    def beginning(self, max_bytes: int) -> bytes:
        """Return the body, or as much of it as `max_bytes` hold."""
        body = bytearray()
        for piece in decompressed(self._chunks(), self.header("Content-Encoding")):
            body += piece
            if len(body) >= max_bytes:
                break
        return bytes(body[:max_bytes])

    def _chunks(self) -> Iterator[bytes]:
        for count, chunk in enumerate(self._response.iter_stream()):
            if count == _MAX_CHUNKS:
                raise TooLarge("The site's answer comes in more pieces than any document that is read.")
            self._deadline.left()
            yield chunk


@contextmanager
def exchange(url: Url, headers: Mapping[str, str], network: Network, deadline: Deadline) -> Iterator[Answer]:
    """Ask for `url` and give its answer, whose connection ends with the block."""
    with _in_plain_words(deadline):
        connector = Connector(url, network, deadline)
        connection = httpcore.HTTPConnection(
            origin=httpcore.Origin(url.scheme.encode(), url.host.encode(), url.port),
            ssl_context=network.tls,
            network_backend=connector,
        )
        target = httpcore.URL(
            scheme=url.scheme.encode(), host=url.host.encode(), port=url.port, target=url.target.encode()
        )
        with connection, connection.stream("GET", target, headers=[*_HEADERS.items(), *headers.items()]) as response:
            connector.expect_body()
            yield Answer(response, deadline)


@contextmanager
def _in_plain_words(deadline: Deadline) -> Iterator[None]:
    """Turn what httpcore raises inside the block into `Unreachable`."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise deadline.passed() from error
    except httpcore.ConnectError as error:
        raise Unreachable(_why_not_trusted(error.__cause__)) from error
    except httpcore.ProtocolError as error:
        raise Unreachable("The site's answer is no proper HTTP.") from error
    except httpcore.NetworkError as error:
        raise Unreachable("The site broke the connection off.") from error


def _why_not_trusted(error: BaseException | None) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"The site's certificate is not valid: {error.verify_message.rstrip('.')}."
    return "The site does not speak TLS as it should."
