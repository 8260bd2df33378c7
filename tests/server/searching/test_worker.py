"""Searches and re-readings, from the request to the record, by a real worker on a real Redis."""

import time
from collections.abc import Callable
from typing import Any

import redis
from flask.testing import FlaskClient

from tests.server.searching.web import DOMAIN, HOME, POLICY, footer, link, on_the_web
from tests.server.searching.working import working

OWN = f"https://{DOMAIN}"
RECORD = f"/v1/domains/{DOMAIN}"
REFRESH = f"{RECORD}/refresh"
SITE = {HOME: footer(link("/privacy")), f"{OWN}/privacy": POLICY}


def wait_until(condition: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + 30
    while not (found := condition()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return found


def record(client: FlaskClient) -> Any:
    response = client.get(RECORD)
    return response.json if response.status_code == 200 else None


def test_a_refresh_makes_a_record(client: FlaskClient, redis_url: str, empty_redis: redis.Redis) -> None:
    with on_the_web(SITE) as web, working(web, redis_url):
        response = client.post(REFRESH)
        assert response.status_code == 202
        assert response.headers["Location"] == RECORD
        (document,) = wait_until(lambda: record(client))["documents"]
        assert document["url"] == f"{OWN}/privacy"
        assert document["provenance"] == {
            "how": "home-page",
            "detail": "Read where the home page of larkspur.example links to its privacy policy.",
            "linked_from": HOME,
        }
        assert client.get(f"/v1/summaries/{document['summary']['id']}").status_code in (200, 404)
        wait_until(lambda: [key for key in empty_redis.scan_iter("rq:*") if "job" in key] == [])
