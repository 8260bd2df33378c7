from dataclasses import fields
from ipaddress import ip_network
from pathlib import Path

import pytest

from server.settings import VARIABLES, LogStyle, Settings, Trust, WrongSetting


def test_an_empty_environment_gives_settings_that_run_on_a_laptop():
    settings = Settings.from_env({})
    assert settings == Settings(
        redis_url=None,
        trust=Trust.VERIFY,
        hosts=frozenset({"localhost", "127.0.0.1", "[::1]"}),
        origins=frozenset({"chrome-extension://*", "moz-extension://*"}),
        summary_days=30,
        record_days=365,
        metrics_networks=(ip_network("127.0.0.0/8"), ip_network("::1")),
        log=LogStyle.JSON,
        var=Path("var"),
    )


def test_each_variable_is_read():
    settings = Settings.from_env(
        {
            "REDIS_URL": "rediss://user:secret@redis.example:6380/2",
            "SMALLPRINT_TRUST": "self",
            "SMALLPRINT_HOSTS": "Policies.Example, policies.example:8443 ,[2001:db8::1]",
            "SMALLPRINT_ORIGINS": "https://app.example,chrome-extension://*,http://localhost:3000",
            "SMALLPRINT_SUMMARY_DAYS": "7",
            "SMALLPRINT_RECORD_DAYS": "3650",
            "SMALLPRINT_METRICS": "10.1.2.3, 2001:db8::/32",
            "SMALLPRINT_LOG": "plain",
            "SMALLPRINT_VAR": "/srv/smallprint",
        }
    )
    assert settings == Settings(
        redis_url="rediss://user:secret@redis.example:6380/2",
        trust=Trust.SELF,
        hosts=frozenset({"policies.example", "policies.example:8443", "[2001:db8::1]"}),
        origins=frozenset({"https://app.example", "chrome-extension://*", "http://localhost:3000"}),
        summary_days=7,
        record_days=3650,
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
    ],
)
def test_a_wrong_value_fails_at_once_and_says_which(name, value):
    with pytest.raises(WrongSetting, match=name):
        Settings.from_env({name: value})


def test_every_field_is_one_variable_with_a_meaning():
    assert len({variable.name for variable in VARIABLES}) == len(VARIABLES) == len(fields(Settings))
    assert all(variable.meaning.endswith(".") for variable in VARIABLES)
