"""Plain text and light Markdown into blocks."""

import pytest

from server.analysis.documents import read_text
from server.analysis.model import BlockKind
from server.analysis.reading.lines import MAX_LINES

HEADING, PARAGRAPH, ITEM, ROW = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW
LONG = "We use what you tell us to answer your questions, to send your orders and for nothing else at all."


def blocks(text: str) -> list[tuple[BlockKind, str]]:
    document = read_text(text)
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def words(text: str) -> list[str]:
    return [words for _, words in blocks(text)]


def levels(text: str) -> list[int]:
    return [block.level for block in read_text(text).blocks]


def test_the_text_is_kept_to_the_letter():
    text = "\ufeff  > # Privacy \r\n\r\n\t*  We collect \u00a0your name.  \r\n\n"
    assert read_text(text).text == text


def test_an_empty_text_has_no_blocks():
    assert read_text("").blocks == read_text(" \r\n > \n --- \n").blocks == ()


@pytest.mark.parametrize(
    ("text", "heading", "level"),
    [
        ("# Privacy", "Privacy", 1),
        ("### What we keep ###", "What we keep", 3),
        ("Privacy\n=======", "Privacy", 1),
        ("What we keep\n---", "What we keep", 2),
        ("> ## Quoted", "Quoted", 2),
        (f"**What we keep**\n{LONG}", "**What we keep**", 5),
        (f"**What we keep:**  \n{LONG}", "**What we keep:**", 5),
        (f"__What we keep__\n\n{LONG}", "__What we keep__", 5),
        (f"What we keep\n{LONG}", "What we keep", 6),
        (f"What do we keep?\n{LONG}", "What do we keep?", 6),
        (f"3. How we store your data\n{LONG}", "3. How we store your data", 3),
        (f"2\\. How we store your data\n\n{LONG}", "2\\. How we store your data", 3),
        (f"1. ## How we store your data\n\n{LONG}", "How we store your data", 2),
        (f"2.1 Names\n* Surname\n* First name\n{LONG}", "2.1 Names", 3),
        (f"Website Privacy Policy\nHome\n{LONG}", "Website Privacy Policy", 1),
        (f"[What do we keep?](#keep)\n\n{LONG}", "[What do we keep?](#keep)", 6),
        (f"Sharing\n\n## With partners\n\n{LONG}", "Sharing", 6),
    ],
)
def test_a_heading(text: str, heading: str, level: int):
    assert blocks(text)[0] == (HEADING, heading)
    assert levels(text)[0] == level


@pytest.mark.parametrize(
    "line",
    [
        "We sell your data",
        "**We do not sell your data.**",
        "No data is sold",
        "Last updated 3 May 2020",
        "Names are kept for a year",
        "write to us",
        "KEEP NAMES FOR A YEAR OR",
        "Write to shop@bookshop.example",
        "Our address:",
        "Bookshop Ltd, 1 High Street, Smalltown, the County of Somewhere, England, the United Kingdom, Europe, Earth",
    ],
)
def test_a_line_that_states_something_is_no_heading(line: str):
    assert blocks(f"{LONG}\n{line}\n{LONG}")[1] == (PARAGRAPH, line)


def test_a_sentence_in_large_type_is_a_sentence():
    assert blocks("# We never sell your data.\n## " + LONG * 3) == [
        (PARAGRAPH, "We never sell your data."),
        (PARAGRAPH, LONG * 3),
    ]


def test_a_title_needs_a_text_below():
    assert blocks(f"{LONG}\nContact")[-1] == (PARAGRAPH, "Contact")


@pytest.mark.parametrize(
    "mark", ["* ", "- ", "+ ", "•", "• ", "· ", "o ", "– ", "1. ", "2) ", "(a) ", "(1) ", "\\(iv\\) ", "b. ", "8.3.1 "]
)
def test_a_list_item_loses_its_mark(mark: str):
    assert blocks(f"We collect:\n\n  {mark}Your name and your address.")[1:] == [(ITEM, "Your name and your address.")]


@pytest.mark.parametrize(
    "line", ["-5 degrees", "a.m. hours", "1,000 people", "10.5 percent of us", "*Note: see below", "o what"]
)
def test_what_only_begins_like_a_mark_is_none(line: str):
    assert blocks(line) == [(PARAGRAPH, line)]


def test_lists_nest_by_indent_and_by_mark():
    assert levels("- a b\n  - c d\n    - e f\n  - g h\n- i j") == [1, 2, 3, 2, 1]
    assert levels("1. a b:\n(a) c d\n(b) e f\n2. g h") == [1, 2, 2, 1]
    assert levels("• a b\no C d\n• e f") == [1, 2, 1]
    assert levels("- a b\n    - c d\n  - e f") == [1, 2, 2]


def test_a_list_goes_on_over_blank_lines():
    assert [kind for kind, _ in blocks("* a b\n\n\n* c d\n\n    more of it\n\n* e f")] == [ITEM] * 4


def test_an_indented_paragraph_outside_a_list_is_a_paragraph():
    assert blocks(f"        {LONG}") == [(PARAGRAPH, LONG)]


def test_items_that_lost_their_marks_are_known_by_their_shape():
    text = f"We use it to:\nanswer your questions;\nsend your orders; and\nImprove our shop.\n{LONG}"
    assert [kind for kind, _ in blocks(text)] == [PARAGRAPH, ITEM, ITEM, ITEM, PARAGRAPH]


def test_a_sentence_below_a_colon_is_no_item():
    assert [kind for kind, _ in blocks(f"We never sell data:\nWe share it.\n{LONG}")] == [PARAGRAPH] * 3
    assert [kind for kind, _ in blocks(f"We never do so:\nSell data\nRent data\nWe share it\n{LONG}")][-2:] == [
        PARAGRAPH
    ] * 2


def test_sentences_in_capitals_below_a_colon_are_no_items():
    text = "WHAT WE KEEP:\nYOUR NAME IS KEPT FOR A YEAR.\nWE KEEP NOTHING ELSE."
    assert [kind for kind, _ in blocks(text)] == [PARAGRAPH] * 3


def test_items_in_capitals_are_known_by_their_ends():
    assert [kind for kind, _ in blocks(f"WE USE IT TO:\nANSWER YOU OR\nYOU MAY CALL US\n{LONG}")][1:3] == [ITEM, ITEM]


def test_what_leads_to_a_list_is_no_item_and_no_long_line_is():
    nested = "We use it to:\nSend you news\nReach you\nand for these things:\nyour orders;\nyour returns\n"
    kinds = [kind for kind, _ in blocks(nested + "Long" * 100)]
    assert kinds == [PARAGRAPH, ITEM, ITEM, PARAGRAPH, ITEM, ITEM, PARAGRAPH]


def test_a_title_below_a_list_without_marks_is_a_title():
    text = f"We use it to:\nAnswer your questions\nSend your orders\nLog Files\nThe shop keeps files. {LONG}"
    assert blocks(text)[3] == (HEADING, "Log Files")


def test_a_table():
    text = "| **Data** | Sold |\n| --- | :---: |\n| E-mail | No |\n|  | |\n| Name and<br>address | No |\n\nAfter it."
    assert blocks(text) == [
        (ROW, "**Data** | Sold"),
        (ROW, "E-mail | No"),
        (ROW, "Name and<br>address | No"),
        (PARAGRAPH, "After it."),
    ]


def test_a_table_without_outer_borders():
    assert blocks("Data| Sold  \n---|---  \nE-mail | No\nName") == [
        (ROW, "Data| Sold"),
        (ROW, "E-mail | No"),
        (PARAGRAPH, "Name"),
    ]


def test_a_single_cell_is_no_table():
    assert blocks(f"| Privacy Policy  \n---  \n\n{LONG}")[0] == (HEADING, "Privacy Policy")


def test_quote_marks_are_read_through():
    text = f"> **Use**\n>\n> {LONG}\n> > * deeper\n>no space here"
    assert words(text) == ["**Use**", LONG, "deeper", "no space here"]


WRAPPED = """The bookshop respects your privacy. This page says what we collect,
what we use it for and who gets it. If you do not agree with any of
it, please do not use our site.
Changes
We may change this page from time to time, and we will say so on our
home page thirty days before.
   * we never sell your name, your address or anything else that you
     tell us
   * we never rent it"""


def test_wrapped_lines_are_joined():
    assert [kind for kind, _ in blocks(WRAPPED)] == [PARAGRAPH, HEADING, PARAGRAPH, ITEM, ITEM]
    assert " ".join(words(WRAPPED)[3].split()).endswith("your address or anything else that you tell us")


def test_wrapped_lines_are_joined_under_quote_marks_and_between_blank_lines():
    quoted = "".join(f"> {line}\n" for line in WRAPPED.splitlines())
    spaced = WRAPPED.replace("\n", "\n\n")
    assert [kind for kind, _ in blocks(quoted)] == [kind for kind, _ in blocks(WRAPPED)]
    assert words(spaced)[0].endswith("do not use our site.")


def test_lines_that_were_not_wrapped_are_paragraphs():
    assert words(f"{LONG}\n{LONG}\nShort one.\n{LONG * 2}") == [LONG, LONG, "Short one.", LONG * 2]


def test_a_line_that_stops_short_goes_on():
    assert words(f"{LONG * 2}\nPlease see our\ncookie page.") == [LONG * 2, "Please see our\ncookie page."]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028"])
def test_every_line_ending(ending: str):
    text = ending.join(["# Privacy", "", LONG, "", "* one two", "* three four"])
    assert words(text) == ["Privacy", LONG, "one two", "three four"]


def test_the_preamble_of_an_archive_is_no_policy():
    preamble = (
        "> *The following text is extracted and transformed from the a.example privacy policy"
        " that was archived on 2003-02-15.*"
    )
    assert words(f"{preamble}\n\n# Privacy") == ["Privacy"]


@pytest.mark.parametrize(
    "line",
    [
        "Home | About us | Contact",
        "Skip to main content",
        "We use cookies to give you a better experience. Learn more Accept",
        "[Skip to content](#main)",
        "![](https://a.example/pixel.gif)",
        "](https://a.example/)",
        "* * *",
        "**",
        "var _gaq = _gaq || [];",
    ],
)
def test_what_stands_around_a_policy_is_no_policy(line: str):
    assert words(f"{line}\n\n{LONG}") == [LONG]


MENU = "\n".join(f"* [{name}](/{name})" for name in ("Shop", "Authors", "Help", "Privacy"))


def test_a_menu_is_no_policy():
    assert [block.start for block in read_text(f"{MENU}\n\n{LONG}", "https://bookshop.example/").blocks] == [
        len(MENU) + 2
    ]


def test_links_that_a_sentence_introduces_are_no_menu():
    document = read_text(f"You can go to:\n\n{MENU}", "https://bookshop.example/")
    assert len(document.blocks) == 5


def test_links_to_others_are_no_menu():
    partners = "\n".join(f"* [{name}](https://{name}.example/privacy)" for name in ("ads", "maps", "mail", "pay"))
    assert len(read_text(partners, "https://bookshop.example/").blocks) == 4


def test_links():
    text = 'Go [out](/optout "Opt out"), [in](http://in.example/a_(b)), <https://c.example/x>. Or mail to me@b.example.'
    (block,) = read_text(text, "https://bookshop.example/privacy").blocks
    assert [(text[link.start : link.end], link.href) for link in block.links] == [
        ('[out](/optout "Opt out")', "https://bookshop.example/optout"),
        ("[in](http://in.example/a_(b))", "http://in.example/a_(b)"),
        ("https://c.example/x", "https://c.example/x"),
        ("me@b.example", "mailto:me@b.example"),
    ]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "/relative", "http://[", "http:", "mailto:", ""]
)
def test_a_link_that_nobody_can_follow_is_none(href: str):
    assert read_text(f"[here]({href})").blocks[0].links == ()


def test_the_title_is_the_given_one_else_the_first_heading():
    text = f"{LONG}\n\n# **Privacy** of [us](http://a.example)\n\n## More"
    assert read_text(text, title="Given").title == "Given"
    assert read_text(text).title == "Privacy of us"
    assert read_text(LONG).title == ""


def test_more_lines_than_any_text_has_are_one_paragraph():
    assert words("\n" * (MAX_LINES + 1)) == []
    assert words(" \na b\n" * MAX_LINES) == [("a b\n \n" * MAX_LINES).strip()]
