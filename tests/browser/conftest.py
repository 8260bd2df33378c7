"""A real Chromium with the extension, the real service, and pages on loopback with real names."""

from collections.abc import Iterator

import pytest
import redis
from playwright.sync_api import Page, Playwright

from tests.browser.chromium import Chromium, chromium
from tests.browser.serving import Recorder, Service, forward_to, page_of, serving


@pytest.fixture(scope="session")
def service(redis_url: str) -> Iterator[Service]:
    """The service as `make run` starts it."""
    service = Service({"REDIS_URL": redis_url, "SMALLPRINT_TRUST": "self"})
    yield service
    service.stop()


@pytest.fixture(scope="session")
def pages() -> Iterator[Recorder]:
    """The sites that are visited."""
    with serving(page_of) as server:
        yield server


@pytest.fixture
def proxy(service: Service, empty_redis: redis.Redis) -> Iterator[Recorder]:
    """The service, with nothing in its store, behind a proxy that writes down all that it is sent."""
    with serving(forward_to(service.port)) as server:
        yield server


@pytest.fixture(scope="session")
def running_chromium(playwright: Playwright, pages: Recorder) -> Iterator[Chromium]:
    with chromium(playwright, pages.port) as browser:
        yield browser


@pytest.fixture
def browser(running_chromium: Chromium, proxy: Recorder) -> Iterator[Chromium]:
    """A browser whose extension talks to the service through the proxy, and has nothing else stored."""
    running_chromium.forget()
    running_chromium.use_service(proxy.url)
    yield running_chromium
    for page in running_chromium.context.pages[1:]:
        page.close()


@pytest.fixture
def blank(running_chromium: Chromium) -> Iterator[Page]:
    """An empty page."""
    page = running_chromium.context.new_page()
    yield page
    page.close()
