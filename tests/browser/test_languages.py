"""The popup and the page at / in the reader's language."""

from collections.abc import Iterator

import pytest
import redis
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.chromium import EXECUTABLE, ID, chromium
from tests.browser.serving import Recorder, Service

SHOP = "http://www.bookshop.example"

# By the language: the question of the page, its button for an example, the heading above warnings, and how a
# line of the overview begins.
SAID = {
    "de-AT": ("Was steht in dieser Datenschutzerklärung?", "An einem Beispiel zeigen", "Warnungen", "Der Anbieter "),
    "fr-CA": (
        "Que dit cette politique de confidentialité\xa0?",
        "Montrer avec un exemple",
        "Avertissements",
        "Le site ",
    ),
    "es-MX": ("¿Qué dice esta política de privacidad?", "Mostrar con un ejemplo", "Advertencias", "El sitio "),
    "ja-JP": ("What does this privacy policy say?", "Show me with an example", "Warnings", "It "),
}


@pytest.fixture(scope="module")
def any_browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=["--no-sandbox", "--disable-gpu"])
    yield browser
    browser.close()


def page_in(browser: Browser, locale: str, service: Service) -> Page:
    page = browser.new_context(locale=locale).new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(service.url)
    return page


@pytest.mark.parametrize("locale", SAID)
def test_the_page_speaks_the_reader_s_language(
    any_browser: Browser, service: Service, empty_redis: redis.Redis, locale: str
) -> None:
    question, example, warnings, line = SAID[locale]
    page = page_in(any_browser, locale, service)
    language = locale[:2] if locale[:2] != "ja" else "en"

    expect(page.locator("h1").first).to_have_text(question)
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.get_by_role("button", name=example).click()
    expect(page.locator(".group.warning h2")).to_have_text(warnings)
    assert page.locator(".overview li").first.inner_text().startswith(line)
    assert page.locator("#policy, .bottom, .intro").all_inner_texts()
    page.context.close()


def test_all_that_can_be_read_is_in_that_language(
    any_browser: Browser, service: Service, empty_redis: redis.Redis
) -> None:
    page = page_in(any_browser, "de-DE", service)
    page.get_by_role("button", name="An einem Beispiel zeigen").click()
    expect(page.locator(".badge").first).to_be_visible()

    assert set(page.eval_on_selector_all("q, .actions .small", "all => all.map((each) => each.lang)")) == {"en"}
    # Without the policy's own words, its title and the source of a program.
    words = page.evaluate(
        """() => {
          const theirs = "q, figcaption, textarea, pre, .lead-in, .summary h1, .actions .small";
          for (const each of document.querySelectorAll(theirs)) each.remove();
          for (const each of document.querySelectorAll("details")) each.open = true;
          return document.body.innerText;
        }"""
    )
    for english in (" the ", " your ", " data", " is ", " of "):
        assert english not in words, words
    page.context.close()


@pytest.mark.parametrize("locale", ["de", "fr", "es"])
def test_the_popup_speaks_the_reader_s_language(
    playwright: Playwright, pages: Recorder, proxy: Recorder, locale: str
) -> None:
    _, _, warnings, line = next(said for tag, said in SAID.items() if tag.startswith(locale))
    with chromium(playwright, pages.port, languages=locale) as browser:
        browser.use_service(proxy.url)
        popup = browser.click_toolbar_button(browser.open(f"{SHOP}/privacy"))
        popup.wait_for(".head h1")

        assert warnings in popup.texts(".group.warning h2")
        assert popup.texts(".overview li")[0].startswith(line)
        assert popup.js("document.documentElement.lang") == locale
        options = browser.open(f"chrome-extension://{ID}/options/options.html")
        assert options.locator("html").get_attribute("lang") == locale
        assert "make run" in options.locator("#hint").inner_text()
