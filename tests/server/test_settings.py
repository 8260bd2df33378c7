from dataclasses import fields
from ipaddress import ip_network
from pathlib import Path

import pytest

from server.settings import VARIABLES, Budget, LogStyle, Opening, Proxies, Rate, Settings, Trust, WrongSetting


def test_an_empty_environment_gives_settings_that_run_on_a_laptop():
    settings = Settings.from_env({})
    assert settings == Settings(
        redis_url=None,
        queue_url=None,
        trust=Trust.VERIFY,
        hosts=frozenset({"localhost", "127.0.0.1", "[::1]"}),
        origins=frozenset({"chrome-extension://*", "moz-extension://*"}),
        summary_days=30,
        record_days=365,
        limits={
            Budget.SUMMARIES: Rate(60, 3600),
            Budget.SEARCHES: Rate(30, 3600),
            Budget.DOMAINS: Rate(600, 60),
            Budget.LOOKUPS: Rate(600, 60),
        },
        proxies=Proxies(),
        fetch_from=frozenset(),
        metrics_networks=(ip_network("127.0.0.0/8"), ip_network("::1")),
        log=LogStyle.JSON,
        var=Path("var"),
    )


def test_each_variable_is_read():
    settings = Settings.from_env(
        {
            "REDIS_URL": "rediss://user:secret@redis.example:6380/2",
            "QUEUE_URL": "unix:///run/redis/queue.sock",
            "SMALLPRINT_TRUST": "self",
            "SMALLPRINT_HOSTS": "Policies.Example, policies.example:8443 ,[2001:db8::1]",
            "SMALLPRINT_ORIGINS": "https://app.example,chrome-extension://*,http://localhost:3000",
            "SMALLPRINT_SUMMARY_DAYS": "7",
            "SMALLPRINT_RECORD_DAYS": "3650",
            "SMALLPRINT_LIMITS": "Summaries=5/minute, lookups=70000/day",
            "SMALLPRINT_PROXIES": "10.1.2.3, 2001:db8::/32,unix",
            "SMALLPRINT_FETCH_FROM": "10.1.0.0/16, 127.0.0.1:8080,[FD00::/8]:8443,[::1]",
            "SMALLPRINT_METRICS": "10.1.2.3, 2001:db8::/32",
            "SMALLPRINT_LOG": "plain",
            "SMALLPRINT_VAR": "/srv/smallprint",
        }
    )
    assert settings == Settings(
        redis_url="rediss://user:secret@redis.example:6380/2",
        queue_url="unix:///run/redis/queue.sock",
        trust=Trust.SELF,
        hosts=frozenset({"policies.example", "policies.example:8443", "[2001:db8::1]"}),
        origins=frozenset({"https://app.example", "chrome-extension://*", "http://localhost:3000"}),
        summary_days=7,
        record_days=3650,
        limits={Budget.SUMMARIES: Rate(5, 60), Budget.LOOKUPS: Rate(70000, 86400)},
        proxies=Proxies((ip_network("10.1.2.3/32"), ip_network("2001:db8::/32")), by_socket=True),
        fetch_from=frozenset(
            {
                Opening(ip_network("10.1.0.0/16"), frozenset({80, 443})),
                Opening(ip_network("127.0.0.1"), frozenset({8080})),
                Opening(ip_network("fd00::/8"), frozenset({8443})),
                Opening(ip_network("::1"), frozenset({80, 443})),
            }
        ),
        metrics_networks=(ip_network("10.1.2.3"), ip_network("2001:db8::/32")),
        log=LogStyle.PLAIN,
        var=Path("/srv/smallprint"),
    )


@pytest.mark.parametrize("blank", ["", "  "])
def test_a_blank_variable_is_one_that_is_not_set(blank):
    assert Settings.from_env({variable.name: blank for variable in VARIABLES}) == Settings.from_env({})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("REDIS_URL", "localhost:6379"),
        ("REDIS_URL", "http://localhost:6379"),
        ("REDIS_URL", "redis://localhost:port"),
        ("REDIS_URL", "redis+sentinel://sentinel.example:26379"),
        ("REDIS_URL", "redis+sentinel://sentinel.example/main/one"),
        ("REDIS_URL", "redis+cluster://node.example,/"),
        ("REDIS_URL", "redis+cluster://node.example:70000"),
        ("REDIS_URL", "redis+cluster://node.example/1"),
        ("REDIS_URL", "redis+cluster://node.example?socket_timeout=60"),
        ("REDIS_URL", "redis+cluster://"),
        ("REDIS_URL", "redis+unix:///run/redis.sock"),
        ("QUEUE_URL", "redis+cluster://node.example"),
        ("QUEUE_URL", "localhost"),
        ("SMALLPRINT_LIMITS", "summaries"),
        ("SMALLPRINT_LIMITS", "summaries=0/minute"),
        ("SMALLPRINT_LIMITS", "summaries=5/second"),
        ("SMALLPRINT_LIMITS", "everything=5/minute"),
        ("SMALLPRINT_PROXIES", "proxy.example"),
        ("SMALLPRINT_PROXIES", "10.0.0.1/8"),
        ("SMALLPRINT_TRUST", "everybody"),
        ("SMALLPRINT_TRUST", "Verify"),
        ("SMALLPRINT_HOSTS", "*"),
        ("SMALLPRINT_HOSTS", "http://policies.example"),
        ("SMALLPRINT_HOSTS", "policies.example/"),
        ("SMALLPRINT_ORIGINS", "*"),
        ("SMALLPRINT_ORIGINS", "null"),
        ("SMALLPRINT_ORIGINS", "https://*.example"),
        ("SMALLPRINT_ORIGINS", "https://app.example/"),
        ("SMALLPRINT_SUMMARY_DAYS", "0"),
        ("SMALLPRINT_SUMMARY_DAYS", "-1"),
        ("SMALLPRINT_SUMMARY_DAYS", "30 days"),
        ("SMALLPRINT_SUMMARY_DAYS", "٣"),
        ("SMALLPRINT_METRICS", "localhost"),
        ("SMALLPRINT_METRICS", "10.1.2.3/8"),
        ("SMALLPRINT_METRICS", "*"),
        ("SMALLPRINT_LOG", "JSON"),
        ("SMALLPRINT_RECORD_DAYS", "4000"),
        ("SMALLPRINT_RECORD_DAYS", "9" * 5000),
        ("SMALLPRINT_FETCH_FROM", "*"),
        ("SMALLPRINT_FETCH_FROM", "localhost:8080"),
        ("SMALLPRINT_FETCH_FROM", "::1"),
        ("SMALLPRINT_FETCH_FROM", "10.0.0.1/8"),
        ("SMALLPRINT_FETCH_FROM", "10.0.0.0/33"),
        ("SMALLPRINT_FETCH_FROM", "10.0.0.0/8:70000"),
        ("SMALLPRINT_FETCH_FROM", "127.1:8080"),
    ],
)
def test_a_wrong_value_fails_at_once_and_says_which(name, value):
    with pytest.raises(WrongSetting, match=name):
        Settings.from_env({name: value})


def test_a_password_is_not_said():
    with pytest.raises(WrongSetting) as told:
        Settings.from_env({"REDIS_URL": "redis+cluster://user:secret@node.example/7"})
    assert "secret" not in str(told.value)


def test_there_may_be_no_limits():
    assert Settings.from_env({"SMALLPRINT_LIMITS": "none"}).limits == {}


@pytest.mark.parametrize(
    ("variables", "queue"),
    [
        ({}, None),
        ({"REDIS_URL": "redis://one.example"}, "redis://one.example"),
        ({"REDIS_URL": "redis://one.example", "QUEUE_URL": "redis://two.example"}, "redis://two.example"),
        ({"REDIS_URL": "redis+sentinel://one.example/main"}, None),
        ({"REDIS_URL": "redis+cluster://one.example"}, None),
    ],
)
def test_the_queue_is_where_the_records_are_unless_they_are_on_several_servers(variables, queue):
    assert Settings.from_env(variables).queue == queue


def test_every_field_is_one_variable_with_a_meaning():
    assert len({variable.name for variable in VARIABLES}) == len(VARIABLES) == len(fields(Settings))
    assert all(variable.meaning.endswith(".") for variable in VARIABLES)
