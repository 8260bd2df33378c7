"""The page at /: a policy that is pasted, chosen or read from its address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from playwright.sync_api import Page, expect

from tests.browser.chromium import Chromium
from tests.browser.serving import PAGES, Recorder, Service, page_of, serving

POLICY = (PAGES / "privacy.html").read_text("utf-8")


@pytest.fixture
def page(service: Service, empty_redis: redis.Redis, running_chromium: Chromium) -> Iterator[Page]:
    """The page, which fails the test if it wants anything from elsewhere or if a script of it fails."""
    page = running_chromium.context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.route(lambda url: not url.startswith(service.url), lambda route: pytest.fail(route.request.url))
    page.goto(service.url)
    page.wait_for_selector("html[lang]", state="attached")  # its words are there, and what it does with them
    yield page
    page.close()


def test_a_pasted_policy_is_read(page: Page) -> None:
    page.get_by_label("The policy").fill(POLICY)
    page.get_by_label("Its address").fill("https://bookshop.example/privacy")
    page.get_by_role("button", name="Read it").click()

    expect(page.locator("#summary h1")).to_have_text("Privacy policy – The Crooked Shelf")
    expect(page.locator(".site")).to_have_text("bookshop.example")
    badge = page.locator(".badge.warning").first
    badge.locator("> summary").click()
    expect(badge.locator("q").first).to_be_visible()
    expect(page.locator(".actions a").first).to_have_attribute("href", "https://bookshop.example/unsubscribe?list=news")


@pytest.fixture
def bookshop() -> Iterator[Recorder]:
    with serving(page_of) as site:
        yield site


@pytest.fixture
def reading_page(redis_url: str, empty_redis: redis.Redis, bookshop: Recorder, page: Page) -> Iterator[Page]:
    """The page of a service that may read the bookshop."""
    own = Service({"REDIS_URL": redis_url, "SMALLPRINT_FETCH_FROM": f"127.0.0.1:{bookshop.port}"})
    page.unroute_all()
    page.goto(own.url)
    yield page
    own.stop()


def test_a_policy_is_read_from_its_address(reading_page: Page, bookshop: Recorder) -> None:
    reading_page.get_by_label("Its address").fill(f"{bookshop.url}/privacy?id=7#top")
    reading_page.get_by_role("button", name="Read it").click()

    expect(reading_page.locator("#summary h1")).to_have_text("Privacy policy – The Crooked Shelf")
    expect(reading_page.locator(".badge.warning").first).to_be_visible()
    assert [sent.path for sent in bookshop.sent] == ["/privacy?id=7"]


def test_an_address_at_which_nothing_is_can_be_tried_again(reading_page: Page, bookshop: Recorder) -> None:
    reading_page.get_by_label("Its address").fill(f"{bookshop.url}/no-such-page")
    reading_page.get_by_role("button", name="Read it").click()

    expect(reading_page.locator("#summary h1")).to_have_text("The service could not get the page")
    expect(reading_page.locator("#summary")).to_contain_text("The site answers 404 Not Found.")
    with reading_page.expect_response("**/v1/summaries"):
        reading_page.get_by_role("button", name="Try again").click()
    assert len(bookshop.sent) == 2


@pytest.mark.parametrize("name", ["privacy.html", "notice.html"])
def test_a_chosen_file_is_read(page: Page, name: str) -> None:
    page.locator("#file").set_input_files(PAGES / name)

    expect(page.locator("#summary .badge").first).to_be_visible()
    expect(page.locator("#chosen")).to_have_text(name)


def test_a_file_of_text_with_form_feeds_is_read(page: Page, tmp_path: Path) -> None:
    lines = (PAGES / "plain.txt").read_text("utf-8").replace("\n\n", "\n\f\n")
    (tmp_path / "policy.txt").write_text(lines, "utf-8")
    page.locator("#file").set_input_files(tmp_path / "policy.txt")

    expect(page.locator("#summary .badge").first).to_be_visible()


def test_the_example_is_read(page: Page) -> None:
    page.get_by_role("button", name="Show me with an example").click()

    expect(page.locator("#summary h1")).to_have_text("Privacy policy of The Crooked Shelf")
    expect(page.locator(".badge.warning").first).to_be_visible()


def test_a_refusal_says_why(page: Page) -> None:
    page.locator("#file").set_input_files(PAGES / "terms.html")

    expect(page.locator("#summary h1")).to_have_text("These are terms of service")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    expect(page.locator(".badge")).to_have_count(0)


def test_a_file_that_is_too_large_is_not_sent(page: Page, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("We collect. " * 200_000)
    page.locator("#file").set_input_files(tmp_path / "long.txt")

    expect(page.locator("#summary h1")).to_have_text("This is too long")


def test_a_file_that_is_too_large_takes_the_place_of_what_was_there(page: Page, tmp_path: Path) -> None:
    page.get_by_role("button", name="Show me with an example").click()
    expect(page.locator(".badge").first).to_be_visible()
    (tmp_path / "long.txt").write_text("We collect. " * 200_000)
    page.locator("#file").set_input_files(tmp_path / "long.txt")

    expect(page.locator("#summary h1")).to_have_text("This is too long")
    expect(page.get_by_label("The policy")).to_have_value("")
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)


def test_the_same_file_can_be_chosen_again(page: Page) -> None:
    page.locator("#file").set_input_files(PAGES / "privacy.html")
    expect(page.locator("#summary .badge").first).to_be_visible()

    expect(page.locator("#file")).to_have_value("")


def test_a_file_that_is_no_text_is_not_sent(page: Page, tmp_path: Path) -> None:
    (tmp_path / "policy.txt").write_bytes(b"%PDF-1.7\n\x00\xff\xfe" * 100)
    page.locator("#file").set_input_files(tmp_path / "policy.txt")

    expect(page.locator("#said")).to_have_text("Only text, Markdown or HTML can be read.")
    expect(page.locator("#summary")).to_be_hidden()


def test_a_file_of_xhtml_is_html(page: Page, tmp_path: Path) -> None:
    (tmp_path / "policy.html").write_text(f'<?xml version="1.0"?>{POLICY}', "utf-8")
    with page.expect_request("**/v1/summaries") as sent:
        page.locator("#file").set_input_files(tmp_path / "policy.html")

    assert "html" in sent.value.post_data_json


def test_an_address_without_its_scheme_is_one(page: Page) -> None:
    page.get_by_label("The policy").fill(POLICY)
    page.get_by_label("Its address").fill("bookshop.example/privacy")
    with page.expect_request("**/v1/summaries") as sent:
        page.get_by_role("button", name="Read it").click()

    assert sent.value.post_data_json["url"] == "https://bookshop.example/privacy"


def test_nothing_to_read_hides_what_was_read_before(page: Page) -> None:
    page.get_by_role("button", name="Show me with an example").click()
    expect(page.locator(".badge").first).to_be_visible()
    page.get_by_label("The policy").fill("")
    page.get_by_role("button", name="Read it").click()

    expect(page.locator("#said")).to_have_text("Paste the text of a policy, choose a file, or give its address.")
    expect(page.locator("#summary")).to_be_hidden()


@pytest.mark.parametrize(("kind", "taken"), [("Files", True), ("text/plain", False)])
def test_only_files_are_taken_from_a_drag(page: Page, kind: str, taken: bool) -> None:
    drag = """([kind, name]) => {
      const data = new DataTransfer();
      if (kind === "Files") data.items.add(new File(["We collect."], "policy.txt"));
      else data.setData(kind, "We collect.");
      const event = new DragEvent(name, {dataTransfer: data, bubbles: true, cancelable: true});
      return !document.getElementById("text").dispatchEvent(event);
    }"""

    assert page.evaluate(drag, [kind, "dragover"]) is taken
    assert page.evaluate(drag, [kind, "drop"]) is taken


def test_a_drag_from_field_to_field_goes_on(page: Page) -> None:
    classes = page.evaluate(
        """() => {
          const form = document.getElementById("policy");
          const [from, to] = [document.getElementById("text"), document.getElementById("url")];
          form.classList.add("dropping");
          const leave = (relatedTarget) => {
            from.dispatchEvent(new DragEvent("dragleave", {bubbles: true, relatedTarget}));
            return form.className;
          };
          return [leave(to), leave(document.body)];
        }"""
    )

    assert classes == ["dropping", ""]


def test_an_empty_text_is_asked_for(page: Page) -> None:
    page.get_by_role("button", name="Read it").click()

    expect(page.locator("#said")).to_have_text("Paste the text of a policy, choose a file, or give its address.")
    expect(page.locator("#summary")).to_be_hidden()


def test_an_address_that_is_none_is_named(page: Page) -> None:
    page.get_by_label("The policy").fill(POLICY)
    page.get_by_label("Its address").fill("javascript:alert(1)")
    page.get_by_role("button", name="Read it").click()

    expect(page.locator("#said")).to_contain_text("That is no web address")
    expect(page.locator("#summary")).to_be_hidden()


def test_a_service_that_has_gone_is_no_good_news(page: Page, redis_url: str) -> None:
    own = Service({"REDIS_URL": redis_url})
    page.unroute_all()
    page.goto(own.url)
    own.stop()
    page.get_by_label("The policy").fill(POLICY)
    page.get_by_role("button", name="Read it").click()

    expect(page.locator("#summary h1")).to_have_text("The service does not answer")
    expect(page.locator(".badge")).to_have_count(0)


def test_all_of_it_works_by_keyboard(page: Page) -> None:
    page.get_by_label("The policy").focus()
    page.keyboard.insert_text(POLICY)
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Read it")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_text("Summary ready:")).to_have_count(1)


def test_a_stranger_s_markup_comes_out_as_text(page: Page) -> None:
    page.locator("#file").set_input_files(PAGES / "hostile.html")

    expect(page.locator("#summary h1")).to_have_text("<script>document.body.remove()</script> Privacy policy")
    assert page.locator("#summary :is(script, img, iframe)").count() == 0


def test_a_page_of_narrow_width_needs_no_sideways_scrolling(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    page.get_by_role("button", name="Show me with an example").click()
    expect(page.locator(".badge").first).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator(".facts").bounding_box()
    for fact in page.locator(".facts li").all():
        own = fact.bounding_box()
        assert box
        assert own
        assert own["x"] >= box["x"]
        assert own["x"] + own["width"] <= box["x"] + box["width"] + 0.5


def test_the_example_for_scripts_names_this_service(page: Page, service: Service) -> None:
    expect(page.locator("code")).to_contain_text(f"{service.url}/v1/summaries")


def test_links_to_the_description_of_the_api(page: Page) -> None:
    page.get_by_role("link", name="API").first.click()

    expect(page.locator("body")).to_contain_text('"openapi"')
