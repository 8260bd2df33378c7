"""What the log holds, and what it never does."""

import json
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import redis
from flask import Flask
from flask.testing import FlaskClient

from server import logs
from server.logs import Log
from server.settings import LogStyle
from server.web import summaries
from tests.server.analysis.policies import WHOLE
from tests.server.conftest import RedisServer, make_app

SECRET = "larkspur"


@contextmanager
def logged(style: LogStyle = LogStyle.JSON) -> Iterator[Callable[[], str]]:
    """Read what is logged within the block, once."""
    end, begin = os.pipe()
    root = logging.getLogger()
    log = Log(style, begin)
    root.addHandler(log)
    logging.getLogger("server").setLevel(logging.INFO)

    def read() -> str:
        os.write(begin, b"\n")  # so that it is never waited for
        return os.read(end, 1_000_000).decode()

    try:
        yield read
    finally:
        root.removeHandler(log)
        logging.getLogger("server").setLevel(logging.NOTSET)
        os.close(begin)
        os.close(end)


def events(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines() if line]


def test_a_request_is_a_line(client: FlaskClient) -> None:
    with logged() as read:
        answer = client.get(f"/v1/domains/{SECRET}.example?q={SECRET}")
        (event,) = events(read())
    assert event.pop("time").endswith("+00:00")
    assert event.pop("milliseconds") > 0
    assert event == {
        "level": "info",
        "event": "answered",
        "request": answer.headers["X-Request-Id"],
        "method": "GET",
        "route": "/v1/domains/<domain>",
        "status": 404,
        "cache": "miss",
    }


def test_each_request_has_a_name_of_its_own_and_takes_none_from_the_caller(client: FlaskClient) -> None:
    named = {"X-Request-Id": "0123456789abcdef"}
    names = {client.get("/healthz", headers=named).headers["X-Request-Id"] for _ in range(3)}
    assert len(names) == 3
    assert "0123456789abcdef" not in names


def test_nothing_that_was_sent_is_logged(users_client: FlaskClient, empty_redis: redis.Redis) -> None:
    caller = {
        "headers": {"Referer": f"https://{SECRET}.example/", "User-Agent": SECRET, "X-Request-Id": SECRET},
        "environ_base": {"REMOTE_ADDR": "127.6.6.6"},
    }
    with logged() as read:
        users_client.post("/v1/summaries", json={"text": WHOLE, "url": f"https://{SECRET}.example/privacy"}, **caller)
        users_client.post("/v1/summaries", json={"text": SECRET, SECRET: 1}, **caller)
        users_client.post("/v1/summaries", data=SECRET, content_type=f"text/{SECRET}", **caller)
        users_client.get(f"/v1/domains/{SECRET}.example?{SECRET}", **caller)
        users_client.get(f"/{SECRET}", **caller)
        users_client.open("/", method=SECRET.upper(), **caller)
        users_client.get("/", headers={"Host": f"{SECRET}.example"})
        text = read()
    assert len(events(text)) == 7
    assert SECRET not in text.lower()
    assert "127.6.6.6" not in text
    assert "collect" not in text


def broken(app: Flask, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """A client of a service whose analysis fails on a word of the text, with that word in what it says."""

    def fail(document: object) -> None:
        try:
            {}[SECRET]
        except KeyError as error:
            raise ValueError(f"cannot read {SECRET}") from error

    monkeypatch.setattr(summaries, "summarise", fail)
    return app.test_client()


@pytest.mark.parametrize("style", LogStyle)
def test_an_error_says_where_it_came_from_and_no_word_of_the_text(
    redis_url: str, empty_redis: redis.Redis, monkeypatch: pytest.MonkeyPatch, style: LogStyle
) -> None:
    client = broken(make_app(redis_url), monkeypatch)
    with logged(style) as read:
        answer = client.post(f"/v1/summaries?url=https://{SECRET}.example", data=WHOLE, content_type="text/plain")
        text = read()
    assert answer.status_code == 500
    assert answer.headers["X-Request-Id"] in text
    assert "ValueError" in text
    assert "KeyError" in text
    assert "server/web/summaries.py:" in text
    assert SECRET not in text


def test_a_store_that_is_away_is_told_with_the_request_that_it_failed(own_redis: RedisServer) -> None:
    client = make_app(own_redis.url).test_client()
    own_redis.stop()
    with logged() as read:
        answer = client.get(f"/v1/domains/{SECRET}.example")
        away, answered = events(read())
    assert away["request"] == answered["request"] == answer.headers["X-Request-Id"]
    assert (away["level"], answered["status"]) == ("warning", 503)
    assert SECRET not in str(away)


def test_of_other_packages_only_the_template_is_written() -> None:
    with logged() as read:
        logging.getLogger("urllib3.connectionpool").warning("Retrying after %r", SECRET)
        (event,) = events(read())
    assert (event["event"], event["logger"]) == ("Retrying after %r", "urllib3.connectionpool")


def test_a_message_that_does_not_fit_its_template_is_written_all_the_same() -> None:
    with logged() as read:
        (log,) = (handler for handler in logging.getLogger().handlers if isinstance(handler, Log))
        log.emit(logging.LogRecord("server.store", logging.WARNING, "", 0, "wrong %s %s", (SECRET,), None))
        (event,) = events(read())
    assert event["event"] == "wrong %s %s"


def test_plain_lines_are_for_people_and_cannot_be_forged() -> None:
    with logged(LogStyle.PLAIN) as read:
        logging.getLogger("server").info("begun\n12:00:00 and \x1b[2J forged")
        logs.write("info", "answered", status=200)
        lines = read().splitlines()
    assert lines[0].endswith(r"begun\n12:00:00 and \x1b[2J forged'")
    assert lines[1][8:] == " answered status=200"


def test_a_log_that_nobody_reads_any_more_ends_nothing(client: FlaskClient) -> None:
    end, begin = os.pipe()
    os.close(end)
    log = Log(LogStyle.JSON, begin)
    logging.getLogger().addHandler(log)
    try:
        assert client.get("/healthz").status_code == 200
    finally:
        logging.getLogger().removeHandler(log)
        os.close(begin)


@pytest.fixture
def as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    before = root.handlers[:]
    yield
    root.handlers[:] = before


def test_set_up_leaves_one_log(as_it_was: None, capfd: pytest.CaptureFixture[str]) -> None:
    logs.set_up(LogStyle.JSON)
    logs.set_up(LogStyle.PLAIN)
    logging.getLogger("server").info("once")
    assert capfd.readouterr().err.count("once") == 1
