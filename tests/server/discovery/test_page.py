import time

import pytest

from server.discovery import LinkKind, Region, policy_links
from server.discovery.page import MAX_TEXT_CHARS, page_links

URL = "https://www.crooked-shelf.example/"


def link(html, base_url=URL):
    (only,) = page_links(html, base_url)
    return only


@pytest.mark.parametrize(
    ("html", "region"),
    [
        ('<footer><a href="/p">P</a></footer>', Region.FOOTER),
        ('<div role="contentinfo"><p><a href="/p">P</a></div>', Region.FOOTER),
        ('<div class="site-footer__links"><a href="/p">P</a></div>', Region.FOOTER),
        ('<div id="Footer"><nav><a href="/p">P</a></nav></div>', Region.NAVIGATION),
        ('<div id="footer"><div class="menu"><a href="/p">P</a></div></div>', Region.FOOTER),
        ('<nav><a href="/p">P</a></nav>', Region.NAVIGATION),
        ('<header><a href="/p">P</a></header>', Region.NAVIGATION),
        ('<dialog><a href="/p">P</a></dialog>', Region.DIALOG),
        ('<div id="onetrust-banner-sdk"><a href="/p">P</a></div>', Region.DIALOG),
        ('<article><a href="/p">P</a></article>', Region.IN_ARTICLE),
        ('<article><footer><a href="/p">P</a></footer></article>', Region.IN_ARTICLE),
        ('<ol class="comment-list"><li><a href="/p">P</a></ol>', Region.COMMENTS),
        ('<article><div id="comments"><footer><a href="/p">P</a></footer></div></article>', Region.COMMENTS),
        ('<body class="footer comments"><main><a href="/p">P</a></main>', Region.BODY),
        ('<footer></footer><div class="footnote underfoot"><a href="/p">P</a></div>', Region.BODY),
        ('<head><link rel="privacy-policy" href="/p"></head>', Region.HEAD),
    ],
)
def test_a_link_stands_in_a_region(html, region):
    assert link(html).region is region


def test_a_link_comes_with_its_words_and_what_stands_before():
    read = link("<p>Old words</p><p>By signing up you accept <b>our</b> <a href=/p>\n Privacy <span>policy</span></a>.")

    assert read.href == f"{URL}p"
    assert (read.text, read.before) == ("Privacy policy", "By signing up you accept our")


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/p" aria-label="Privacy policy"></a>',
        '<a href="/p" title="Privacy policy"><svg><title>no</title></svg></a>',
        '<a href="/p"><img alt="Privacy policy" src="p.png"></a>',
        '<map><area href="/p" alt="Privacy policy"></map>',
    ],
)
def test_a_link_without_words_is_described(html):
    assert link(html).description == "Privacy policy"


@pytest.mark.parametrize(
    "html",
    [
        '<div hidden><p><a href="/p">P</a></div>',
        '<div style="display: none"><a href="/p">P</a></div>',
        '<a style="color: red; VISIBILITY:hidden" href="/p">P</a>',
    ],
)
def test_a_link_that_is_not_shown_is_marked(html):
    assert link(html).hidden


def test_what_follows_something_hidden_is_shown():
    assert not link('<div hidden></div><a href="/p">P</a>').hidden


def test_links_in_shadow_roots_and_without_scripts_are_read():
    html = (
        '<x-footer><template shadowrootmode="open"><a href="/s">S</a></template></x-footer><noscript><a href="/n">N</a>'
    )

    assert [read.text for read in page_links(html, URL)] == ["S", "N"]


def test_addresses_are_those_of_the_base():
    html = '<base href="/legal/"><base href="https://evil.example/"><a href="privacy">P</a><a href="#privacy">Q</a>'

    assert [read.href for read in page_links(html, URL)] == [f"{URL}legal/privacy", "#privacy"]


@pytest.mark.parametrize("base", ["javascript:1", "data:text/html,", "//[", "ftp://evil.example/"])
def test_a_base_that_is_no_web_address_counts_for_nothing(base):
    assert link(f'<base href="{base}"><a href="/p">P</a>').href == f"{URL}p"


@pytest.mark.parametrize("href", ["#privacy", URL + "#privacy", "/#privacy", "./?#privacy"])
def test_a_place_in_the_page_itself_is_no_link(href):
    assert policy_links(f'<a href="{href}">Privacy policy</a>', URL) == ()


def test_a_loop_in_a_script_hides_no_link():
    script = "<script>for (i = 0; i<links.length; i++) {" + "x = y;" * 300 + "}</script>"

    assert [found.url for found in policy_links(f'{script}<a href="/privacy">Privacy</a>', URL)] == [f"{URL}privacy"]


def test_a_footer_is_found_below_a_page_of_any_length():
    page = "<p>A <b>line</b> of news</p>" * 50_000 + '<footer><a href="/privacy">Privacy policy</a></footer>'
    (found,) = policy_links(page, URL)

    assert (found.url, found.region) == (f"{URL}privacy", Region.FOOTER)


HOSTILE = {
    "links": '<a href="/privacy">privacy policy</a>' * 100_000,
    "different links": "".join(f'<a href="/privacy/{number}">privacy policy</a>' for number in range(60_000)),
    "nested": "<div>" * 400_000,
    "nested footers": "<footer class=footer>" * 90_000 + '<a href="/privacy">',
    "a long text": '<a href="/privacy">' + "privacy " * 250_000,
    "a long description": '<a href="/privacy" title="' + "privacy policy " * 130_000 + '">x</a>',
    "a long address": '<a href="' + "/privacy" * 250_000 + '">privacy</a>',
    "long addresses": f'<a href="{"/privacy-policy" * 130}">privacy</a>' * 1_000,
    "a long class": '<div class="' + "footer " * 280_000 + '"><a href="/privacy">privacy</a>',
    "words before": "privacy " * 250_000 + '<a href="/privacy">privacy</a>',
    "templates": "<template " * 200_000,
    "shadow roots": "<template shadowrootmode=open>" * 70_000,
    "scripts": "<script" * 300_000,
    "comments": "<!--" * 500_000,
    "less-than signs": "<" * 2_000_000,
    "relations": '<link href="/p" rel="' + "privacy-policy " * 130_000 + '">',
    "Chinese": '<a href="/p">' + "隐私" * 350_000 + "</a>",
    "surrogates": '<a href="/privacy\ud800">privacy \udfff</a>' * 1_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_that_was_made_to_hurt_takes_seconds_and_gives_a_handful(name):
    started = time.process_time()
    found = policy_links(HOSTILE[name], URL)

    assert time.process_time() - started < 5
    assert len(found) <= 15
    assert all(len(read.text) <= MAX_TEXT_CHARS for read in found)


def test_a_real_footer_is_read_as_a_whole():
    html = """<body><nav><a href="/">Home</a></nav>
    <main><a href="/blog/2024/privacy">Privacy in the age of phones</a></main>
    <footer><p>This site is protected by reCAPTCHA and the Google <a href="https://policies.google.com/privacy">Privacy
    Policy</a> and <a href="https://policies.google.com/terms">Terms of Service</a> apply.</p>
    <ul><li><a href="/legal/privacy#top">Privacy</a><li><a href="/legal/terms">Terms</a>
    <li><a href="/choices">Your Privacy Choices <img src="x.png" alt="opt-out icon"></a></ul></footer>"""

    assert [(found.kind, found.url) for found in policy_links(html, URL) if found.kind is not LinkKind.OTHER] == [
        (LinkKind.PRIVACY_POLICY, f"{URL}legal/privacy"),
        (LinkKind.PRIVACY_CHOICES, f"{URL}choices"),
        (LinkKind.TERMS, f"{URL}legal/terms"),
    ]
