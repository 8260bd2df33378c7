"""Lines that were wrapped to a width, by a program and otherwise."""

import textwrap
from itertools import pairwise

import pytest

from server.analysis.documents import read_html, read_text
from server.analysis.markup import display
from server.analysis.model import BlockKind
from server.analysis.reading.lines import Line
from server.analysis.reading.wrapping import exact_width

# No blank line tells what goes on and what begins.
LINES = (
    "The bookshop respects your privacy. This page says what we collect, what we use it for and who gets it, in words "
    "that everybody should understand. If you do not agree with any of it, please do not use our site.",
    "Your Choices",
    "You may look at all our books without telling us who you are. To order one you need an account (with a name, a "
    "street and an e-mail address), which our partners – a printer and a carrier – see as well.",
    "When you order, we ask for:",
    "name",
    "street",
    "e-mail",
    "We use all of it to:",
    "Send your order to the street that you gave us, together with a bill that names all that you bought from us",
    "Tell you when your order has left our house and when our carrier thinks that it will be at your door at last",
    "How Long We Keep It",
    "We keep it for as long as the law demands, which is ten years from the day of your order. We may share it (i) "
    "with our bank, when you pay by card; (ii) with a court, when it orders us to; (iii) with nobody else at all.",
    "For more see our site at https://bookshop.example/a/page/with/an/address/longer/than/any/line/that/there/is/here "
    "or write to us; we answer all letters within a few days, and we never put off those that have come from far away.",
)
INEXACT = "We send it to\nthe street that you\ngave us when you\nordered it from\nour shop and when\nyou paid for\nit."


def blocks(text: str) -> list[tuple[BlockKind, int, str]]:
    read = read_text(text)
    return [(block.kind, block.level, display(read.text[block.start : block.end], True)) for block in read.blocks]


def wrapped(lines: tuple[str, ...], columns: int, mark: str = "") -> str:
    return "\n".join(
        textwrap.fill(
            line,
            columns,
            initial_indent=mark,
            subsequent_indent=mark,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in lines
    )


def pairs(text: str) -> list[tuple[Line, Line]]:
    lines = [Line(line, 0, len(line), opening=len(line.split()[0])) for line in text.splitlines()]
    return list(pairwise(lines))


@pytest.mark.parametrize("columns", [60, 68, 72, 76])
def test_what_a_program_wrapped_reads_as_it_did_before(columns: int):
    assert blocks(wrapped(LINES, columns)) == blocks("\n".join(LINES))


def test_what_was_quoted_and_wrapped_does_so_too():
    assert blocks(wrapped(LINES, 72, "> ")) == blocks("\n".join(LINES))


def test_a_wrapped_text_in_capitals_is_put_together():
    lines = tuple(line.upper() for line in LINES if len(line) > 100)
    assert [words for _, _, words in blocks(wrapped(lines, 72))] == list(lines)


def test_preformatted_lines_of_a_page_are_put_together():
    read = read_html(f"<pre>{wrapped(LINES, 72)}</pre>")
    assert " ".join(read.text[read.blocks[0].start : read.blocks[0].end].split()) == LINES[0]


def test_the_width_is_that_which_every_break_respects():
    assert exact_width(pairs(wrapped(LINES, 72))) == 72
    assert exact_width(pairs("\n".join(LINES))) == 0
    assert exact_width(pairs(INEXACT)) == 0
    assert exact_width([]) == 0


def test_no_line_is_broken_at_a_fixed_space():
    fixed = "a very long time after that day".replace(" ", "\u00a0")
    line = f"We keep your name and street for the time that you are with us and {fixed} if you ask for it."
    assert blocks(wrapped((*LINES, line), 72))[-1][2] == display(line, False)


def test_a_line_that_a_person_ended_is_not_put_together():
    address = "Bookshop Ltd\n1 High Street\nSmalltown"
    assert [words for _, _, words in blocks(f"{wrapped(LINES, 72)}\n{address}")][-3:] == address.splitlines()
