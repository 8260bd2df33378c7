"""PDF into text, be it hostile."""

import io
import os
import subprocess
import time
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

from server.fetch import pdf, pdf_process
from server.fetch.errors import TooLarge, UnsupportedMediaType
from server.fetch.pdf_process import Line, paragraphs
from tests.server.fetch.sites import fetcher_of, http, serving

FILES = Path(__file__).parent / "files"
MIB = 1024 * 1024
WORDS = b"BT /F1 12 Tf 72 700 Td (We collect your name.) Tj ET"


def written(content: bytes = WORDS, pages: int = 1, layers: int = 1) -> bytes:
    """A PDF of pages that all show `content`, which is compressed `layers` times."""
    writer = PdfWriter()
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")})
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    stream = StreamObject()
    stream._data = content
    for _ in range(layers):
        stream._data = zlib.compress(stream._data, 9)
    stream[NameObject("/Filter")] = ArrayObject([NameObject("/FlateDecode")] * layers)
    shown = writer._add_object(stream)
    resources = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font)})})
    for _ in range(pages):
        page = writer.add_blank_page(612, 792)
        page[NameObject("/Contents")] = shown
        page[NameObject("/Resources")] = resources
    return saved(writer)


def saved(writer: PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def encrypted(password: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(written())))
    writer.encrypt(password, "the owner's", algorithm=algorithm)
    return saved(writer)


def lying(pages: int) -> bytes:
    """A PDF that says that it has one page."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(written(pages=pages))))
    tree = writer.root_object["/Pages"]
    assert isinstance(tree, DictionaryObject)
    tree[NameObject("/Count")] = NumberObject(1)
    return saved(writer)


def endless() -> bytes:
    """A PDF whose tree of pages bites its own tail."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(written())))
    tree = writer.root_object["/Pages"]
    assert isinstance(tree, DictionaryObject)
    tree[NameObject("/Kids")] = ArrayObject([tree.indirect_reference, tree.indirect_reference])
    return saved(writer)


def test_a_printed_policy_is_read_in_paragraphs() -> None:
    text = pdf.text_of((FILES / "printed-by-chromium.pdf").read_bytes(), 10)
    parts = [" ".join(part.split()) for part in text.split("\n\n")]
    assert "Privacy policy of The Crooked Shelf" in parts
    assert "What we collect" in parts
    assert "How long we keep it" in parts
    assert (
        "We may share your e-mail address with selected publishers so that they can send you oﬀers about new books. "
        "If the shop is sold, your personal information goes to the new owner." in parts
    )


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_pdf_that_anyone_may_open_is_read(algorithm: str) -> None:
    assert pdf.text_of(encrypted("", algorithm), 10) == "We collect your name."


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_pdf_that_needs_a_password_is_told(algorithm: str) -> None:
    with pytest.raises(UnsupportedMediaType, match="encrypted"):
        pdf.text_of(encrypted("secret", algorithm), 10)


BROKEN = {
    "nothing": b"",
    "a beginning": b"%PDF-1.7\n",
    "noise": b"%PDF-1.7\n\x00\xff\xfe" * 1000,
    "half of one": written()[:300],
    "no PDF": b"<p>We collect your name.",
    "no words": written(b"0 0 100 100 re f"),
    "a cycle": endless(),
}
# Made only where they are tested: they take seconds.
BOMBS = {
    "a stream of 300 MB": lambda: written(b" " * (300 * MIB)),
    "a stream in a stream": lambda: written(b" " * (300 * MIB), layers=2),
    "nested arrays": lambda: written(b"[" * 200_000),
    "nested dictionaries": lambda: written(b"<<" * 50_000),
    "a million operators": lambda: written(b"BT /F1 12 Tf (a) Tj ET\n" * 1_000_000),
}
LARGE = {
    "10,000 pages": lambda: written(pages=10_000),
    "301 pages": lambda: written(pages=301),
    "301 pages that say that they are one": lambda: lying(pages=301),
    "two million characters": lambda: written(
        b"BT /F1 12 Tf 72 700 Td (" + b"We collect. " * 100_000 + b") Tj ET", pages=2
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_no_pdf_to_read_is_told(case: str) -> None:
    with pytest.raises(UnsupportedMediaType):
        pdf.text_of(BROKEN[case], 10)


@pytest.mark.parametrize("case", BOMBS)
def test_a_bomb_goes_off_in_its_own_process(case: str) -> None:
    bomb = BOMBS[case]()
    before = os.times()
    begun = time.monotonic()
    with pytest.raises(UnsupportedMediaType):
        pdf.text_of(bomb, 5)
    assert time.monotonic() - begun < 7
    after = os.times()
    assert after.user + after.system - before.user - before.system < 1  # of ours


@pytest.mark.parametrize("case", LARGE)
def test_what_is_too_long_is_told(case: str) -> None:
    with pytest.raises(TooLarge):
        pdf.text_of(LARGE[case](), 10)


def test_so_many_pages_are_not_gone_through() -> None:
    large = LARGE["10,000 pages"]()
    before = os.times()
    with pytest.raises(TooLarge):
        pdf.text_of(large, 10)
    assert os.times().children_user - before.children_user < 1.5


def test_300_pages_are_read() -> None:
    assert pdf.text_of(written(pages=300), 10).count("We collect your name.") == 300


def test_the_process_has_its_limits_by_itself() -> None:
    # As if whoever started it had gone, and could not end it.
    with subprocess.Popen(
        pdf.COMMAND, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        deadline = time.monotonic() + 5
        limits = ""
        while "268435456" not in limits and time.monotonic() < deadline:
            limits = Path(f"/proc/{process.pid}/limits").read_text()
            time.sleep(0.01)
        process.kill()
    assert f"Max cpu time              {pdf_process.MAX_SECONDS} " in limits
    assert "Max address space         268435456 " in limits
    assert f"Max file size             {pdf_process.MAX_BYTES} " in limits


def test_our_environment_does_not_say_what_the_process_imports(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # A module of the name that it imports, where Python would look first if it listened to us.
    (tmp_path / "pypdf.py").write_text("raise SystemExit(9)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert pdf.text_of(written(), 10) == "We collect your name."


def test_a_pdf_is_read_from_its_address() -> None:
    with serving(lambda _: http(written(), content_type="application/pdf")) as site:
        page = fetcher_of(site).fetch(site.url("/privacy.pdf"))
        assert (page.text, page.media_type) == ("We collect your name.", "application/pdf")


@pytest.mark.alone
def test_the_time_of_a_pdf_is_that_of_its_fetch() -> None:
    bomb = BOMBS["a million operators"]()
    with serving(lambda _: http(bomb, content_type="application/pdf")) as site:
        begun = time.monotonic()
        with pytest.raises(UnsupportedMediaType, match="too long"):
            fetcher_of(site, seconds=1.5).fetch(site.url())
        assert time.monotonic() - begun < 2.5


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([], ""),
        (
            [("We collect", 700, 12), ("your name.", 686, 12), ("Security", 660, 12)],
            "We collect\nyour name.\n\nSecurity",
        ),
        ([("Security", 700, 18), ("We encrypt.", 682, 12)], "Security\n\nWe encrypt."),
        ([("We collect", 100, 12), ("your name.", 700, 12)], "We collect\nyour name."),
        ([("We collect.", 100, 12), ("We share.", 700, 12)], "We collect.\n\nWe share."),
        ([("We collect", 100, 12), ("Security", 700, 12)], "We collect\n\nSecurity"),
    ],
    ids=["nothing", "wider space", "larger letters", "over the page", "a paragraph a page", "a title on the next page"],
)
def test_paragraphs_are_told_by_space_and_size(lines: list[tuple[str, float, float]], text: str) -> None:
    assert paragraphs([Line(*line) for line in lines]) == text
