"""Blocks cut into sentences."""

import time

import pytest

from server.analysis.documents import read_html, read_text
from server.analysis.model import Block, BlockKind, Document
from server.analysis.sentences import MAX_QUOTE_CHARS, split


def shown(text: str) -> list[str]:
    return [sentence.display for sentence in split(read_text(text))]


def quotes(text: str) -> list[str]:
    return [sentence.quote for sentence in split(read_text(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Inc. and Shop Ltd. collect your data.",
        "We do so under Art. 6(1)(f) GDPR and Sec. 5 of the law.",
        "Some data, e.g. your name, i.e. what we call you, etc. are kept.",
        "Our servers in the U.S. are safe, as are those in the U.K. and elsewhere.",
        "Write to us under Cal. Civ. Code § 1798.83 or 15 U.S.C. § 6501 et seq. by mail.",
        "Call us before 5 p.m. EST or ask for Mr. Smith at No. 5 of St. James Street.",
        "WE ASK OTHERS TO HELP US, E.G. FOR OUR NEWSLETTER, OR I.E. TO SEND IT.",
        "Some data are optional, e.g. You need not tell us your age.",
        "See https://bookshop.example/privacy.html?a=b.c, www.shop.example or shop.example/a for more.",
        "We use version 2.0 of the book for $5.50 and 1.5 million readers.",
        'We call this "personal data" (see below) in our shop.',
        "Mail a.b@shop.example or J. R. Smith about it",
        "We love Yahoo!-like sites and Node.js too.",
        "Please read “What do we collect?” for more, as Yahoo! does.",
    ],
)
def test_one_sentence(text: str):
    assert shown(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "We sell it.|You may object!|Do you want to?|Write to us.",
        "We are Acme Inc.|We sell your data.",
        "Our servers are in the U.S.|You agree to that.",
        "We keep names, addresses, etc.|However, we never sell them.",
        "We keep names (and streets etc.)|Bookshop never sells them.",
        "“We never sell your data.”|We mean it.",
        'We "never sell."|We mean it.',
        "(We never sell your data.)|We mean it.",
        "You can opt out at 18.|This is your right.",
        "Do we sell your data?|No, we never do.",
        "WE SELL YOUR DATA.|YOU MAY OBJECT TO IT.",
        "We love cookies 🍪.|You may love them too 😍!|We do not mind.",
        "We wait for you…|You come to us.",
        "אנחנו אוספים מידע אישי.|אנחנו לא מוכרים אותו.",
        "We sell it.\u00a0|You may object.",
    ],
)
def test_several_sentences(text: str):
    parts = text.split("|")
    assert shown(" ".join(parts)) == [" ".join(part.split()) for part in parts]


def test_a_lost_space_between_sentences_in_capitals():
    assert shown("WE USE COOKIES.WE COLLECT DATA THERE.YOU MAY OBJECT.") == [
        "WE USE COOKIES.",
        "WE COLLECT DATA THERE.",
        "YOU MAY OBJECT.",
    ]


def test_a_lost_space_between_sentences():
    assert shown("We use cookies on our site.We collect data there.You may object.") == [
        "We use cookies on our site.",
        "We collect data there.",
        "You may object.",
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Cookies. We use them on our site.", ["Cookies. We use them on our site."]),
        ("Do you sell my data? No. We never do.", ["Do you sell my data?", "No. We never do."]),
        ("Do you sell my data? No.", ["Do you sell my data?", "No."]),
        ("For sale? No. We never sell it.", ["For sale?", "No. We never sell it."]),
        ("You agree to the rules. and", ["You agree to the rules. and"]),
        ("We sell it. 2. You agree.", ["We sell it.", "2. You agree."]),
        ("No.", ["No."]),
    ],
)
def test_a_fragment_goes_with_its_neighbour(text: str, sentences: list[str]):
    assert shown(text) == sentences


def test_a_short_item_is_a_sentence_with_its_lead_in():
    sentences = split(read_text("We do not:\n* sell\n* rent it"))
    assert [(sentence.display, sentence.lead_in) for sentence in sentences][1:] == [
        ("sell", "We do not:"),
        ("rent it", "We do not:"),
    ]


def test_a_lead_in_is_completed_by_what_does_not_stand_by_itself():
    item = "* Names of readers. Their streets and towns\n* sell names at all. We may rent them out. To friends only."
    sentences = split(read_text(f"We do not:\n{item}"))
    assert [(sentence.display, bool(sentence.lead_in)) for sentence in sentences][1:] == [
        ("Names of readers.", True),
        ("Their streets and towns", False),
        ("sell names at all.", True),
        ("We may rent them out.", False),
        ("To friends only.", False),
    ]


def test_a_quote_is_a_slice_with_its_marks():
    text = "> **We sell it.** Our [page](http://a.example)\n> says [more.](http://b.example) _You_ agree to it.\n"
    sentences = split(read_text(f"{text}\nWe do.\n\nSo do you."))[:3]
    assert [sentence.quote for sentence in sentences] == [
        "**We sell it.**",
        "Our [page](http://a.example)\n> says [more.](http://b.example)",
        "_You_ agree to it.",
    ]
    assert [sentence.display for sentence in sentences] == ["We sell it.", "Our page says more.", "You agree to it."]
    assert all(text[sentence.start : sentence.end] == sentence.quote for sentence in sentences)


def test_the_sentences_of_a_paragraph_share_its_segment():
    assert [sentence.segment for sentence in split(read_text("# A\nWe sell it. You buy it.\n\nThey do too."))] == [
        0,
        0,
        1,
    ]


@pytest.mark.parametrize("text", ["***", "| --- |", "[](http://a.example)", "🍪🍪🍪", "…", "&nbsp;"])
def test_what_has_no_words_is_no_sentence(text: str):
    assert shown(text) == []


def test_a_block_of_marks_alone_has_no_sentences():
    text = "[](http://a.example)"
    assert split(Document(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), markdown=True)) == ()


@pytest.mark.parametrize("clause", ["we sell the data that you give us; ", "we sell it, ", "we sell it and ", "x" * 50])
def test_a_long_sentence_is_cut_at_the_end_of_a_clause(clause: str):
    text = (clause * 200).strip()
    parts = quotes(text)
    assert "".join(text.split()) == "".join("".join(parts).split())
    assert all(MAX_QUOTE_CHARS / 4 < len(part) <= MAX_QUOTE_CHARS for part in parts[:-1])
    assert all(part.endswith(clause.strip()[-1]) for part in parts)


def test_a_long_address_does_not_make_a_quote_long():
    address = "http://a.example/" + "x" * 1000
    sentences = split(read_text(f"We sell [it]({address}) to others. Please see {address} for more."))
    assert max(len(sentence.quote) for sentence in sentences) <= MAX_QUOTE_CHARS
    assert [sentence.display for sentence in sentences][:2] == ["We sell it", "to others."]


def test_a_row_is_one_sentence_with_its_answers():
    html = "<table><tr><th>Data<th>Sold<tr><td>Your name. Your street.<td>No<tr><td>E-mail of you<td>No<td>Yes</table>"
    assert [sentence.display for sentence in split(read_html(html))] == [
        "Data | Sold",
        "Your name. Your street. | No",
        "E-mail of you | No | Yes",
    ]


def test_the_sentences_in_the_cell_of_a_row_are_told_apart():
    row = "| Sale | We never sell your name. You may ask us. | No |"
    assert shown(f"| Act | What we do | Sold |\n|---|---|---|\n{row}")[1:] == [
        "Sale | We never sell your name.",
        "You may ask us. | No",
    ]


def test_the_display_of_a_page_is_the_quote_folded():
    html = "<p>We **do**<br>it &amp;amp; more of it.</p><pre>is it\n a\u00a0 b</pre>"
    assert [sentence.display for sentence in split(read_html(html))] == [
        "We **do**",
        "it &amp; more of it.",
        "is it",
        "a b",
    ]


@pytest.mark.parametrize("piece", ["a.", ".", "!", "a. ", "! ", '". ', "( ", "x", "1. ", "Aa.We ", ".) ", "No. "])
def test_a_crowded_text_is_cut_in_a_moment(piece: str):
    document = read_text(piece * (1_000_000 // len(piece)))
    begin = time.process_time()
    sentences = split(document)
    # A tenth of that at most. Punkt alone would take up to 25 s, and make 300,000 sentences.
    assert time.process_time() - begin < 3
    assert len(sentences) < 10_000


@pytest.mark.parametrize("crowd", ["No. " * 20_000, "No. No.\n\n" * 10_000])
def test_a_crowd_does_not_silence_the_prose_beside_it(crowd: str):
    prose = "We collect your name when you write to us. We never sell it to anybody else."
    assert shown(f"{prose}\n\n{crowd}\n\n{prose}").count("We never sell it to anybody else.") == 2
