"""What is read of a page, in a real browser: the very source that the extension sends into it."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.serving import Recorder
from tests.extension.node import value

EXTRACT = value("extract.js", "m.extractPage.toString()")


def extracted(page: Page) -> dict[str, Any]:
    return page.evaluate(f"({EXTRACT})()")


def html(page: Page, body: str) -> str:
    page.set_content(f"<!doctype html><title>A page</title><body>{body}")
    return extracted(page)["html"].removeprefix("<!doctype html><title>A page</title>")


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<h1>One</h1><h3>Three</h3>", "<h1>One</h1><h3>Three</h3>"),
        ("<div role=heading aria-level=2>Two</div>", "<h2>Two</h2>"),
        ("<div role=heading aria-level=99>Six</div>", "<h6>Six</h6>"),
        ("<h2><button><span>Opens</span></button></h2>", "<h2>Opens</h2>"),
        ("<h2><div>A</div><div>B</div></h2>", "<h2>A B</h2>"),
        ("<p>One.</p><p>Two.</p>", "<p>One.</p><p>Two.</p>"),
        ("<div>One.<div>Two.</div>Three.</div>", "<p>One.</p><p>Two.</p><p>Three.</p>"),
        ("<p>We  <i>never</i>\n<span>sell</span> it.</p>", "<p>We never sell it.</p>"),
        ("<p>One.<br>Two.</p>", "<p>One.<br>Two.</p>"),
        ("<p><b>Sharing</b></p>", "<p><b>Sharing</b></p>"),
        ("<b>Sharing<p>We share.</p></b>", "<p><b>Sharing</b></p><p><b>We share.</b></p>"),
        ("<ul><li>One<li>Two<ul><li>Three</ul></ul>", "<ul><li>One</li><li>Two<ul><li>Three</li></ul></li></ul>"),
        ("<ul><li><p>One</p><p>More</p></ul>", "<ul><li><p>One</p><p>More</p></li></ul>"),
        ("<dl><dt>Term<dd>Meaning</dl>", "<dl><dt>Term</dt><dd>Meaning</dd></dl>"),
        ("<table><tr><th>Data<td>Why</table>", "<table><tr><th>Data</th><td>Why</td></tr></table>"),
        ("<pre>One\n  two</pre>", "<pre>One\n  two</pre>"),
        ("<details><summary>More</summary><p>Closed.</p></details>", "<p><b>More</b></p><p>Closed.</p>"),
        ("<button aria-expanded=false>More</button><p hidden>Closed.</p>", "<p><b>More</b></p><p>Closed.</p>"),
        ("<input type=checkbox id=a><label for=a>More</label><p>Closed.</p>", "<p><b>More</b></p><p>Closed.</p>"),
        ("<div style='display:none'>Hidden.</div>", "<p>Hidden.</p>"),
        ("<main>Short.</main><p>Outside.</p>", "<p>Short.</p><p>Outside.</p>"),
        ("<header><h1>Policy</h1><p>May 2024</p></header>", "<h1>Policy</h1><p>May 2024</p>"),
        ("<article><header>May 2024</header></article>", "<p>May 2024</p>"),
        ("<form><p>A page that is one form.</p></form>", "<p>A page that is one form.</p>"),
        ("<p>1 &lt; 2 &amp;amp; &lt;script&gt;</p>", "<p>1 &lt; 2 &amp;amp; &lt;script&gt;</p>"),
        ("<section><div></div><ul><li></li></ul> <p> </p></section>", ""),
    ],
)
def test_keeps_the_shape_of_the_words(blank: Page, body: str, read: str) -> None:
    assert html(blank, body) == read


@pytest.mark.parametrize(
    "body",
    [
        "<input value=secret><textarea>secret</textarea><select><option>secret</select>",
        "<form><label>secret</label><button>secret</button></form>",
        "<button>secret</button>",
        "<div contenteditable>secret</div><div contenteditable=plaintext-only>secret</div>",
        "<div role=textbox>secret</div><div role='none SearchBox'>secret</div>",
        "<script>secret</script><style>secret</style><template>secret</template>",
        "<svg><text>secret</text></svg><iframe srcdoc=secret></iframe><object>secret</object>",
        "<nav>secret</nav><div role=navigation>secret</div><header>secret</header><footer>secret</footer>",
        "<div id=cookie-banner>secret</div><div class='x ot OneTrust-consent'>secret</div>",
        "<dialog open>secret</dialog><div role=dialog>secret</div>",
        "<p title=secret data-user=secret class=secret id=secret><img alt=secret src=secret></p><!-- secret -->",
        "<p onclick=secret()></p><a href=javascript:secret></a>",
    ],
)
def test_leaves_what_is_no_policy_where_it_is(blank: Page, body: str) -> None:
    assert html(blank, f"<p>Before</p>{body}<p>After</p>") == "<p>Before</p><p>After</p>"


def test_a_link_has_its_whole_address_and_no_other_attribute(pages: Recorder, blank: Page) -> None:
    blank.goto(f"{pages.url}/book")
    blank.evaluate(
        """document.body.innerHTML = `<p><a class=x target=y href="/out?list=news">stop <i>the</i> news</a>
        <a href="mailto:a@b.example">write</a> <a href="https://ada:pw@b.example/">b</a>
        <a href="#top">top</a> <a href="javascript:x()">run</a> <a href="//[">broken</a> <a>none</a></p>`"""
    )

    assert extracted(blank)["html"].endswith(
        f'<p><a href="{pages.url}/out?list=news">stop the news</a> <a href="mailto:a@b.example">write</a> '
        '<a href="https://b.example/">b</a> top run broken none</p>'
    )


def test_the_main_part_is_enough_where_it_holds_the_policy(blank: Page) -> None:
    words = "We collect your name. " * 40

    assert html(blank, f"<p>Signed in as Ada</p><main><p>{words}</p></main>") == f"<p>{words.strip()}</p>"


def test_says_what_page_it_is(pages: Recorder, blank: Page) -> None:
    blank.goto(f"{pages.url}/privacy?session=4711#security")

    page = extracted(blank)

    assert page["url"] == f"{pages.url}/privacy?session=4711#security"
    assert page["title"] == "Privacy policy – The Crooked Shelf"
    assert page["contentType"] == "text/html"
    assert page["headings"][:2] == ["Privacy policy of The Crooked Shelf", "What we collect"]
    assert "\nWe do not:\nsell your personal information to anyone,\n" in page["text"]
    assert page["complete"] is True


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ("<input type=PASSWORD>", True),
        ("<input name=transfer_amount>", True),
        ("<div contenteditable>Draft</div>", True),
        ("<input type=search><dialog><input type=password></dialog><nav><input type=password></nav>", False),
    ],
)
def test_says_whether_it_can_be_signed_into_paid_by_or_written_in(blank: Page, body: str, fields: bool) -> None:
    blank.set_content(f"<p>Privacy policy</p>{body}")

    assert extracted(blank)["fields"] is fields


def test_a_page_that_is_all_of_it_a_draft_says_so(blank: Page) -> None:
    blank.set_content("<p>Privacy policy</p>")
    blank.evaluate("document.designMode = 'on'")

    assert extracted(blank)["fields"] is True


def test_fields_that_carry_the_names_of_properties_hide_nothing(blank: Page) -> None:
    names = ("childNodes", "firstChild", "nextSibling", "parentNode", "nodeType", "localName", "getAttribute", "href")
    fields = "".join(f"<input name={name}>" for name in names)
    images = "".join(f"<img name={name}>" for name in ("body", "title", "URL", "querySelector", "contentType"))

    assert html(blank, f"{images}<form>{fields}<p>Words.</p></form>") == "<p>Words.</p>"


@pytest.mark.parametrize(
    "grow",
    [
        "for (let i = 0; i < 20_000; i++) top = top.appendChild(document.createElement('div'))",
        "for (let i = 0; i < 20_000; i++) top = top.appendChild(document.createElement('ul'))",
        "for (let i = 0; i < 20_000; i++) top = top.appendChild(document.createElement('header'))",
        "for (let i = 0; i < 20_000; i++) top = top.appendChild(document.createElement('b'))",
    ],
)
def test_a_page_nested_beyond_reason_is_read(blank: Page, grow: str) -> None:
    blank.set_content("<h1>Deep</h1><p hidden></p>")  # hidden: to lay it out is more than Chromium itself can bear
    blank.evaluate(f"() => {{ let top = document.querySelector('p'); {grow}; top.append('Words.') }}")

    page = extracted(blank)

    assert page["complete"] is True
    assert len(page["html"]) < 2000


@pytest.mark.parametrize(
    "body",
    [
        "'word '.repeat(1_000_000)",
        "'<p>word</p>'.repeat(260_000)",
        "'<li>'.repeat(600_000)",
    ],
)
def test_a_page_without_end_is_given_up_and_nothing_of_it_kept(blank: Page, body: str) -> None:
    blank.set_content("<h1>Endless</h1><main hidden></main>")
    blank.evaluate(f"() => {{ document.querySelector('main').innerHTML = {body} }}")

    page = extracted(blank)

    assert page["complete"] is False
    assert page["text"] == ""
    assert "word" not in page["html"]


LONG = "We collect your name. " * 40


def test_frames_of_the_same_origin_are_read_in_their_place(blank: Page) -> None:
    frame = f'<iframe srcdoc="<p>{LONG}<a href=https://b.example/>b</a></p>"></iframe>'

    assert html(blank, f"<p>Before</p>{frame}<p>After</p>") == (
        f'<p>Before</p><p>{LONG}<a href="https://b.example/">b</a></p><p>After</p>'
    )


def test_frames_of_other_origins_and_with_few_words_are_left_alone(blank: Page) -> None:
    frames = f'<iframe sandbox srcdoc="{LONG}"></iframe><iframe srcdoc="Buy now!"></iframe>'

    assert html(blank, f"<p>Before</p>{frames}<p>After</p>") == "<p>Before</p><p>After</p>"


def test_a_frame_without_end_ends(blank: Page) -> None:
    blank.set_content("<p>Before</p>")
    blank.evaluate(
        """(words) => {
          const nest = (depth, document) => {
            document.body.append(words);
            const frame = document.body.appendChild(document.createElement("iframe"));
            if (depth) nest(depth - 1, frame.contentDocument);
          };
          nest(30, document);
        }""",
        LONG,
    )

    assert extracted(blank)["text"].count("We collect") == 40 * 21


def test_what_can_be_signed_into_in_a_frame_counts(blank: Page) -> None:
    blank.set_content(f'<p>Privacy policy</p><iframe srcdoc="{LONG}<input type=password>"></iframe>')
    assert extracted(blank)["fields"] is True

    blank.set_content(f'<p>Privacy policy</p><iframe srcdoc="{LONG}"></iframe>')
    blank.evaluate("frames[0].document.designMode = 'on'")
    assert extracted(blank)["fields"] is True


@pytest.mark.parametrize(
    ("shadow", "light", "read"),
    [
        ("<p>One.</p>", "", "<p>One.</p>"),
        ("<p>One.</p><slot></slot>", "<p>Two.</p>", "<p>One.</p><p>Two.</p>"),
        ("<slot name=b></slot><slot></slot>", "<p>Two.</p><p slot=b>One.</p>", "<p>One.</p><p>Two.</p>"),
        ("<slot><p>By default.</p></slot>", "", "<p>By default.</p>"),
        ("<p>Closed.</p>", "<p>Shown when it opens.</p>", "<p>Closed.</p><p>Shown when it opens.</p>"),
        ("<x-b><template shadowrootmode=open><p>Deep.</p></template></x-b>", "", "<p>Deep.</p>"),
        ("<p><slot></slot>, they say.</p>", "We sell <b>it</b>", "<p>We sell <b>it</b>, they say.</p>"),
    ],
)
def test_open_shadow_roots_are_read_in_the_order_that_is_shown(blank: Page, shadow: str, light: str, read: str) -> None:
    blank.set_content("<title>A page</title>")
    host = f"<x-a><template shadowrootmode=open>{shadow}</template>{light}</x-a>"
    blank.evaluate("(html) => document.body.setHTMLUnsafe(html)", host)

    assert extracted(blank)["html"].removeprefix("<!doctype html><title>A page</title>") == read


def test_a_great_many_nodes_in_a_slot_are_read_in_seconds(blank: Page) -> None:
    blank.set_content("<x-a hidden></x-a>")
    blank.evaluate(
        """() => {
          const host = document.querySelector("x-a");
          host.attachShadow({ mode: "open" }).innerHTML = "<slot></slot>";
          for (let each = 0; each < 100_000; each += 1) host.append(document.createElement("i"));
        }"""
    )
    took = f"() => {{ const begin = performance.now(); ({EXTRACT})(); return performance.now() - begin; }}"

    assert blank.evaluate(took) < 5_000


def selected(page: Page, select: str) -> str:
    page.evaluate(f"() => {{ const selection = getSelection(); selection.removeAllRanges(); {select} }}")
    words = page.evaluate(f"({EXTRACT})('selection')")["html"]
    return words.removeprefix("<!doctype html><title>A page</title>")


@pytest.mark.parametrize(
    ("select", "read"),
    [
        (
            "selection.selectAllChildren(document.body)",
            "<h1>One</h1><p>Two <b>three</b> four.</p><ul><li>Five</li></ul>",
        ),
        ("selection.setBaseAndExtent(p.firstChild, 2, p.lastChild, 3)", "<p>o <b>three</b> fo</p>"),
        ("selection.setBaseAndExtent(p.firstChild, 1, p.firstChild, 3)", "<p>wo</p>"),
        ("selection.setBaseAndExtent(p.lastChild, 1, li.firstChild, 2)", "<p>four.</p><ul><li>Fi</li></ul>"),
        ("", ""),
    ],
)
def test_of_a_selection_the_selected_words_alone_are_read(blank: Page, select: str, read: str) -> None:
    html(blank, "<h1>One</h1><p>Two <b>three</b> four.</p><nav>Elsewhere</nav><ul><li>Five</li></ul>")

    assert selected(blank, f"const [p, li] = ['p', 'li'].map((tag) => document.querySelector(tag)); {select}") == read
