"""Who gets the data beyond business: authorities, buyers and the public: rules and their examples."""

from server.analysis.rules import Actor, PracticeRule

_DUTY = (
    r"\b(?:(?:required|compelled|obliged|obligated|mandated|requested|ordered|forced|necessary)"
    r" (?:\w+ ){0,5}(?:by|under|pursuant to)(?: \w+){0,2} (?:laws?|court|regulations?|legal|statutes?|legislation)"
    r"|(?:required|compelled|obliged|obligated|have|duty) to (?:do so|disclose|share|release|reveal)|requires us to"
    r"|legally (?:required|obligated|obliged|compelled|bound)|legal (?:obligations?|requirements?|duty|duties)"
    r"|(?:comply(?:ing)?|compliance|conform\w*) (?:with )?(?:\w+ ){0,4}(?:laws?|regulations?|edicts"
    r"|statutes?|legislation|legal|obligations?)|(?:the )?law (?:so )?requires?)\b"
)

_OFFICIAL = (
    r"\b(?:subpoenas?|court orders?|search warrants?|judicial (?:order|process|proceeding)s?"
    r"|law[- ]enforcement|competent (?:authorit|court)\w*"
    r"|courts|legal (?:process|requests?|demands?|proceedings?|authorit\w+)|enforcement requests|the police"
    r"|the authorities|order of (?:a|any|the) (?:\w+ )?court"
    r"|(?:public|government\w*|regulatory|administrative|judicial|tax|state|supervisory|legal|relevant|fiscal)"
    r" (?:authorit|agenc|bod|official|entit|request|investigation)\w*|governments?|regulators)\b"
)

_SHARING = (
    r"\b(?:who|whom|how|when|may|will) we (?:\w+ )?(?:share|disclose)"
    r"|\b(?:sharing|disclosures?|disclosing|recipients)\b"
)

_TELL = (
    r"\b(?:shar(?:e|es|ed|ing)|disclos(?:e|es|ed|ing|ures?)|transfer(?:red"
    r"|ring)?|releas(?:e|ed|ing)|reveal(?:ed|ing)?|transmit(?:ted)?|divulg(?:e|ed)|hand(?:ed)? over"
    r"|turn(?:ed)? over|pass(?:ed)? on|forward(?:ed)?|ma[dk]e available|surrender"
    r"|(?:provid(?:e|ed|ing)|giv(?:e|en|ing))\W+(?:\w+\W+){0,5}?(?:information|data|it|them|details|access))\b"
)

_MAY_SHARE = (
    r"\b(?:we|company|also|it) (?:may|might|will|can|could) (?:\w+ )?(?:share|disclose|release|transfer)\b|" + _SHARING
)

_OFFICES = (
    r"\b(?:law enforcement(?: agencies| authorities| officials)?|regulators|courts"
    r"|(?:public|government\w*|regulatory|judicial|tax|competent) (?:authorities|agencies|bodies|courts))\b"
)

SHARES_WITH_AUTHORITIES = PracticeRule(
    practice="shares-with-authorities",
    why="A court or the police can get the data without asking the reader.",
    affirms=(
        r"<" + _TELL + r">{far}(?:" + _OFFICIAL + "|" + _DUTY + ")",
        r"\b<(?:respond|cooperate|co-operate|assist|turn over|hand over|comply)\w*\b>{gap}" + _OFFICIAL,
        "(?:" + _OFFICIAL + "|" + _DUTY + r"){far}<" + _TELL + r">{gap}(?:{data}|\b(?:it|them|disclosure)\b)",
        _TELL + r".*\b(?:except|unless|without|or|other than|only)\b.*<(?:" + _OFFICIAL + "|" + _DUTY + ")>",
    ),
    denies=(
        r"\b(?:not|never)\b (?:\w+ ){0,3}(?:share|shared|disclose|disclosed|provide|provided|given|give"
        r"|released?)(?: \w+){0,5} (?:with|to) (?:any |the )?(?:foreign )?(?:governments?|law enforcement"
        r"|authorities|police)(?:\W* from| agencies| and\b|\.|;|,|$)",
    ),
    in_context=((_SHARING, _OFFICES), (_MAY_SHARE, r"\b(?:if|when|as|where)\b{near}<" + _DUTY + ">")),
    unless=(
        r"\b(?:you (?:must|should|shall|agree to) comply|retain\w*|retention|erasure|rectify|opt out"
        r"|portability|lodge|complaints?)\b",
        r"\b(?:restricted transfers|outside (?:of )?the (?:eu|uk|eea|european)|standard contractual"
        r"|comply with (?:\w+ ){0,3}(?:privacy|data protection)"
        r"|provision of|breach)\b",
        r"\byou (?:\w+ )?(?:provide|share|disclose|send)\b",
        r"\bwithout a (?:subpoena|court order|warrant)\b",
        r"\b(?:onward transfers?|transfer mechanisms?|binding corporate rules|written request)\b",
        r"\b(?:consent|notice|notify you|material changes)\W+(?:\w+ ){0,4}(?:required|permitted) by (?:\w+ )?law\b",
    ),
    does=(
        "We may disclose your information in response to a court order.",
        "We cooperate with law enforcement.",
        "If required by law, we will disclose your information.",
        "We will not share your data with anyone except as required by law.",
        "Who we share with | Regulators and courts.",
        "We may share your data: | where required by law.",
    ),
    does_not=("We have never given user data to any government.",),
    misses=(
        "We retain records and disclose them as required by law.",
        "Data is transferred under standard contractual clauses as required by law.",
        "If required by law, information that you share is disclosed to regulators.",
        "We do not disclose anything to the police without a warrant.",
        "Upon your written request we disclose what the law requires.",
        "Before we disclose your data we will obtain any consent that is required by law.",
    ),
    gaps=("We might also be required, by law, to provide our logs.",),
)

_HANDS = (
    r"\b<(?:shar(?:e|ed|es|ing)|disclos(?:e|ed|es|ing|ures?)|transfer(?:red)?|releas(?:e|ed|es|ing)"
    r"|reveal(?:ed)?|divulge|turn over|(?:provide|give)\W+(?:\w+\W+){0,5}?(?:information|data))\b>"
)

DISCLOSES_AT_OWN_DISCRETION = PracticeRule(
    practice="discloses-at-own-discretion",
    why="The site itself decides when it is right to hand the data over, with no court involved.",
    affirms=(
        r"\b(?:believe|feel|deem|determine|consider)s? (?:that )?it (?:is|to be|may be)? ?(?:necessary|appropriate"
        r"|reasonable) to <(?:share|disclose|release|reveal)\b>",
        _HANDS + r".*\b(?:sole|own|absolute|exclusive|our|its|reasonable) (?:\w+ )?(?:discretion|judge?ment)\b",
        r"\b(?:sole|own|absolute|our|its) (?:\w+ )?(?:discretion|judge?ment)\b.*\b" + _HANDS,
        _HANDS + r".*\b(?:we|it) (?:\w+ ){0,3}(?:believes?|deems?|determines?|considers?|thinks?|feels?)\b"
        r"{gap}\b(?:necessary|appropriate|reasonable|advisable|prudent|warranted|required|desirable)\b"
        r".*\b(?:protect|defend|enforce|prevent|investigate|safety|harm|fraud|rights|interests?)\b",
        _HANDS + r".*\b(?:as|where|when|if|that) we (?:\w+ ){0,2}(?:believe|deem|determine|consider|think"
        r"|feel|see) (?:\w+ ){0,4}(?:appropriate|fit|advisable|warranted)\b",
        _HANDS + r".*\b(?:protect|defend|preserve|safeguard|establish|exercise|assert|secure)(?:ing)?\b{gap}"
        r"\b(?:rights?|property|safety|interests?)\b",
        _HANDS + r".*\benforc(?:e|ing)\b{gap}\b(?:rights?|terms|agreements?|polic(?:y|ies))\b",
        r"\b<(?:shar(?:e|ed)|disclos(?:e|ed)|releas(?:e|ed))\b>{far}\b(?:investigat\w+|report\w*){near}"
        r"\b(?:fraud\w*|crim\w+|illegal|suspected|wrongdoing|unlawful)\b",
    ),
    in_context=(
        (_SHARING, r"\bprotect\w*\b{near}(?:rights|property|safety)\b"),
        (
            r"\b(?:disclos|releas|transfer)\w*\b|\b(?:may|will|also|only) share",
            r"\b<(?:protect|defend)\b>{near}\b(?:rights|property|safety|legal liability)\b"
            r"|\b<enforce>{near}\b(?:rights|terms|agreements?|policies)\b",
        ),
    ),
    unless=(
        r"\b(?:your rights|your choices|you have|opt out|data subject|security measures|safeguards?)\b",
        r"\b(?:retain|store|keep) (?:your|personal|the|this)\b",
        r"\byou (?:\w+ )?(?:provide|share|disclose|send|submit|give)\b",
        r"\b(?:your|user's|users'|their) (?:own |sole )*discretion\b",
        r"\b(?:not|never) (?:\w+ )?(?:share|disclose|sell)\w*\b[^,;]*$",
    ),
    does=(
        "We may disclose your information to enforce our terms.",
        "How we share information | To protect our rights and safety.",
        "We believe it is necessary to share information in order to stop fraud.",
        "We may disclose your information in our sole discretion.",
        "At our own discretion we may release any information.",
        "We may share your data if we believe it is necessary to prevent harm.",
        "We may disclose what we know as we see fit.",
        "We may share data to report suspected crimes.",
        "When we disclose | or to enforce our terms.",
        "We may disclose your information to protect our rights or property.",
    ),
    misses=(
        "You have choices about how we share data to protect our interests.",
        "We retain your data and share it to protect our rights.",
        "The information you provide may be shared at our discretion.",
        "Content is shared at your own discretion.",
        "We do not share your data to protect our interests",
    ),
)

NOTIFIES_OF_LEGAL_REQUESTS = PracticeRule(
    practice="notifies-of-legal-requests",
    why="A reader who hears of a request for the data can object to it.",
    says=(
        r"\b<(?:notify|inform|alert|tell|give notice to|provide notice to|contact)\b> (?:\w+ ){0,3}{you}{far}"
        + _OFFICIAL,
        _OFFICIAL + r".*\b<(?:notify|inform|alert|tell)\b> (?:\w+ ){0,3}{you}",
        _OFFICIAL + r".*\b<(?:giv(?:e|ing)|provid(?:e|ing)|send)\b>{near}(?:notice|notification)\b",
        r"\b<(?:notify|inform|tell)\b> (?:\w+ ){0,2}{you}{far}\b(?:required|compelled|requests?|demands?)"
        r" (?:\w+ ){0,4}(?:to (?:disclose|provide|release) (?:your|the|any|personal|customer|user)"
        r"|for (?:your|their|customer|user) (?:\w+ )?(?:data"
        r"|information)|by law)",
    ),
    in_context=(
        (
            _OFFICIAL + r"|\brequired by law\b",
            r"\b<(?:notify|inform|alert|tell)\b> (?:\w+ ){0,3}{you}{far}\b(?:the requests?|such requests?|disclosures?"
            r"|orders?|demands?|before (?:respond|disclos)\w+|in advance|challenge|object|assert|prohibited|forbidden"
            r"|legally|permitted by law)\b",
        ),
        (_OFFICIAL, r"\bwithout (?:any )?(?:prior |further )?<notice to you>"),
    ),
    denies=(
        r"\bwithout\b (?:\w+ ){0,3}(?:notice|notification|notifying|informing|telling)\b.*" + _OFFICIAL,
        _OFFICIAL + r".*\bwithout\b (?:\w+ ){0,3}(?:notice|notification|notifying|informing|telling)\b",
    ),
    unless=(
        r"\b(?:breach(?:es)?|complaints?|material(?:ly)? chang\w+|changes? (?:to|in)|merged with"
        r"|security incident|unauthori[sz]ed|law enforcement website|report (?:a|any)|affected|supervisory"
        r"|erasure|identity theft|after the fact)\b",
    ),
    does=(
        "We will notify you before we answer a subpoena.",
        "When we receive a court order, we try to inform you.",
        "If an order is a subpoena, we will give you prompt notice.",
        "We will tell you if we are required by the state to disclose your data.",
        "Courts | We will inform you of such requests.",
    ),
    does_not=(
        "We may disclose your data without notice in response to a court order.",
        "We will answer a subpoena without notifying you.",
        "Courts | We may do all this without notice to you.",
    ),
    misses=("We will notify you and the authorities of a data breach in line with legal process.",),
)

_PART_OF = (
    r"(?:(?:of|any|all|or|and|some|substantially|part|parts|portions?|a|an|the|our|its|one|more|buy|sell|transfer|merge"
    r"|such|certain|relevant|this|company|business|websites?|site|stock|other|[\w.]+'s) )*"
)
_DEAL = (
    r"\b(?:merge[rds]?|merging|acquired (?:by|or)|or acquired|(?:we|company) (?:is|are|were) acquired"
    r"|acquisitions?|acquires? (?:us|our|all|the|another|a)|bankruptcy|bankrupt|insolven\w+|reorgani[sz]\w+|divest\w+"
    r"|liquidat\w+|dissolution|restructur\w+|receivership|change (?:of|in) (?:control|ownership)"
    r"|(?:sale|sells?|sold|transfer|transferred|purchase|buys?|buyer|purchaser|disposition|disposal|assignment) "
    + _PART_OF
    + r"(?:\w+ )?"
    + _PART_OF
    + r"(?:assets|business(?:es)?|company|companies|shares|stock|organi[sz]ation|operations|division|ownership"
    r"|part of us|website|site)"
    r"|(?:corporate|business) (?:transactions?|transfers?|sale|restructuring)|new owners?|successor"
    r"|prospective (?:buyer|purchaser|seller)s?|(?:business|company|site|website|assets) (?:\w+ ){0,6}"
    r"(?:is|are|be|were|was|gets) (?:\w+ ){0,3}(?:sold|acquired|purchased|transferred|bought))\b"
)

TRANSFERS_IN_BUSINESS_SALE = PracticeRule(
    practice="transfers-in-business-sale",
    why="Whoever buys the site gets the data, and may treat it differently.",
    says=(
        _DEAL + r".*\b(?:such|your|customer|user|personal) (?:\w+ )?(?:information|data)"
        r" (?:\w+ ){0,6}<(?:transferred|assets?|sold|acquired)\b>",
    ),
    affirms=(
        _DEAL + r".*{data}.*\b<(?:transferred|transfers?|transferring|disclosed?|shared?|sold|assets?"
        r"|assigned?|passed|provided?|included|acquired?|obtain|given|used?|pass|released?|controlled"
        r"|part of|made available|access)\b>",
        _DEAL + r".*\b<(?:transfer|transferred|disclose|share|sell|sold|assign|provide|pass|release"
        r"|transferring|disclosing|sharing)\b>.*{data}",
        r"\b<(?:transfer|transferred|transferring|transfers|disclose|disclosed|disclosing|disclosure|share"
        r"|shared|sharing|sell|sold|assign|assigned|provide|provided|pass|passed|release|released|given)\b>.*" + _DEAL,
    ),
    in_context=(
        (_SHARING, _DEAL),
        (
            _MAY_SHARE,
            r"\b<(?:in connection with|in the event|in case of|as part of|during|if (?:we|our|the))>{near}" + _DEAL,
        ),
        (
            r"\b(?:mergers?|acquisition of|acquired by|bankruptcy|change of control|sale of)\b",
            r"{data}{gap}\b<(?:may|will|would|could|might)\b>{gap}\b(?:assets|new owner|acquirer|purchaser|buyer)\b",
        ),
    ),
    unless=(
        r"\byou (?:may|can|shall|must|agree)(?: not)? (?:to )?(?:assign|transfer|sell)\b",
        r"\bdo not consent\b|\bno plans\b|\bnot share\b.*\b(?:other than|except|unless|until)\b",
        r"\b(?:breach|unauthori[sz]ed)\b|\bmerged? with (?:\w+ ){0,3}(?:data|information)\b",
        r"\b(?:data|customer) acquisition\b|\bacquisition (?:and|or) \w+ing\b|\bacquisition of (?:\w+ )?data\b",
    ),
    does=(
        "Sharing | If all our assets are sold to another firm.",
        "We may share your data: | in connection with a merger.",
        "We may be acquired by a rival. | User data would then pass to the new owner.",
        "In the event of a merger, your personal information may be among the assets transferred.",
        "If we are acquired, we may transfer your information to the new owner.",
        "We may transfer your data to the buyer in case of a sale of our company.",
        "If our business is sold, then user information, with all else, is one of the things transferred.",
    ),
    does_not=("If we are acquired by a rival, your personal data will not be transferred.",),
    misses=(
        "We have no plans to sell our company and its data.",
        "You can prevent the acquisition and processing of the data that the cookie transferred.",
        "You may not assign or transfer your account to a successor without giving us your information.",
        "We will disclose it to you if your data was acquired by an unauthorized person.",
    ),
)

_POSTED = (
    r"(?:{data}|\b(?:content|posts?|postings?|comments?|profiles?|reviews?|username|user name|nickname"
    r"|photos?|messages?|contributions?|submissions?|anything|everything|names?|uploads?|material|testimonials?"
    r"|what you|email address(?:es)?|registration)\b)"
)

_PUBLIC = (
    r"(?:(?:the )?(?:general )?public|publicly|anyone|everyone|everybody|any ?one|others|other"
    r" (?:\w+ )?(?:users?|members?|people|visitors|players|customers|participants|persons|individuals"
    r"|third parties)|all (?:users|members|visitors)|(?:the |your )?(?:community|world|internet)|search engines?"
    r"|any (?:user|member|visitor|person|individual)\w*)"
)

_OTHER_USERS = (
    r"\b(?:(?:other|all|fellow) (?:\w+ )?(?:users|members|players|participants|visitors|customers|attendees)"
    r"|the general public)\b"
)

_SEEN = (
    r"(?:visible|available|accessible|viewable|displayed|shown|seen|read|viewed|accessed|published"
    r"|searchable|posted|listed|exposed|made available|open|discoverable|indexed)"
)

PUBLISHES_USER_DATA = PracticeRule(
    practice="publishes-user-data",
    why="What stands in public can be read, copied and found by anyone, for ever.",
    actor=Actor.ANYONE,
    says=(
        _POSTED
        + r"{far}\b<(?:is|are|be|become|becomes|being|remain|appear|made)\b>\W+(?:\w+\W+){0,3}?"
        + _SEEN
        + r"\b{near}\b(?:to|by|for|in|with|on)?\b{near}\b"
        + _PUBLIC
        + r"\b",
        _POSTED + r"{gap}\b<(?:is|are|be|become|becomes)\b>\W+(?:\w+ ){0,3}(?:public|publicly"
        r"|public information)\b",
        _POSTED + r"{gap}\b<(?:exposed|listed|published|displayed|shown)\b> (?:on|in)\b{gap}\b(?:directory"
        r"|directories|listings?|member (?:list|page)s?|search engine)\b",
        r"\b<(?:display|publish|post|show|list)\b>{gap}\b(?:your|users?'?|member'?s?|personal"
        r"|customer)\W+(?:\w+ ){0,4}(?:profile|testimonials?|reviews?|comments?|name|photo\w*|username"
        r"|information|data|content)\b{gap}\b(?:publicly|public|website|site|directory|other users|others"
        r"|leaderboards?|online|winners?)\b",
        r"\b(?:others|other (?:users|members|people|visitors)|anyone|(?:the )?public|everyone|any (?:user"
        r"|member|visitor))\b{near}(?:can|may|will|could|might|to)\b <(?:\w+ )?(?:see|view|read|access"
        r"|search|find|download|copy)>\b{gap}\b(?:your|that|this|such|you|it|the|any|public)\b",
        r"\b<(?:posting|posted|post|disclose|submit|provide|share|contribute|upload)\b>{gap}\b(?:public"
        r"|interactive) (?:\w+ )?(?:areas?|forums?|profiles?|spaces?|parts?|sections?|portions?)\b",
        r"\b(?:testimonials|reviews)\b{far}<(?:posted|published|displayed|post|publish)>",
        r"\b<(?:displayed|published|appear|shown|included|posted)\b>{near}\b(?:with|next to|alongside)\b{near}"
        r"\b(?:your|the|each) (?:\w+ )?(?:messages?|posts?|comments?|reviews?|submissions?)\b",
        r"\b(?:caution|careful|cautious)\b{far}\b<(?:post\w*|disclos\w*|shar\w*|submit\w*|provid\w*)\b>{far}"
        r"\b(?:public|publicly|forums?|chat rooms?|message boards?)\b",
        r"\bsearch engines?\b{near}(?:may|can|will|could) (?:\w+ )?<(?:index|find|display|show|crawl)>",
        r"\b<(?:share|disclose|display|show|publish|post|make|release)\b>{gap}\bpublicly\b",
        r"\bpublicly <(?:identify|name|list|display|post|share|publish)\b>{gap}\byour?\b",
        _POSTED + r"{gap}\b<(?:may|will|can|could|to|is|are)\b> (?:be )?(?:\w+ )?(?:shared|disclosed|sent|presented"
        r"|provided|shown|displayed|included|revealed)\b{near}\b(?:with|to)\b{near}" + _OTHER_USERS,
        r"\b<(?:share|shares|disclose|show|display|provide|reveal)\b>{gap}"
        + _POSTED
        + r"{gap}\b(?:with|to)\b{near}"
        + _OTHER_USERS,
        _POSTED + r"{gap}\b<(?:may|can|could|will)\b> (?:also )?be (?:read|seen|viewed|accessed)?(?:,| and| or)* ?"
        r"(?:collected|used)(?:,| and| or)* (?:\w+ )?(?:used |read )?by\b{near}\b(?:others|other|anyone"
        r"|third parties)\b",
    ),
    unless=(
        r"\b(?:public(?:ly)? (?:available )?(?:sources?|records|databases|authorit\w+|officials?|interest"
        r"|health|domain)|cookies|available to the public (?:sources|records))\b",
        r"\b(?:this|privacy|updated|revised|new) (?:privacy )?(?:policy|notice|statement)\b{near}(?:is"
        r"|will be|are) (?:\w+ )?(?:posted|published|available)\b",
        r"\b(?:aggregate|aggregated|anonymi[sz]ed|anonymous|statistics|de-?identified|nonpersonal\w*"
        r"|non-?personally|none of the information)\b",
        r"\b(?:no right to receive|under (?:the age of )?1\d|under thirteen|passwords?|no longer|not want"
        r"|not entitled|gives? us|allow(?:ing)? (?:others|anyone|someone))\b",
        r"\b(?:please|should|must) (?:do )?(?:not|never)\b|^(?:do not|never)\b",
        r"\bfreely available\b|\babout you that (?:is|are) (?:\w+ )?available\b",
        r"\b(?:facebook|twitter|google|linkedin|social (?:media|network)\w*)\b{far}\bpublic profile\b"
        r"|\bpublic profile\b{gap}(?:facebook|google|linkedin|social)",
    ),
    does=(
        "Your profile will be visible to other users.",
        "Your name and trade are listed in our directory of craftsmen.",
        "Any information you post in our forums is public.",
        "We may display your photo in the public directory.",
        "Anyone can read the comments that you post.",
        "Information that you share in public areas is no secret.",
        "Reviews may be posted on our page.",
        "Search engines may index your profile.",
        "We may make your username publicly known.",
        "We show your name to other members.",
        "Your nickname will appear next to your comments.",
        "Be careful what you post in our public rooms.",
        "Your photo will be shown to all participants.",
        "Messages in a chat room may be collected and used by others.",
    ),
    does_not=("Your email address will not be visible to other users.",),
    with_consent=(
        "We will post your testimonial on our website only with your consent.",
        "We never publicly name you as a giver without your consent.",
    ),
    misses=(
        "We collect data from public records that are visible to anyone.",
        "This privacy policy is posted and information is available to the public.",
        "Aggregate data may be available to the public.",
        "Your profile and your passwords are not visible to other users.",
        "Please do not post personal information in public forums.",
        "We gather content that is freely available to anyone.",
        "If you sign in through Facebook, we see your public profile, which is visible to anyone.",
    ),
    gaps=("Your nickname appears in the public ranking.",),
)

RULES: tuple[PracticeRule, ...] = (
    SHARES_WITH_AUTHORITIES,
    DISCLOSES_AT_OWN_DISCRETION,
    NOTIFIES_OF_LEGAL_REQUESTS,
    TRANSFERS_IN_BUSINESS_SALE,
    PUBLISHES_USER_DATA,
)
