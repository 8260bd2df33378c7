"""Who gets the data to work for the site or with it: rules and their examples."""

from server.analysis.rules import PracticeRule

_PARTNER = (
    r"\b(?:business|selected|carefully selected|trusted|commercial|strategic|promotional"
    r"|corporate) partners\b"
)

_GROUP = (
    r"(?:{affiliate}|\b(?:affiliated|related|associated|group|sister) (?:compan(?:y|ies)|entit(?:y|ies)"
    r"|business(?:es)?|corporations?|organi[sz]ations?)"
    r"|\b(?:our|corporate|company|within the|of the) (?:\w+ )?(?:group|family)(?: of companies)?\b"
    r"|\b(?:group|family) of compan(?:y|ies)|\b(?:companies|entities|businesses) within (?:our|the) (?:\w+ )?group\b"
    r"|\bmembers of our (?:\w+ )?group|\bparent (?:company|corporation)|\bjoint ventures?\b|" + _PARTNER + ")"
)

SHARES_WITH_AFFILIATES = PracticeRule(
    practice="shares-with-affiliates",
    why="A corporate group or a circle of partners can be large, and its members change.",
    says=(
        r"{give}{gap}(?:{data}|{contact-item}|\b(?:it|them|this)\b){far}<" + _GROUP + ">",
        r"\b(?:shar(?:e|es|ed|ing)|disclos(?:e|es|ed|ing)|transfer(?:red)?|ma[dk]e available)\b"
        r"{gap}\b(?:with|to|by|among|amongst|between|within|across)\b\W+(?:[\w'/]+\W+){0,8}?<" + _GROUP + ">",
        r"\b<(?:share|disclose|transfer)\b>{gap}(?:{data}|\bit\b){gap}\b(?:with|to)\b (?:our|its|their|other|external"
        r"|third party|key|certain|select) partners\b",
        _GROUP + r"{gap}<(?:may|can|will)\b> (?:\w+ )?(?:have access to|receive|access|use|process){gap}{data}",
    ),
    in_context=(
        (
            r"\b(?:we|how we|with whom|who) (?:\w+ ){0,3}(?:share|disclose)|\bsharing\b"
            r"|\bdisclosures?\b|\brecipients\b",
            r"\b(?:affiliates|subsidiaries|group companies|parent company"
            r"|business partners|corporate group)\b",
        ),
    ),
    unless=(
        r"\b(?:other than|non-?affiliate[sd]?|unaffiliated|not affiliated|affiliate (?:links?|programs?"
        r"|marketing))\b",
        r"\b(?:outside|not related)\b (?:of |to )?(?:us\b|our\b|the (?:\w+ )?(?:group|company|family"
        r"|organi[sz]ation)\b)",
        r"\b(?:merger|acquisition|reorgani[sz]ation|bankruptcy|indemnify|liable|liability|warranties)\b",
        r"\b(?:request|ask|tell|opt out|choose|direct|prefer|want|wish)\b{gap}\bnot\b|\bnot want\b",
        r"{give}{gap}{aggregate}",
        r"\b(?:entitled|right|rights) to\b",
        r"\bnot\b.*\bfor (?:their|the purposes? of|marketing)\b",
    ),
    does=(
        "We may share your personal information with our affiliates and subsidiaries.",
        "What you enter is shared among our group companies.",
        "We share your data with our partners.",
        "Our affiliates may use your personal information as described here.",
        "Who we share with | Our parent company.",
    ),
    does_not=("We do not share your personal information with our affiliates.",),
    misses=(
        "We do not share your information with anyone other than our affiliates.",
        "We do not share your information with anyone outside our corporate group.",
        "If there is a merger, we may share your data with affiliates.",
        "You can ask that we not share your information with our affiliates.",
        "We may share aggregate data with our affiliates.",
        "You have the right to know what we share with our affiliates.",
        "We do not share your information with affiliates for their own marketing.",
    ),
    gaps=("The service is run by several entities within our corporate group, and these process your data.",),
)

_ENGAGE = (
    r"\b<(?:employs?|uses?|engages?|hires?|retain|contracts? with|rely on|work with|works with"
    r"|partner with|utili[sz]es?|outsource|appoint|partnered with|contracted with|using|share|disclose)\b>"
)

_HELPER = (
    r"\b(?:service[- ]providers?|service compan(?:y|ies)|providers of services|(?:sub-?)?contractors?"
    r"|vendors?|(?:sub-?|data |payment )processors?|suppliers?|(?:our|authori[sz]ed) agents"
    r"|third-party agents|agents|consultants|payment (?:providers?|gateways?|services?)|hosting"
    r" (?:providers?|compan(?:y|ies))|credit card process\w+"
    r"|(?:shipping|delivery|fulfil+ment|courier) compan(?:y|ies)|hosting partners?|outsourc\w+|carriers"
    r"|professional advis[eo]rs|infrastructure providers?)\b"
)

_SERVICE = (
    r"\b(?:analytics|hosting|fulfil+ment|delivery|shipping|cloud|data storage|mailing|technical|maintenance|email)"
    r" (?:services|partners?|compan(?:y|ies)|providers?|houses?)\b"
)

# Firms that do nothing else than work for other sites.
_KNOWN_HELPER = (
    r"\b(?:stripe|paypal|mailchimp|amazon web services|aws|shopify|zendesk|sendgrid|braintree|klaviyo|salesforce"
    r"|cloudflare|squarespace|freshdesk|twilio|mailgun|authorize\.net|google cloud|microsoft azure|akismet|gravatar"
    r"|surveymonkey|helpscout)\b"
)

_ON_BEHALF = (
    r"\b(?:on our behalf|on behalf of|for us\b|to help us|help us|assist(?:s|ing)? us|perform"
    r" (?:\w+ ){0,3}(?:functions|services|tasks)|provide (?:\w+ ){0,3}services (?:to|for) us|services (?:to|for) us)"
)

_OUTSIDER = r"(?:{third-party}|{affiliate}|{company})"

SHARES_WITH_SERVICE_PROVIDERS = PracticeRule(
    practice="shares-with-service-providers",
    why="Companies that work for the site see the data too.",
    affirms=(
        r"<{give}>{far}" + _HELPER,
        r"<{give}>{gap}{data}{far}\b(?:to|with)\b{near}" + _SERVICE,
        r"\b<(?:us(?:e|es|ing)|rel(?:y|ies) on|via|through|by|with|to|on)\b> (?:the )?" + _KNOWN_HELPER,
        _ENGAGE + r"{gap}(?:{third-party}|\b(?:other|outside|external) (?:compan|part|individual|people|firm"
        r"|organi[sz]ation)\w*){far}" + _ON_BEHALF,
        r"<{give}>{gap}\b(?:with|to)\b{near}"
        + _OUTSIDER
        + r"{far}\b(?:necessary to|in order to|need to|to) (?:\w+ ){0,2}"
        r"(?:fulfil\w*|process|complete|deliver|host|perform|operate|provide (?:you|these|such|our|those))\b",
        _ENGAGE + r"\W+(?:[\w'-]+\W+){0,5}?" + _HELPER,
        r"<{give}>{gap}" + _OUTSIDER + r"{far}" + _ON_BEHALF,
        _OUTSIDER + r"{gap}\b(?:who|that|which)\b{near}<(?:perform|provide|help|assist|work|process)\b>"
        r"{gap}\b(?:us|our|behalf)\b",
        _HELPER + r"{gap}<(?:have access|has access|access|process|receive|act|perform|working|work)\b>",
        r"\b(?:payments?|transactions|orders|purchases|billing)\b{near}(?:is|are) (?:\w+ ){0,2}<(?:processed"
        r"|handled|managed)> (?:\w+ ){0,2}(?:by|through|via|using)\b",
        r"\b(?:site|website|service|servers?|data|information|store|app)\b{near}<(?:is|are)>"
        r" (?:\w+ ){0,2}hosted (?:by|on|with|at)\b",
    ),
    denies=(
        r"\b(?:not|never) (?:use|employ|engage|hire|work with|rely on) (?:any )?(?:\w+ )?(?:outside |external "
        r"|third party )?" + _HELPER,
    ),
    in_context=(
        (
            r"\b(?:we|how we|with whom|who) (?:\w+ ){0,3}(?:share|disclose)|\bsharing\b"
            r"|\bdisclosures?\b|\brecipients\b",
            r"\b(?:service providers|contractors|vendors|subcontractors"
            r"|processors|suppliers)\b",
        ),
    ),
    unless=(
        r"\b(?:other than|internet service provider|isp)\b",
        r"\byour (?:\w+ )?(?:service )?providers?\b|\bservice provider (?:that )?you\b",
        r"\b(?:another|new) service provider\b",
        r"\b(?:not|never|no longer)\b{near}{give}{gap}\b(?:with|to)\b{near}(?:" + _HELPER + "|" + _SERVICE + ")",
        r"\b(?:can not|does not|do not|are not) (?:\w+ )?(?:be )?(?:personally )?(?:identify|traced|sales)\b",
    ),
    does=(
        "We share your information with our service providers.",
        "We employ other companies and individuals to perform functions on our behalf.",
        "We use a payment processor.",
        "We send your data to mailing houses.",
        "Cards are charged by Stripe.",
        "Your name is given to third parties where this is necessary to fulfill your order.",
        "Your address is passed to other companies to help us deliver your order.",
        "Third parties who work for us have signed agreements with our lawyers.",
        "Contractors have access to the data they need.",
        "Payments are processed by an outside bank.",
        "Our website is hosted by a company in Ohio.",
        "Recipients of your data | IT vendors.",
    ),
    does_not=("We do not use any outside contractors.",),
    misses=(
        "We record the name of your internet service provider through our servers and vendors.",
        "We will send the file to your new service provider.",
        "You may ask us to provide your data to another service provider.",
        "We do not share your card number with service providers.",
        "We share with service providers data that does not identify you.",
    ),
    gaps=("Mailchimp sends our newsletter and sees your address.",),
)

_PASSES_ON = (
    r"\b<(?:shar(?:e|es|ed|ing)|disclos(?:e|es|ed|ing)|s[eo]ld|sell|releas(?:e|es|ed|ing)|publish(?:ed)?"
    r"|transfer(?:red)?"
    r"|ma[dk]e available|given|provided to)\b>"
)

SHARES_AGGREGATE_DATA = PracticeRule(
    practice="shares-aggregate-data",
    why="Statistics tell about the readers of a site together, seldom about one of them.",
    affirms=(
        _PASSES_ON + r"{gap}{aggregate}",
        r"\b<(?:provid(?:e|es|ing)|give|send|supply)\b>{near}{aggregate}{far}\b(?:to|with)\b",
        r"{aggregate}{far}\b(?:may|might|will|can|is|are|be|to|we|could|or)\W+(?:[\w']+\W+){0,4}?" + _PASSES_ON,
        r"<{give}>{gap}{data}{gap}\b(?:does not|do not|can not|not be used to|no longer|not)"
        r" (?:\w+ ){0,3}(?:identify|identifies|identifiable|traceable|linked)\b",
    ),
    denies=(
        r"\b(?:not|never|nor)\b{near}{give}\W+(?:[\w'/]+\W+){0,4}?(?:aggregate|aggregated|anonymous"
        r"|anonymi[sz]ed|statistics|statistical)\b",
    ),
    unless=(
        r"\bcookies?\b|\bshared with us\b|\bstring created from\b",
        r"{aggregate}{far}\bnot (?:\w+ ){0,2}(?:share|disclose|sell)\b",
        r"\b(?:manner that|ways? that|(?:provid|giv|allow|help)\w* us|not release|request|provide us"
        r"|providing us|you provide|deleted?|erased?|opt out)\b",
    ),
    does=(
        "We may share aggregate statistics with advertisers.",
        "We provide anonymous reports to our sponsors.",
        "Anonymous information may be disclosed to our partners.",
        "We publish and share information that does not identify you.",
    ),
    does_not=("We do not share aggregated data with anyone.",),
    misses=(
        "You can request that we disclose anonymous data.",
        "We share anonymous cookie numbers, as cookies know no name.",
        "Accounts are anonymous and we do not share any data about them.",
    ),
)

SHARES_FOR_CREDIT_CHECKS = PracticeRule(
    practice="shares-for-credit-checks",
    why="What a bank or a collection agency learns can decide whether the reader gets credit.",
    says=(
        r"<{give}>{far}\b(?:credit (?:bureaus?|reference|reporting|agenc|rating|check|scor)|debt[- ]collect"
        r"|collection agenc|collections? (?:compan|agent))\w*",
        r"\b<(?:perform|conduct|carry out|run|make|undertake)\b>\W+(?:\w+\W+){0,4}credit (?:checks?|searches"
        r"|assessments?|references?)",
        r"\b(?:determine|assess|evaluate|verify|check)\w*{near}credit[- ]?worth\w*",
    ),
    unless=(
        r"\b(?:from|fair|receive|collect|obtain)\b.*\b(?:credit|debt)\b",
        r"\b(?:links?|credit reporting act|security|breach|provide us)\b",
    ),
    does=(
        "We may give your details to credit bureaus.",
        "We perform a credit check before we open an account.",
        "Your data helps our bank to assess your creditworthiness.",
    ),
    does_not=("We do not conduct credit checks.",),
    misses=(
        "We receive data from companies that provide it, such as credit bureaus.",
        "Our site links to partners that provide credit scoring.",
    ),
)

RULES: tuple[PracticeRule, ...] = (
    SHARES_WITH_AFFILIATES,
    SHARES_WITH_SERVICE_PROVIDERS,
    SHARES_AGGREGATE_DATA,
    SHARES_FOR_CREDIT_CHECKS,
)
