"""Quotes found and marked in the page, by the very source that the extension sends into it."""

import pytest
from playwright.sync_api import Page

from tests.extension.node import EXTENSION, value

SHOW = value("show-quote.js", "m.showQuote.toString()")
STYLE = (EXTENSION / "show-quote.css").read_text("utf-8")

MARKED = """(document) => {
  const texts = [...(document.defaultView.CSS.highlights.get("smallprint-quote") ?? [])].map(String);
  const frames = [...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument).filter(Boolean);
  return [...texts, ...frames.flatMap((inner) => marked(inner))];
}"""
IN_VIEW = """() => {
  const [range] = CSS.highlights.get("smallprint-quote");
  const { top, bottom, height } = range.getBoundingClientRect();
  return height > 0 && top >= 0 && bottom <= innerHeight;
}"""

FILL = "<p>Words that nobody quotes.</p>" * 200
QUOTE = "We may sell your data, and “rent” it."


def show(page: Page, quote: str = QUOTE, part: float = 0) -> int:
    return page.evaluate(f"([quote, part]) => ({SHOW})(quote, part)", [quote, part])["found"]


def marked(page: Page) -> list[str]:
    """The texts that are marked, in the page and in its frames."""
    return page.evaluate(f"() => {{ const marked = {MARKED}; return marked(document); }}")


def open_page(page: Page, body: str) -> None:
    page.set_content(f"<!doctype html><title>A page</title><style>{STYLE}</style><body>{FILL}{body}{FILL}")


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (f"<p>Before. {QUOTE} After.</p>", [QUOTE]),
        ("<p>We <b>may</b> <a href=/>sell</a> your\n  <i>data</i>, and &ldquo;rent&rdquo; it.</p>", None),
        ("<p>We may sell your data,</p><p>and “rent” it.</p>", None),
        ("<ul><li>We may sell your data,</li><li>and <span>“rent”</span> it.</li></ul>", None),
        ("<p>We may s<wbr>ell your d&shy;ata, and &quot;rent&quot;&nbsp;it.</p>", None),
        ("<p>WE MAY SELL YOUR DATA, AND ‘RENT’ IT.</p>", None),
        ("<p>We may sell<script>var your = 'data'</script> your data, and “rent” it.</p>", None),
    ],
)
def test_a_quote_is_found_across_elements_and_spellings(blank: Page, body: str, texts: list[str] | None) -> None:
    open_page(blank, body)

    assert show(blank) == 1
    assert blank.evaluate(IN_VIEW)
    (text,) = marked(blank)
    assert "".join(filter(str.isalpha, text.replace("var your = 'data'", ""))).lower() == "wemaysellyourdataandrentit"
    assert not text.startswith("Before")


CLOSED = {
    "details": "<details><summary>Sale</summary><p>{}</p></details>",
    "details in details": "<details><summary>A</summary><details><summary>B</summary><p>{}</p></details></details>",
    "hidden": "<section hidden><p>{}</p></section>",
    "hidden until found": "<section hidden=until-found><p>{}</p></section>",
    "not displayed": "<section style='display: none'><p>{}</p></section>",
    "not displayed by a class": "<style>.n {{ display: none !important }}</style><div class=n><p class=n>{}</p></div>",
    "invisible": "<section style='visibility: hidden'><p>{}</p></section>",
    "folded": "<section style='height: 0; overflow: hidden'><p>{}</p></section>",
    "folded by its greatest height": "<section style='max-height: 0; overflow: hidden'><p>{}</p></section>",
}


@pytest.mark.parametrize("body", CLOSED.values(), ids=CLOSED)
def test_a_closed_section_is_opened(blank: Page, body: str) -> None:
    open_page(blank, body.format(QUOTE))

    assert show(blank) == 1
    blank.wait_for_timeout(50)
    assert blank.evaluate(IN_VIEW)


PANELS = {
    "by its controls": "<button aria-expanded=false aria-controls=p onclick=go()>Sale</button><div {}</div>",
    "by what stands before": "<h3><button aria-expanded=false onclick=go()>Sale</button></h3><div {}</div>",
    "by its tab": "<a role=tab id=t href=#p onclick=go()>Sale</a><div role=tabpanel aria-labelledby=t {}</div>",
}
PANEL = f"id=p hidden><p>{QUOTE}</p>"


@pytest.mark.parametrize("body", PANELS.values(), ids=PANELS)
def test_a_panel_is_opened_as_the_page_opens_it(blank: Page, body: str) -> None:
    script = "<script>function go() { p.hidden = false; p.dataset.opened = 'yes' }</script>"
    open_page(blank, script + body.format(PANEL))

    assert show(blank) == 1
    assert blank.evaluate("document.getElementById('p').dataset.opened") == "yes"
    assert blank.evaluate(IN_VIEW)


@pytest.mark.parametrize(
    "opener",
    [
        "<a href=/elsewhere aria-expanded=false aria-controls=p>Sale</a>",
        "<form action=/elsewhere><button aria-expanded=false aria-controls=p>Sale</button></form>",
    ],
)
def test_what_leads_away_is_not_pressed(blank: Page, opener: str) -> None:
    open_page(blank, f"{opener}<div id=p hidden><p>{QUOTE}</p></div>")

    assert show(blank) == 1
    assert blank.evaluate(IN_VIEW)


def test_a_quote_in_a_frame_is_brought_to_view(blank: Page) -> None:
    open_page(blank, "<iframe style='height: 200px'></iframe>")
    blank.evaluate(
        "html => { frames[0].document.body.innerHTML = html }",
        f"{FILL}<p>We may sell <b>your data</b>, and rent it.</p>{FILL}",
    )

    assert show(blank) == 1
    assert marked(blank) == ["We may sell your data, and rent it"]
    assert blank.evaluate(
        """() => {
          const [range] = frames[0].CSS.highlights.get("smallprint-quote");
          const inner = range.getBoundingClientRect();
          const outer = frames[0].frameElement.getBoundingClientRect();
          const top = outer.top + inner.top;
          return inner.top >= 0 && inner.bottom <= frames[0].innerHeight && top >= 0 && top < innerHeight;
        }"""
    )


def test_a_quote_in_shadow_roots_is_brought_to_view(blank: Page) -> None:
    inner = "<p>We may <b>sell</b> your data,</p><slot></slot>"
    open_page(blank, f"<x-a><template shadowrootmode=open>{inner}</template><span>and rent it.</span></x-a>")
    blank.evaluate(
        "html => { document.querySelector('x-a') ?? 0; document.body.setHTMLUnsafe(html) }",
        f"{FILL}<x-a><template shadowrootmode=open>{inner}</template><span>and rent it.</span></x-a>{FILL}",
    )

    assert show(blank) == 1
    assert marked(blank) == ["We may sell your data,", "and rent it"]
    assert blank.evaluate(IN_VIEW)


def test_a_quote_in_what_scrolls_by_itself_is_brought_to_view(blank: Page) -> None:
    open_page(blank, f"<div style='height: 200px; overflow: auto'>{FILL}<p>{QUOTE}</p>{FILL}</div>")

    assert show(blank) == 1
    assert blank.evaluate(IN_VIEW)


def test_of_several_places_the_nearest_one_that_is_shown_is_marked(blank: Page) -> None:
    places = [f"<p id=p{each}>{QUOTE}</p>{FILL}" for each in range(4)]
    open_page(blank, f"{''.join(places)}<p hidden>{QUOTE}</p>")
    place = "[...CSS.highlights.get('smallprint-quote')][0].startContainer.parentElement.id"

    assert show(blank, part=0.4) == 5
    assert blank.evaluate(place) == "p1"
    assert show(blank, part=1) == 5
    assert blank.evaluate(place) == "p3"
    assert len(marked(blank)) == 1


@pytest.mark.parametrize("quote", ["We never sell your data.", "", "…", "[object Object]"])
def test_what_is_not_there_is_not_marked_and_changes_nothing(blank: Page, quote: str) -> None:
    open_page(blank, f"<details><summary>More</summary><p>{QUOTE}</p></details>")

    assert show(blank, quote) == 0
    assert marked(blank) == []
    assert blank.evaluate("scrollY") == 0


def test_fields_that_carry_the_names_of_properties_hide_nothing(blank: Page) -> None:
    names = (
        "childNodes",
        "parentNode",
        "nodeType",
        "localName",
        "ownerDocument",
        "shadowRoot",
        "id",
        "removeAttribute",
        "style",
    )
    fields = "".join(f"<input name={name}>" for name in names)
    open_page(blank, f"<form hidden>{fields}<p>{QUOTE}</p></form>")

    assert show(blank) == 1
    assert blank.evaluate(IN_VIEW)
