"""Where a site's policy is found, by its own word and nobody else's."""

import msgspec
import pytest

from server.searching.search import NotFound, search
from server.store.records import Reading, Source
from tests.server.conftest import NOON
from tests.server.fetch.sites import http, redirect
from tests.server.searching.web import COOKIES, DOMAIN, HOME, POLICY, TERMS, Pages, Web, footer, link, on_the_web

OWN = f"https://{DOMAIN}"


def search_on(web: Web, domain: str = DOMAIN, obey_robots: bool = False) -> Reading:
    return search(domain, web.fetcher(), lambda: NOON, obey_robots=obey_robots).reading


def found(pages: Pages, domain: str = DOMAIN) -> Reading:
    with on_the_web(pages) as web:
        return search_on(web, domain)


def not_found(pages: Pages, domain: str = DOMAIN) -> str:
    with on_the_web(pages) as web, pytest.raises(NotFound) as reason:
        search_on(web, domain)
    return str(reason.value)


def test_the_policy_is_where_the_home_page_says() -> None:
    reading = found({HOME: footer(link("/legal/data", "Privacy Policy")), f"{OWN}/legal/data": POLICY})
    assert reading.url == f"{OWN}/legal/data"
    assert reading.at == NOON
    assert reading.provenance.how is Source.HOME_PAGE
    assert reading.provenance.linked_from == HOME
    assert not reading.provenance.other_host
    assert reading.provenance.detail == "Read where the home page of larkspur.example links to its privacy policy."
    assert msgspec.json.decode(reading.summary)["document"]["kind"] == "privacy-policy"


def test_terms_and_cookies_are_told_apart_and_not_taken_for_it() -> None:
    home = footer(link("/terms", "Terms"), link("/cookies", "Cookie Policy"), link("/p", "Privacy"))
    with on_the_web({HOME: home, f"{OWN}/terms": TERMS, f"{OWN}/cookies": COOKIES, f"{OWN}/p": POLICY}) as web:
        assert search_on(web).url == f"{OWN}/p"
        assert web.asked == [HOME, f"{OWN}/p"]


@pytest.mark.parametrize("page", [TERMS, COOKIES])
def test_what_is_called_a_privacy_policy_and_is_none_is_not_taken(page: str) -> None:
    reason = not_found({HOME: footer(link("/privacy")), f"{OWN}/privacy": page})
    assert reason.startswith("What its home page names as its policy could not be used: This reads like")


def test_the_next_link_is_followed_where_the_first_leads_to_no_policy() -> None:
    home = footer(link("/privacy-policy"), link("/p", "Privacy"))
    assert found({HOME: home, f"{OWN}/privacy-policy": http("", "410 Gone"), f"{OWN}/p": POLICY}).url == f"{OWN}/p"


def test_what_is_wrong_with_the_likeliest_link_is_told() -> None:
    home = footer(link("/privacy-policy"), link("/p", "Privacy"))
    reason = not_found({HOME: home, f"{OWN}/privacy-policy": http("", "410 Gone"), f"{OWN}/p": TERMS})
    assert reason.endswith("could not be used: The site answers 410 Gone.")


def test_no_more_links_are_followed_than_three() -> None:
    home = footer(*(link(f"/privacy-policy-{name}", "Privacy Policy") for name in "abcdefgh"))
    with on_the_web({HOME: home}) as web:
        with pytest.raises(NotFound):
            search_on(web)
        assert len(web.asked) == 1 + 3


def test_where_the_domain_itself_is_silent_www_is_asked() -> None:
    www = f"https://www.{DOMAIN}/"
    reading = found({www: footer(link("privacy")), f"{www}privacy": POLICY})
    assert (reading.url, reading.provenance.linked_from) == (f"{www}privacy", www)


def test_a_usual_place_is_looked_at_where_the_home_page_names_no_policy() -> None:
    reading = found({HOME: footer(), f"{OWN}/privacy-policy": POLICY})
    assert (reading.url, reading.provenance.how) == (f"{OWN}/privacy-policy", Source.WELL_KNOWN)
    assert reading.provenance.linked_from is None


@pytest.mark.parametrize("end", ["/privacy/", "/en/privacy", "/en-GB/privacy", "/privacy.html"])
def test_a_usual_place_may_lead_to_another_spelling_of_itself(end: str) -> None:
    assert found({HOME: footer(), f"{OWN}/privacy": redirect(end), f"{OWN}{end}": POLICY}).url == f"{OWN}{end}"


def test_a_policy_at_a_usual_place_may_speak_of_others() -> None:
    page = POLICY + f"<p>Our schools have {link('/schools/privacy-policy', 'a privacy policy')} of their own.</p>"
    assert found({HOME: footer(), f"{OWN}/privacy": page}).url == f"{OWN}/privacy"


def test_a_site_without_a_policy_has_none() -> None:
    assert not_found({HOME: footer()}) == (
        "Its home page names no privacy policy, and none lies where most sites have it."
    )


def test_a_query_is_kept_as_the_home_page_has_it() -> None:
    home = footer(link("/page?id=7&lang=en", "Privacy Policy"))
    assert found({HOME: home, f"{OWN}/page": POLICY}).url == f"{OWN}/page?id=7&lang=en"


def test_a_query_that_the_site_adds_on_the_way_is_not() -> None:
    pages = {HOME: footer(link("/p?page=7")), f"{OWN}/p": redirect("/privacy?session=s3cret"), f"{OWN}/privacy": POLICY}
    assert found(pages).url == f"{OWN}/privacy"


# Who else would like to speak for a site.

ELSEWHERE = "https://policies.example/larkspur"


def test_a_policy_on_another_host_counts_where_the_home_page_links_to_it_and_says_so() -> None:
    reading = found({HOME: footer(link(ELSEWHERE)), ELSEWHERE: POLICY})
    assert reading.url == ELSEWHERE
    assert reading.provenance.other_host
    assert "It lies outside of that site, at policies.example." in reading.provenance.detail


def test_a_redirect_to_another_site_does_not_speak_for_this_one() -> None:
    reason = not_found({HOME: footer(link("/privacy")), f"{OWN}/privacy": redirect(ELSEWHERE), ELSEWHERE: POLICY})
    assert "leads on to another site, policies.example" in reason


def test_another_site_cannot_send_the_search_back_to_a_page_of_its_choice() -> None:
    users = f"{OWN}/users/mallory"
    reason = not_found({HOME: footer(link(ELSEWHERE)), ELSEWHERE: redirect(users), users: POLICY})
    assert "leads on to another site, larkspur.example" in reason


def test_a_home_page_that_is_another_sites_names_no_policy_of_this_one() -> None:
    other = "https://policies.example/"
    pages = {HOME: redirect(other), other: footer(link("/larkspur")), ELSEWHERE: POLICY}
    assert "leads on to another site, policies.example" in not_found(pages)


def test_an_open_redirect_at_a_usual_place_leads_to_no_record() -> None:
    assert "names no privacy policy" in not_found(
        {HOME: footer(), f"{OWN}/privacy": redirect(ELSEWHERE), ELSEWHERE: POLICY}
    )


@pytest.mark.parametrize("end", [f"{OWN}/users/privacy", f"https://mallory.{DOMAIN}/privacy", f"{OWN}/@privacy"])
def test_a_usual_place_that_leads_to_a_users_page_is_none(end: str) -> None:
    assert "names no privacy policy" in not_found({HOME: footer(), f"{OWN}/privacy": redirect(end), end: POLICY})


def test_the_page_of_a_user_called_privacy_is_none() -> None:
    framed = POLICY + f"<footer>{link('/legal/privacy-notice')}</footer>"
    assert "names no privacy policy" in not_found({HOME: footer(), f"{OWN}/privacy": framed})


@pytest.mark.parametrize(
    "home",
    [
        http("", "403 Forbidden", cf_mitigated="challenge"),
        "<title>Just a moment...</title><p>Verifying you are human.",
        "<div id=root></div><script src=/app.js></script>",
        http("", "503 Service Unavailable"),
    ],
    ids=["wall", "wall as if well", "scripts", "away"],
)
def test_a_usual_place_is_none_where_nobody_can_tell_what_the_home_page_names(home: bytes | str) -> None:
    assert not_found({HOME: home, f"{OWN}/privacy": POLICY}).startswith("Its home page could not be read: ")


def test_beside_the_footers_link_what_users_write_on_the_home_page_counts_for_nothing() -> None:
    written = f"<main><p>{link('/users/mallory', 'Privacy Policy')}</p></main>"
    pages = {HOME: written + footer(link("/p", "Privacy")), f"{OWN}/p": http("", "404 Not Found")}
    assert "404 Not Found" in not_found(pages | {f"{OWN}/users/mallory": POLICY})


@pytest.mark.parametrize("around", ["article", "div class=comments"])
def test_a_link_in_what_users_write_is_not_the_sites(around: str) -> None:
    home = f"<{around}><p>{link('/users/mallory', 'Privacy Policy')}</p></{around.split()[0]}>" + footer()
    assert "names no privacy policy" in not_found({HOME: home, f"{OWN}/users/mallory": POLICY})


def test_neighbours_on_a_shared_host_are_two_sites() -> None:
    alice, bob = "https://alice.github.io/", "https://bob.github.io/"
    pages = {alice: footer(), bob: footer(link("/privacy")), f"{bob}privacy": POLICY}
    assert "names no privacy policy" in not_found(pages, "alice.github.io")
    assert found(pages, "bob.github.io").url == f"{bob}privacy"
    linked = found({alice: footer(link(f"{bob}privacy")), f"{bob}privacy": POLICY}, "alice.github.io")
    assert linked.provenance.other_host


@pytest.mark.parametrize("href", ["https://127.0.0.1/privacy", "https://github.io/privacy", "http://[::1]/privacy"])
def test_a_policy_at_an_address_or_a_name_of_many_is_nobodys(href: str) -> None:
    with on_the_web({HOME: footer(link(href)), "https://github.io/privacy": POLICY}) as web:
        with pytest.raises(NotFound):
            search_on(web)
        assert web.asked == [HOME]


def test_a_link_to_plain_http_is_followed_over_https() -> None:
    with on_the_web({HOME: footer(link(f"http://{DOMAIN}/privacy")), f"{OWN}/privacy": POLICY}) as web:
        assert search_on(web).url == f"{OWN}/privacy"
        assert web.asked == [HOME, f"{OWN}/privacy"]


@pytest.mark.parametrize("back", [False, True])
def test_a_policy_that_plain_http_leads_to_is_not_taken(back: bool) -> None:
    plain = f"http://{DOMAIN}/privacy"
    pages: Pages = {
        HOME: footer(link("/legal")),
        f"{OWN}/legal": redirect(plain),
        plain: redirect(f"{OWN}/privacy") if back else POLICY,
        f"{OWN}/privacy": POLICY,
    }
    assert "plain http" in not_found(pages)


def test_a_home_page_over_plain_http_is_not_read() -> None:
    pages = {
        f"http://{DOMAIN}/": footer(link("/privacy")),
        f"{OWN}/privacy": POLICY,
        HOME: redirect(f"http://{DOMAIN}/"),
    }
    assert "plain http" in not_found(pages)


ROBOTS = f"{OWN}/robots.txt"


@pytest.mark.parametrize(
    ("forbidden", "reason"),
    [("/", "Its home page could not be read: "), ("/privacy", "What its home page names as its policy could not be")],
)
def test_what_robots_may_not_read_is_read_only_where_a_person_asked(forbidden: str, reason: str) -> None:
    robots = http(f"User-agent: *\nDisallow: {forbidden}\n", content_type="text/plain")
    with on_the_web({HOME: footer(link("/privacy")), f"{OWN}/privacy": POLICY, ROBOTS: robots}) as web:
        with pytest.raises(NotFound, match="robots.txt") as error:
            search_on(web, obey_robots=True)
        assert str(error.value).startswith(reason)
        assert search_on(web).url == f"{OWN}/privacy"


def test_each_site_is_asked_once_what_robots_may_read() -> None:
    pages = {HOME: footer(link("/privacy"), link("/terms", "Privacy and cookies")), f"{OWN}/privacy": TERMS}
    with on_the_web({**pages, f"{OWN}/terms": POLICY, ROBOTS: http("User-agent: *\nDisallow:\n")}) as web:
        assert search_on(web, obey_robots=True).url == f"{OWN}/terms"
        assert web.asked == [ROBOTS, HOME, f"{OWN}/privacy", f"{OWN}/terms"]
