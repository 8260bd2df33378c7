"""The same extension in Firefox."""

from tests.browser.firefox import firefox
from tests.browser.serving import Recorder


def test_the_policy_in_the_tab_is_read_on_a_click(pages: Recorder, proxy: Recorder) -> None:
    with firefox() as browser:
        browser.use_service(proxy.url)
        browser.open(f"http://www.bookshop.example:{pages.port}/privacy")
        count = browser.count_after_click()

    assert int(count) > 0
    assert [sent.path for sent in proxy.sent if sent.method == "POST"] == ["/v1/summaries"]
