"""Who gets the data to sell it or to advertise: rules and their examples."""

from server.analysis.rules import PracticeRule

_DEAL = (
    r"\b(?:merge[rds]?|merging|acquired|acquisition|bankruptcy|insolven\w+|assets|reorgani[sz]\w+|divest\w+"
    r"|liquidat\w+"
    r"|restructur\w+|structural change|receiver\w*|buy or sell|sells? or buys?|change (?:of|in) control"
    r"|successor|business transactions?|(?:these|such)(?: types of)? transactions?|that transaction)\b"
)

_MAY_BE_SOLD = (
    r"\b(?:may|will|would|could|might|can|shall|is|are|we|to)(?:\W+(?:also|be|then|become|or|and|shared?"
    r"|transfer(?:red)?|assign(?:ed)?|disclosed?))*\W+(?:sold|sell)\b"
)

_SELL = r"\b<(?:sell|sells|rent|rents|lease|leases|barter|trade|trades|monetize)\b>"

_SOLD = r"\b<(?:sold|rented|leased|traded|bartered)\b>"

_THING = r"(?:{data}|{contact-item}|\b(?:lists?|it|them|this|pii|emails)\b)"

_WORDS = r"\W+(?:[\w'/]+\W+){0,6}?"

SELLS_DATA = PracticeRule(
    practice="sells-data",
    why="Data given for money can be sold on without the reader hearing of it.",
    says=(
        r"\b(?:not|never|nor|neither)" + _WORDS + _SELL + r"{gap}" + _THING,
        r"\b(?:we|may|might|will|could|company)" + _WORDS + _SELL + r"\W+(?:\w+\W+){0,6}?" + _THING,
        r"\b<sells>\W+(?:\w+\W+){0,5}?{data}",
        r"(?:{data}|{contact-item}|\blists?){near}(?:is|are|be|been|being|not)\W+(?:\w+\W+){0,5}?" + _SOLD,
        r"\b(?:not|never|have|has)\W+(?:\w+\W+){0,3}?" + _SOLD + "{gap}" + _THING,
        r"\b(?:no time|not|never) (?:be|been) (?:\w+ ){0,2}" + _SOLD,
        r"\b<(?:considered|deemed|constitutes?|qualif(?:y|ies)|interpreted|regarded"
        r"|treated)\b>\W+(?:\w+\W+){0,4}?(?:sales?|selling)\b",
    ),
    denies=(
        r"\b(?:not|never)\b{far}\b(?:considered|deemed|constitutes?|qualif(?:y|ies)|treated)\b"
        r"\W+(?:\w+\W+){0,3}(?:sales?|selling)\b",
        r"\b(?:not|never|nor)\W+(?:\w+\W+){0,4}?" + _SOLD + r"\W+(?:to|or|nor|rented|traded)\b",
        r"\b(?:not|never|nor|neither|without)" + _WORDS + r"<selling>{gap}" + _THING,
        r"\b(?:except|unless|other than)\b.*\b(?:not|never|neither)" + _WORDS + r"<(?:sell|rent|trade"
        r"|lease)\b>{gap}" + _THING,
        r"\b(?:not|never|neither)"
        + _WORDS
        + r"<(?:sell|rent|trade|lease)\b>{gap}"
        + _THING
        + r".*\b(?:except|unless|other than)\b",
    ),
    unless=(
        r"\b(?:right|rights|ability|entitled) (?:to|of|not to|under)\b",
        r"\b(?:direct|request|ask|tell|instruct|require|demand)s?\b{gap}\b(?:not|stop|never)\b",
        r"\b(?:to|can|may|might|by|for|of|an?|our|the|your|this|request|or) opt(?:ing|ed)? out\b"
        r"|\bopting out\b|^opt out\b",
        r"\b(?:assets|items)\W+(?:\w+\W+){0,2}?sold\b",
        r"\bdo not (?:sell|sell or share|share or sell|sell/share) my\b",
        r"\b(?:if|when|whether|before|where) (?:we|a business|businesses|the company|it|you)(?: have| has)?"
        r" (?:\w+ )?(?:sells?|sold|rents?)\b",
        r"\btrad(?:e|ing) (?:secrets?|unions?|names?|marks?|commission|associations?|shows?)\b",
        r"\b(?:minors|child(?:ren)?|(?:under|than) (?:the age of )?(?:1[3-8]|thirteen|sixteen|eighteen))\b",
        r"\b(?:sell|sells|sold|rent|lease|buy)\b{gap}{aggregate}",
        r"\b(?:sell|sells|sold|lease|buy)\b(?:\W+(?:or|and|of|all|any|our|the|its|a|part|parts|portions?|some|one"
        r"|substantially|such|transfer|share|buy|purchase|otherwise|dispose|other))*\W+(?:business(?:es)?|assets"
        r"|company|subsidiaries)\b",
        r"\b(?:categories|category|pieces) of (?:\w+ ){0,8}?(?:sold|sell)\b",
        _DEAL + ".*" + _MAY_BE_SOLD,
        _MAY_BE_SOLD + ".*" + _DEAL,
    ),
    does=(
        "We may sell your personal information to list brokers.",
        "We sell your personal information to a company that prints catalogues.",
        "We may sell your data unless you opt out.",
        "Acme sells customer data to advertisers.",
        "Names and addresses on our lists may be rented to other magazines.",
        "In the past twelve months we have sold personal information to advertising companies.",
        "Such disclosures may be considered a sale of personal information under state law.",
    ),
    does_not=(
        "We do not sell, rent or trade your personal data.",
        "Your email address is never sold.",
        "Your answers will not be sold.",
        "Your photo is not shared with or sold to anyone.",
        "We are not in the business of selling your information.",
        "Except as described in this policy, we will not sell or rent your information.",
        "We will not rent your details to anyone except as stated below.",
        "We do not share data with others in a way that would be considered a sale.",
    ),
    with_consent=("We will not sell your information without your consent.",),
    misses=(
        "We may sell part of our business, with the information that it holds.",
        "Guest information may be among the assets sold.",
        "If you live in California, you have the right to know whether we sell personal information.",
        "You may direct us not to sell your personal information.",
        "You can opt out; some partners we work with may sell data about you.",
        "Do not sell my personal information; we may rent it.",
        "If we sold your information, we would tell you, and we may rent it.",
        "We never disclose trade secrets or sell your data.",
        "We do not sell the data of children under 13.",
        "We may sell aggregate information to researchers.",
        "A list of the categories of information we may sell or share: we may rent it.",
        "If our assets are sold, your personal information may be sold to the buyer.",
        "Personal information may be sold as part of a merger.",
    ),
)

_ADVERTISER = (
    r"\b(?:advertisers|advertising (?:partners?|networks?|compan(?:y|ies)|agenc(?:y|ies)|platforms?)|ad"
    r" (?:networks?|partners?|exchanges?|servers?)|"
    r"marketing (?:partners?|compan(?:y|ies))|marketers|data brokers|list brokers|sponsors"
    r"|(?:advertising|marketing)(?:,| and| or|,? and/or) (?:\w+ ){1,2}(?:partners?|networks?|compan(?:y|ies))"
    r"|(?:analytics|media)(?:,| and| or|,? and/or) (?:advertising|marketing) (?:partners?|networks?|compan(?:y|ies))"
    r"|advertising (?:technology compan\w+|vendors|exchanges?|affiliates))\b"
)

_MARKETING = r"\b(?:marketing|advertising|advertisements?|promotional|promotions?|telemarketing|solicitations?)\b"

_OUTSIDER = r"(?:{third-party}|{affiliate}|{company})"

SHARES_FOR_MARKETING = PracticeRule(
    practice="shares-for-marketing",
    why="Other companies get the data to advertise or to send offers of their own.",
    says=(
        r"<{give}>{far}\b(?:for|in) (?:their|the third part(?:y|ies)'?s?|those (?:third )?part(?:y|ies)'?"
        r"|its|another company's)(?: \w+)? (?:\w+ (?:or|and) )?(?:direct |own )*(?:marketing|advertising"
        r"|promotion\w*|solicitation)",
        r"<{give}>{gap}\b(?:with|to)\b{near}" + _OUTSIDER + r"{gap}\bfor"
        r" (?:the purposes? of )?(?:[\w,]+ ){0,6}?(?:marketing|promotional|advertising|telemarketing|solicitation)\b",
        r"<{give}>{gap}\b(?:with|to)\b{near}" + _OUTSIDER + r"\W+(?:\w+\W+){0,6}?\b(?:market|advertise"
        r"|promote|offer|send|contact)\b{gap}\b(?:products|services|offers?|promotions?|goods|you|opportunities)\b",
        r"<{give}>{gap}\b(?:with|to)\b{near}" + _OUTSIDER + r"{list}\b(?:offers?|promotions?|products"
        r"|services|offerings|goods|opportunities|materials)\b{gap}\b(?:interests?|benefit|want to receive"
        r"|enjoy|value to)\b",
        r"<{give}>{gap}(?:{data}|{contact-item}|\bcookies?\b|identifiers?\b){far}\b(?:with|to)\b{near}" + _ADVERTISER,
        r"{data}{gap}\b<(?:shared|disclosed|provided|given|transferred|passed)\b>{gap}\b(?:with"
        r"|to)\b{near}" + _ADVERTISER,
        r"\b<(?:shar(?:e|es|ed|ing)|disclos(?:e|es|ed|ing))\b>{gap}{data}{gap}\b(?:with|to)\b{far}"
        r"\b(?:serve|deliver|show|display|tailor|target|personali[sz]e)\b{near}\bad(?:s|vertis\w+)\b",
        r"<{give}>{gap}(?:{data}|{contact-item}|identifiers?\b){gap}\b(?:cross-? ?context(?:ual)?"
        r"|behaviou?ral(?:ly)?|targeted|interest-based|personali[sz]ed) (?:behaviou?ral "
        r"|targeted )?(?:ads?\b|advertis)",
    ),
    consents=(r"\b(?:consent|permission)\b{near}before\b{gap}{give}{gap}{data}{far}" + _MARKETING,),
    in_context=(
        (
            r"\b(?:shar|disclos|recipient)",
            r"\b(?:with|to|including|categories|parties|following):? <(?:our "
            r"|third party |other )*" + _ADVERTISER + ">",
        ),
        (r"\b(?:shar|disclos)", r"\bthem to <market>{near}(?:products|services|goods)\b"),
    ),
    unless=(
        r"{aggregate}",
        r"\b(?:request|obtain (?:a|information|from)|ask (?:us|for)|asks|entitled|permits?|rights?|entitles)\b"
        r".*\b(?:disclos|shar|releas|provid)\w*.*\bmarketing\b",
        r"\b(?:we|us)\b{near}(?:collect|receive|obtain)\w*{gap}{data}{gap}from\b",
        r"\blist of (?:\w+ ){0,4}(?:third parties|companies|names|organi[sz]ations|recipients)\b",
        r"\bopt(?:ing)? out (?:of|from)\b|\bif you (?:prefer|do not want|would like|wish)\b|\bnot (?:want|wish)\b",
        r"\b(?:we do not|no) (?:control|responsib)",
        r"\b(?:on our behalf|for us|our own marketing|our products|our services|our marketing)\b",
    ),
    does=(
        "We may share your email address with other companies for their own marketing purposes.",
        "We give your name and address to carefully selected companies for promotional purposes.",
        "We share your information with partners who may send you offers by mail.",
        "Your data may be shared with retailers whose products may be of interest to you.",
        "We disclose device identifiers to advertising partners.",
        "We share your personal data for targeted advertising.",
        "We share some data with other firms to help them show you relevant ads.",
        "How we share your information | To advertisers and sponsors.",
        "How we share your information | To others, to allow them to market their products to you.",
    ),
    does_not=(
        "We do not share your personal information with third parties for their marketing purposes.",
        "No personal information is given to ad networks.",
    ),
    with_consent=(
        "We share your details with partners for marketing only if you agree.",
        "We will ask your consent before we share your personal data with any company for marketing.",
    ),
    misses=(
        "We share aggregate statistics with advertisers for their own marketing.",
        "Californians may request a list of those to whom we disclose information for their direct marketing.",
        "We receive data from advertisers and share your data with advertisers.",
        "You may opt out of the sharing of your data with advertisers.",
        "Ask for the list of companies to which we disclose data for their direct marketing.",
        "We do not control how partners share your data with advertisers.",
        "We share your email address with companies that send mail on our behalf for marketing.",
    ),
    gaps=(
        "Our sponsors receive the list of entrants for their own mailings.",
        "Some firms ask us for data for their direct marketing, and we do not share it in this way.",
    ),
)

_PROMISED = r"\b(?:without|unless|until|except with|except when|only with|except if)\b{gap}{consent}"

SHARES_ONLY_WITH_CONSENT = PracticeRule(
    practice="shares-only-with-consent",
    why="The reader is asked before anyone else gets the data.",
    affirms=(
        r"\b(?:not|never)\b{gap}{share}{gap}(?:{data}|{contact-item}|\b(?:it|them|this|that)\b){far}" + _PROMISED,
        r"\b(?:{data}|it)\b{gap}\b(?:not|never)\b{gap}{share}{far}" + _PROMISED,
        r"\bwithout{near}{consent}{gap}\b(?:not|never)\b{near}{share}",
        r"\bonly{near}{share}{far}\b(?:with your|if you|if we|when you|when we|after)\b{gap}(?:{consent}"
        r"|\bauthori[sz]ed?\b)",
        r"{share}{gap}{data}{far}\bonly (?:with|if|when|after|upon)\b{gap}\b(?:you|your|we)\b{gap}"
        r"(?:{consent}|\bauthori[sz]ed?\b)",
        r"\b(?:not|never)\b (?:\w+ ){0,4}(?:shared?|disclosed?|given?|released?|distributed?|passed)\b{far}"
        r"\b(?:without|unless|except with|until)\b{gap}(?:{consent}|\b(?:authori[sz]ed?|agreed?)\b)",
    ),
    unless=(
        _MARKETING,
        r"{aggregate}",
        r"\b(?:advertisers?|ad networks?|biometrics?|newsletters?)\b",
        r"\b(?:child|children|minors?|parents?|parental|contents?|sensitive|reproduced|modified|employees"
        r"|(?:under|than) (?:the age of )?1[3-8])\b",
        r"\b(?:you (?:may|must|will|shall|agree)|users? (?:may|must)) not\b|\b(?:someone|friends?|others?'"
        r"|their) (?:\w+ )?(?:personal|contact|consent|permission)\b",
    ),
    does=(
        "We will not share your personal information with anyone without your consent.",
        "Your information will never be disclosed to third parties unless you give us permission.",
        "Without your consent, we will never disclose what we know about you.",
        "We only share what you tell us with others if you have given your consent.",
        "We share your information only when you authorize us.",
        "What you write is not given to anyone else unless you agree.",
    ),
    misses=(
        "We do not share your email address with advertisers without your consent.",
        "We do not share your personal information for marketing without your consent.",
        "We will not share aggregate information without your consent.",
        "We will not disclose your child's information without a parent's consent.",
        "You may not share your account information without our permission.",
    ),
)

RULES: tuple[PracticeRule, ...] = (
    SELLS_DATA,
    SHARES_FOR_MARKETING,
    SHARES_ONLY_WITH_CONSENT,
)
