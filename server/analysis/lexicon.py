"""Words that many rules share, by meaning, and the notation of their patterns.

A pattern is an RE2 expression over plain text (see `plain.py`: lower case, "do not" for
"don't", "email" for "e-mail"), in which

- `{name}` stands for the whole words of that name below;
- `{gap}` stands between two words: up to eight words may come between; `{near}`: up to three; `{far}`: up to sixteen;
  `{list}`: up to thirty, as before the last item of a list;
- `<...>` marks the act, the words that a negation or a "may" would govern. Without the mark
  it is the place where the match begins.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

import re2

# What RE2 may keep of a pattern and what it has met so far. Little for whole patterns: their gaps lead to ever new
# states, which cost more to build than they save, and would fill gigabytes. More for their parts, which have few.
_PATTERN_BYTES = 64 * 1024
_PART_BYTES = 1024 * 1024

_WORDS = {
    "we": r"we|us|our (?:company|website|site|service|services|app)|the (?:company|website|site|service|app)",
    "you": r"you|users?|members?|visitors?|customers?|individuals?|consumers?|subscribers?|clients?|patients?",
    "data": (
        r"(?:personal(?:ly)?|private|identif\w+|customer|user|member|visitor|consumer|subscriber|individual|account"
        r"|registration|contact|nonpersonal)?(?: ?-?(?:identif\w+|contact|and usage))? ?"
        r"(?:information|data|details|info|pii|particulars)"
    ),
    "contact-item": (
        r"names?|email(?: address(?:es)?)?"
        r"|(?:postal |mailing |street |home |billing |shipping |physical )?address(?:es)?"
        r"|(?:tele)?phone(?: number)?s?|mobile numbers?|contact (?:information|details|data|numbers?)"
    ),
    "third-party": (
        r"third part(?:y|ies)|(?:other|outside|external|unaffiliated|non-affiliated) (?:\w+ )?"
        r"(?:compan(?:y|ies)|part(?:y|ies)|organi[sz]ations?|business(?:es)?|entit(?:y|ies)|firms?|vendors?|people)"
        r"|others|anyone|any ?one else|(?:business |marketing |advertising |selected |trusted |our )*partners"
        r"|advertisers?|sponsors?|ad networks?|advertising networks?"
    ),
    "company": (
        r"compan(?:y|ies)|organi[sz]ations|businesses|entities|partners|merchants|sponsors|firms|vendors|retailers"
        r"|publishers|groups"
    ),
    "affiliate": r"affiliates?|affiliated (?:compan(?:y|ies)|entit(?:y|ies)|business(?:es)?)|subsidiar(?:y|ies)"
    r"|parent compan(?:y|ies)|sister compan(?:y|ies)|group compan(?:y|ies)|corporate (?:family|group)",
    "share": (
        r"shar(?:e|es|ed|ing)|disclos(?:e|es|ed|ing|ure)|provid(?:e|es|ed|ing)|giv(?:e|es|ing)|given|gave"
        r"|transfer(?:s|red|ring)?|pass(?:es|ed|ing)?|releas(?:e|es|ed|ing)|send(?:s|ing)?|sent|transmit(?:s|ted|ting)?"
        r"|suppl(?:y|ies|ied|ying)|reveal(?:s|ed|ing)?|distribut(?:e|es|ed|ing)|divulg(?:e|es|ed|ing)"
        r"|made? available|mak(?:e|es|ing) available"
    ),
    # To let someone else have data: narrower than "share", which also covers what is merely sent or provided.
    "give": (
        r"shar(?:e|es|ed|ing)|disclos(?:e|es|ed|ing|ures?)|provid(?:e|es|ed|ing)|giv(?:e|es|en|ing)"
        r"|transfer(?:s|red|ring)?|pass(?:es|ed)?|releas(?:e|es|ed|ing)|sell|sold|rent|rented|exchang(?:e|es|ed)"
        r"|transmit(?:s|ted)?|suppl(?:y|ied)|distribut(?:e|es|ed)|ma[dk]e available|sen[dt]"
    ),
    "aggregate": (
        r"aggregat(?:e|ed|es|ion)|anonymous(?:ly)?|anonymi[sz]ed|de-?identified|depersonali[sz]ed|pseudonymous"
        r"|nonpersonal\w*|non-?identif\w+|non-?personally|statistics|statistical"
    ),
    "sell": (
        r"sell(?:s|ing)?|sold|rent(?:s|ed|ing)?|leas(?:e|es|ed|ing)|trad(?:e|es|ed|ing)"
        r"|barter(?:s|ed|ing)?|sale"
    ),
    "collect": (
        r"collect(?:s|ed|ing|ion)?|gather(?:s|ed|ing)?|obtain(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|record(?:s|ed|ing)?"
        r"|captur(?:e|es|ed|ing)|acquir(?:e|es|ed|ing)|log(?:s|ged|ging)?|stor(?:e|es|ed|ing)"
        r"|request(?:s|ed|ing)?|ask(?:s|ed|ing)?(?: (?:you|for|you for|you to provide))?|requir(?:e|es|ed|ing)"
        r"|process(?:es|ed|ing)?|track(?:s|ed|ing)?|solicit(?:s|ed|ing)?"
    ),
    "use": r"us(?:e|es|ed|ing)|utili[sz](?:e|es|ed|ing)|process(?:es|ed|ing)?|analy[sz](?:e|es|ed|ing)",
    "keep": (
        r"keep(?:s|ing)?|kept|retain(?:s|ed|ing)?|retention|stor(?:e|es|ed|ing)|storage|hold(?:s|ing)?|held"
        r"|maintain(?:s|ed|ing)?|preserv(?:e|es|ed|ing)|sav(?:e|es|ed|ing)|archiv(?:e|es|ed|ing)"
    ),
    "delete": (
        r"delet(?:e|es|ed|ing|ion)|eras(?:e|es|ed|ing|ure)|remov(?:e|es|ed|ing|al)|destroy(?:s|ed|ing)?|destruction"
        r"|purg(?:e|es|ed|ing)|wip(?:e|es|ed|ing)"
    ),
    "correct": (
        r"correct(?:s|ed|ing|ions?)?|updat(?:e|es|ed|ing)|rectif(?:y|ied|ying|ication)|amend(?:ed|ing|ments?)?"
        r"|edit(?:s|ed|ing)?|modif(?:y|ied|ying|ications?)|chang(?:e|es|ed|ing)"
    ),
    "change": (
        r"chang(?:e|es|ed|ing)|updat(?:e|es|ed|ing)|amend(?:s|ed|ing|ments?)?|revis(?:e|es|ed|ing|ions?)"
        r"|modif(?:y|ies|ied|ying|ications?)|alter(?:s|ed|ing|ations?)?"
    ),
    "message": (
        r"emails?|newsletters?|mailings?|mail|communications?|messages?|texts?|sms|offers?|promotions?|solicitations?"
        r"|correspondence|notifications?|announcements?|updates|news|calls|marketing|promotional"
    ),
    "child": (
        r"child(?:ren)?|minors?|kids?|(?:persons?|individuals?|people|users?|visitors?|anyone|someone|those|students?|person)"
        r" (?:(?:who (?:is|are)|that (?:is|are)|known to be|we know to be) )?"
        r"(?:under|below|younger than|less than)(?: the)?(?: ages?)?(?: of)? (?:\d+|thirteen|fourteen|sixteen|eighteen)"
    ),
    "period": (
        r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|eighteen"
        r"|(?:twenty|thirty)[ -](?:four|six)|thirty|sixty|ninety) ?(?:\(\d+\) )?-? ?"
        r"(?:calendar |business |working |full )?(?:hours?|days?|weeks?|months?|years?)"
    ),
    "policy": r"(?:privacy |online privacy |this |our )*(?:policy|statement|notice)|privacy (?:practices|terms)",
    "consent": r"consent|permission|approval|authori[sz]ation|agreement",
}

_GAPS = {
    "gap": r"\W+(?:[\w'/.@&-]+\W+){0,8}?",
    "far": r"\W+(?:[\w'/.@&-]+\W+){0,16}?",
    "near": r"\W+(?:[\w'/.@&-]+\W+){0,3}?",
    "list": r"\W+(?:[\w'/.@&-]+\W+){0,30}?",
}


_EXPANSIONS = {name: rf"\b(?:{words})\b" for name, words in _WORDS.items()} | _GAPS
_UNMARKED = str.maketrans({"<": "(?:", ">": ")"})
_NAME = re.compile(r"\{([a-z][a-z-]*)\}")
# What a pattern is made of: letters, names, what is escaped, sets of characters, how often, groups, characters.
_TOKEN = re.compile(r"[a-z ]+(?![a-z *+?{])|\{[a-z][a-z-]*\}|\\.|\[[^\]]+\]|[*+?]\??|\{\d*,?\d*\}\??|.")
_BRACKET = re.compile(r"(?:\\.|\[[^\]]+\]|[^\\\[()])*+([()])")
_OFTEN = re.compile(r"[*+?{]")
# A part without a word is in nearly every text.
_WORD = re.compile(r"(?<!\\)[a-z][a-z]")


def expand(pattern: str) -> str:
    """Return the RE2 expression that `pattern` stands for; raise KeyError for a name that is not above."""
    marked = pattern.replace(">", ")").replace("<", "(?P<act>")
    return _NAME.sub(lambda name: _EXPANSIONS[name[1]], marked)


def compile_pattern(pattern: str) -> "re2._Regexp[bytes]":
    """Return `pattern` compiled; it runs in time linear in the text, whatever the text."""
    return re2.compile(expression(pattern), pattern_options())


def expression(pattern: str) -> bytes:
    """Return the RE2 expression of `pattern`, to be compiled with `pattern_options`."""
    return expand(pattern).encode()


def pattern_options() -> re2.Options:
    """Return how a pattern is compiled."""
    return _options(_PATTERN_BYTES)


@cache
def compile_part(part: str) -> re2.Set:
    """Return a part of a pattern compiled, as a set of one: it tells whether a text holds the part, and not where."""
    found = re2.Set.SearchSet(_options(_PART_BYTES))
    found.Add(expression(part))
    found.Compile()
    return found


def parts(pattern: str) -> tuple[str, ...]:
    """Return what stands between the gaps of `pattern`. Every text that it matches holds each of them somewhere.

    A gap is what may be of any length, or of many: a named one, or what is repeated. A choice as a whole is one part.
    """
    pattern = pattern.translate(_UNMARKED)
    items: list[str] = []  # a gap is ""
    for token in _tokens(pattern):
        if token == "|":
            return (pattern,)
        if _NAME.fullmatch(token) or not _OFTEN.match(token):
            items.append("" if token[1:-1] in _GAPS else token)
        else:
            items[-1] = items[-1] + token if token.startswith(("?", "+")) else ""
    stretches = ("".join(stretch) for is_part, stretch in groupby(items, bool) if is_part)
    return tuple(stretch for stretch in stretches if _WORD.search(stretch))


def _tokens(pattern: str) -> Iterator[str]:
    """The pieces of `pattern`, of which a group is one."""
    place = 0
    while token := _TOKEN.match(pattern, place):
        end = _end_of_group(pattern, place) if token[0] == "(" else token.end()
        yield pattern[place:end]
        place = end


def _end_of_group(pattern: str, place: int) -> int:
    depth = 0
    while bracket := _BRACKET.match(pattern, place):
        place = bracket.end()
        depth += 1 if bracket[1] == "(" else -1
        if not depth:
            return place
    raise ValueError(f"A group that does not end: {pattern}")


def _options(most_bytes: int) -> re2.Options:
    """Return how an expression on plain text is compiled, which may keep so much of what it has met.

    Plain text is ASCII. Held to be Latin-1, a `\\W` is four ranges of bytes, where in UTF-8 it is a dozen sequences.
    """
    chosen = re2.Options()
    chosen.encoding = re2.Options.Encoding.LATIN1
    chosen.log_errors = False
    chosen.max_mem = most_bytes
    return chosen
