"""The same extension in Firefox."""

import re
from hashlib import sha256

from tests.browser.firefox import firefox
from tests.browser.serving import Recorder


def test_the_policy_in_the_tab_is_read_on_a_click(pages: Recorder, proxy: Recorder) -> None:
    with firefox() as browser:
        browser.use_service(proxy.url)
        browser.open(f"http://www.bookshop.example:{pages.port}/privacy")
        count = browser.count_after_click()

    assert int(count) > 0
    assert [sent.path for sent in proxy.sent if sent.method == "POST"] == ["/v1/summaries"]


def test_visits_are_looked_up_by_prefix_where_the_reader_permits_it(pages: Recorder, proxy: Recorder) -> None:
    shop = f"http://www.bookshop.example:{pages.port}"
    with firefox() as browser:
        browser.use_service(proxy.url)
        browser.open(f"{shop}/privacy")
        count = browser.count_after_click()
        proxy.sent.clear()
        browser.open(f"{shop}/book")
        browser.open(f"http://www.bank.example:{pages.port}/account")
        assert proxy.sent == []

        browser.turn_on_lookups()
        browser.open(f"http://www.bank.example:{pages.port}/account")
        browser.open(f"{shop}/book?item=1984")
        assert browser.label() == f"{count}!"
        browser.open(f"{shop}/news")
        assert browser.label() == count

        prefixes = [sha256(domain.encode()).hexdigest()[:5] for domain in ("bank.example", "bookshop.example")]
        assert [(sent.method, sent.path, sent.body) for sent in proxy.sent] == [
            ("GET", f"/v1/lookup/{prefix}", "") for prefix in prefixes
        ]
        assert not re.search(r"bookshop|bank|1984|Cookie|Referer", "".join(sent.headers for sent in proxy.sent))

        browser.turn_off_lookups()
        browser.open(f"{shop}/book")
        assert len(proxy.sent) == len(prefixes)
