from server.discovery import well_known
from server.discovery.rules import WELL_KNOWN


def test_the_places_are_few_and_https_and_each_another():
    places = well_known("crooked-shelf.example")

    assert places[:2] == ("https://crooked-shelf.example/privacy", "https://crooked-shelf.example/privacy-policy")
    assert len(set(places)) == len(places) == len(WELL_KNOWN) <= 10
    assert all(place.startswith("https://crooked-shelf.example/") for place in places)
