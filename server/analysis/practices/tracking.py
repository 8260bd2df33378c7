"""Who follows the reader, and how to stop it: rules and their examples."""

from server.analysis.rules import Actor, PracticeRule

_BEACONS = (
    r"\b(?:web ?-?beacons?|web bugs?|(?:tracking |advertising |conversion |remarketing )?pixels?|pixel tags?"
    r"|clear gifs?|transparent gifs?|action tags|invisible (?:gif|image)s?"
    r"|(?:device |browser )?fingerprinting|tracer tags?|spotlight tags?|tracking (?:tags|beacons)|gif tags"
    r"|beacons)\b"
)

_COOKIES = r"\b(?:cookies?|local storage|web storage)\b"

_OTHERS = (
    r"\b(?:third part(?:y|ies)(?:'s)?(?: \w+){0,3}?|advertisers|advertising (?:partners|networks|companies"
    r"|agencies)|ad (?:networks?|servers?|partners)|network advertisers|our (?:\w+ )?partners|analytics"
    r" (?:providers?|companies|partners|services?)|other companies|service providers|social (?:media"
    r"|networks?)(?: \w+)?|google|facebook|advertisements?|vendors|some of our (?:business "
    r"|advertising )?partners|sponsors)\b"
)

_VENDORS = (
    r"\b(?:google(?:'s)? (?:analytics|adsense|adwords|ads|ad manager|tag manager|remarketing|doubleclick"
    r"|marketing platform|admob|firebase)|(?:universal|adobe|yahoo|firebase|baidu|flurry"
    r"|cloudflare web) analytics|doubleclick|hotjar|mixpanel|(?:facebook|meta|linkedin|twitter|tiktok"
    r"|pinterest) (?:pixel|insight tag|custom audiences?|tag)"
    r"|adsense|admob|criteo|amplitude|flurry|omniture|comscore|quantcast|crashlytics|yandex\W?metri\w+"
    r"|statcounter|clicktale|fullstory|kissmetrics|optimizely|chartbeat|taboola|outbrain|appsflyer|hubspot"
    r"|marketo|webtrends|etracker|addthis|sharethis|disqus|nielsen"
    r"|recaptcha|clicky|new relic|crazy egg|bing ads|microsoft (?:advertising|clarity)|adobe (?:target"
    r"|audience manager)"
    r"|mouseflow|lucky orange|adroll|rubicon|openx|parse\.ly|scorecard ?research|tawk\.to|(?:plausible"
    r"|heap) analytics)\b"
)

ALLOWS_THIRD_PARTY_TRACKERS = PracticeRule(
    practice="allows-third-party-trackers",
    why="Companies the reader never dealt with learn what is read here, and put it together with other sites.",
    affirms=(
        r"\b<(?:us(?:es?|ed|ing|e of)|utili[sz]\w+|employs?|implement\w*|work with|partner with|integrat\w+"
        r"|engage|includes?|via|through|rely on|contract with)\b>{gap}" + _VENDORS,
        _VENDORS + r"{gap}\b<(?:uses?|is used|collects?|sets?|may|will|tracks?|analy[sz]es?|places?|helps?"
        r"|provides?|records?|is an?|cookies?|allows?|enables?)\b>",
        _OTHERS + r"{gap}\b<(?:set|sets|place|places|use|uses|using|serve|serves|collect|collects|employ"
        r"|utilize|drop|deploy|send|read|access|track)\b>{gap}(?:"
        + _COOKIES
        + "|"
        + _BEACONS
        + r"|\btracking technolog\w+|\b(?:information|data) (?:about|regarding|on) (?:your|you|users?|the|visitors)"
        r"|\bads? based\b|\bip address|\bactivit\w+)",
        r"\b(?:cookies?|pixels?|beacons?|tags?|trackers?|technologies)\b{gap}\b<(?:set|placed|served"
        r"|provided|operated|used|delivered|managed|from)\b> (?:\w+ ){0,2}(?:by |from )?(?:our |the "
        r"|certain |other )?" + _OTHERS,
        r"\b<third part(?:y|ies)\b>(?:'s)? (?:\w+ )?(?:\w+ )?(?:cookies?|pixels?|beacons?|tags?|trackers?"
        r"|tracking|analytics|ad servers?|advertising (?:networks?|compan\w+|cookies)|ad networks?"
        r"|web analytics)\b",
        r"\b(?:allow|permit|enable|let|authori[sz]e|engage)\w*\b{near}" + _OTHERS + r"{gap}<(?:place|set|use"
        r"|collect|serve|track|access)\b>",
        r"\b<third part(?:y|ies)\b>(?:'s)? (?:\w+ )?(?:widgets?|sdks?|plug-?ins?|scripts?"
        r"|software development kits?)\b",
        r"\b<(?:facebook|twitter|google|linkedin|instagram|pinterest|tiktok)\b>{near}(?:buttons?|plug-?ins?|widgets?"
        r"|pixels?|sdks?)\b",
        r"\b<(?:allow|permit)\b> (?:\w+ ){0,2}(?:others|companies|vendors|providers|networks)\b{near}(?:to|who)\b{gap}"
        r"\b(?:cookies|collect|track|analytics)\b",
        r"\b<(?:social (?:media )?(?:plug-?ins?|buttons|widgets|features)|like button|share buttons?"
        r"|social plugins)\b>",
        r"\b<(?:use|uses|using|engage)\b> (?:\w+ ){0,3}(?:analytics|ad serving|advertising) (?:providers?"
        r"|services?|compan(?:y|ies)|partners|networks|tools)\b",
    ),
    denies=(
        r"\b(?:not|never) (?:\w+ ){0,2}(?:use|allow|permit|include|engage|employ|have|load|embed|work with"
        r"|contain)(?: \w+){0,3} (?:third[- ]part(?:y|ies)|google analytics|external|advertisers)"
        r"(?: \w+){0,3} (?:cookies|tracking|trackers?|analytics|ads|advertising|networks|pixels|scripts?|to"
        r" (?:track|collect|place|set))\b",
        r"\bno (?:third[- ]party|external|advertising) (?:\w+ )?(?:cookies|tracking|trackers?|analytics"
        r"|scripts?|ads)\b",
        r"\b(?:not|never) (?:\w+ )?use (?:any )?(?:google analytics|analytics|tracking (?:tools|software"
        r"|services))\b",
    ),
    consents=(
        "(?:" + _VENDORS + r"|\bthird[- ]part(?:y|ies) (?:\w+ ){0,2}(?:cookies|analytics|track\w*|pixels?"
        r"|technologies|advertis\w+))" + r".*\b(?:only (?:with|if|after|when|where|on)\b{gap}(?:consent"
        r"|permission|agree|accept|opt)|if you (?:have )?(?:given|give|consent|agree|accept)\w*|with your"
        r" (?:\w+ )?consent|provided (?:that )?you have|based on your consent|unless (?:we|you)"
        r" (?:\w+ ){0,3}(?:consent|permission))\b",
        r"\b(?:with your (?:\w+ )?consent|if you (?:have )?(?:given|give|consent|agree|accept)\w*"
        r"|(?:subject to|based on|basis of) your (?:\w+ )?consent)\b{far}(?:"
        + _VENDORS
        + r"|\bthird[- ]part(?:y|ies) (?:\w+ )?(?:cookies|analytics|track\w*|pixels?))",
    ),
    in_context=(
        (
            r"\b(?:third part|advertis|analytics|ad network|partners|vendors)",
            r"\b<(?:they|(?:these|such) (?:\w+ )?(?:companies|entities|parties|partners|providers|tools|advertisers"
            r"|networks))\b> (?:\w+ ){0,2}(?:use|set|place|collect|utilize|employ)\b{gap}\b(?:cookies?|web beacons?"
            r"|pixels?|tags|tracking)\b",
        ),
    ),
    unless=(
        r"\b(?:collect|obtain|receive)\w* (?:\w+ ){0,4}from\b{gap}(?:third part(?:y|ies)|social"
        r"|analytics providers)",
        r"\b(?:you (?:can|may|could)|to) (?:\w+ ){0,2}(?:block|disable|reject|refuse|opt out)\b",
        r"\b(?:not (?:control|responsible|have (?:any )?(?:access|control))|no (?:access|control)"
        r"|does not cover)\b",
        r"\b(?:do not track|dnt)\b",
    ),
    actor=Actor.ANYONE,
    does=(
        "We use Google Analytics to understand our visitors.",
        "Google Analytics collects your IP address.",
        "Advertisers may place cookies on your device.",
        "Some cookies are set by our partners.",
        "Third-party cookies may be used on this site.",
        "We allow ad networks to collect what they need.",
        "Our pages contain social media plugins.",
        "We use an outside analytics service.",
        "You may see third-party widgets here.",
        "The Facebook button is on our pages.",
        "We permit other companies to collect what they need.",
        "On our advertisers | They may also use cookies.",
    ),
    does_not=(
        "We do not use third-party cookies.",
        "There are no third-party trackers here.",
        "We do not use Google Analytics.",
    ),
    with_consent=(
        "Google Analytics is used only with your consent.",
        "If you accept, Google Analytics counts your visit.",
    ),
    misses=(
        "We collect information from third parties such as analytics providers that track visitors with cookies.",
        "You can block third-party cookies.",
        "We have no control over cookies set by advertisers.",
        "We do not respond to Do Not Track, and third parties may set cookies.",
    ),
)

_ELSEWHERE = (
    r"\b(?:(?:other|different|multiple|third[- ]party|various|unaffiliated|non-affiliated|elsewhere"
    r"|numerous) (?:\w+ )?(?:\w+ )?(?:websites?|sites|apps|applications|platforms|online services|internet)"
    r"|the (?:internet|web)|over time|cross-site|across sites|other online)\b"
)

TRACKS_ACROSS_SITES = PracticeRule(
    practice="tracks-across-sites",
    why="Visits to many sites together tell far more than visits to one.",
    affirms=(
        r"\b<(?:track\w*|follow\w*|monitor\w*|recogni[sz]\w+|collect\w*|gather\w*|identif\w+|observ\w+)\b>"
        r"{far}\b(?:across|over time|between)\b{gap}" + _ELSEWHERE,
        r"\b<(?:visits?|activit(?:y|ies)|behaviou?r|interests|browsing|viewed)\b>{gap}\b(?:on|to|across|of"
        r"|with|at)\b{near}(?:this|our|these)\b{near}(?:and|or|as well as) (?:\w+ ){0,3}" + _ELSEWHERE,
        r"\b(?:across|on|to|at|of) <(?:other|different|multiple|third[- ]party|various|unaffiliated)"
        r" (?:\w+ )?(?:websites|sites|apps|mobile apps)\b>{gap}\b(?:you (?:\w+ )?(?:visit|use|view)"
        r"|over time|collect|track)",
        r"\b<(?:retarget\w*|remarketing|re-?marketing)\b>{far}\b(?:other|third[- ]party|across|internet)\b",
        r"\b(?:ads?|advertis\w+)\b{gap}\bwhen you <(?:visit|are on|browse)\b> (?:other|third[- ]party)\b",
        r"\b<(?:cross-site|cross-app)\b> tracking\b",
        r"\b<use> of (?:the|our|this) (?:\w+ )?(?:services?|site|website)\b"
        r"{near}(?:other|third[- ]party) (?:websites|sites|apps)\b",
        r"\b<(?:show|shows|showing|display|serve)\b> (?:\w+ )?ads (?:to you )?"
        r"(?:on|across) (?:\w+ ){0,2}(?:sites|websites)? ?(?:on|across) the (?:internet|web)\b",
        r"\bonline <activities>\b{near}over time\b",
        r"\b<(?:activit(?:y|ies)|behaviou?r|visits|interests)\b>{near}(?:on|across) (?:\w+ )?"
        r"(?:other|third[- ]party|different|various) (?:websites|sites|apps|platforms)\b",
        r"\b<(?:activit(?:y|ies)|behaviou?r|usage)\b>{near}across (?:\w+ )?(?:apps|applications|websites|sites)\b",
        r"\b<combin\w+>{far}\b(?:information|data|activity){gap}\bfrom (?:\w+ )?(?:other"
        r"|third[- ]party) (?:websites|sites|apps)\b",
        r"\b<(?:online activit(?:y|ies)|web activity|browsing (?:history|activit\w+|behaviou?r))\b>{gap}"
        r"(?:after you leave|elsewhere|across)\b",
        r"\b<(?:track|monitor|follow)\w*\b>{gap}\b(?:usage|activit(?:y|ies)|behaviou?r|visits?"
        r"|use)\b{gap}\bover time\b",
    ),
    denies=(
        r"\b(?:not|never|nor) (?:\w+ ){0,4}(?:track|follow|monitor|collect|allow|permit)\b{far}\b(?:across"
        r"|over time|other (?:web)?sites|elsewhere)\b",
        r"\b(?:not|never) use (?:\w+ ){0,5}to (?:track|follow|monitor) (?:you|your|users?|visitors?|any|individual)",
    ),
    unless=(
        r"\b(?:do not track|dnt)\W+(?:\w+ )?(?:is|are|allows?|refers|lets|signals? (?:is|are|allow|inform"
        r"|tell|that)|settings? (?:is|are|allow|that)|features? (?:that|allow)|mechanism|preference|option)",
        r"\b(?:not want|wish not|request(?:s|ing)?|prefer|links to|linked|tracking refers|as they move|opt out"
        r"|privacy (?:policies|practices) of)\b",
        r"\b(?:respond|response|honou?r)\w*\b{gap}\bdo not track\b",
    ),
    actor=Actor.ANYONE,
    does=(
        "Our partners may track you across other websites.",
        "They use information about your visits to this and other websites.",
        "Your clicks on other sites that you visit add to your profile.",
        "We use remarketing to show our ads on other sites.",
        "You may see our ads when you visit other pages.",
        "Some tags allow cross-site tracking.",
        "We watch online activities over time.",
        "We learn from your use of our site and other websites.",
        "Google may show our ads on sites across the internet.",
        "Ads follow from your activity on other apps.",
        "They learn your behavior across websites.",
        "They combine it with data from other sites.",
        "Brokers know your browsing history across the web.",
        "We monitor your use of our site over time.",
    ),
    does_not=(
        "We do not track you across third-party websites.",
        "We do not use cookies to track your browsing.",
    ),
    misses=(
        "Do Not Track is a setting that asks sites not to track you across other websites.",
        "You can opt out of being tracked across other websites.",
        "We do not respond to Do Not Track, nor track you across other websites.",
    ),
)

_DNT = (
    r"\b(?:do[- ]not[- ]track|dnt|gpc|global privacy control|opt out preference signals?"
    r"|tracking preference|browser signals?)\b"
)

IGNORES_DO_NOT_TRACK = PracticeRule(
    practice="ignores-do-not-track",
    why="A browser can say for the reader that she does not want to be followed; a site can listen or not.",
    affirms=(
        r"\b<(?:not|never|nor|neither|unable|without)\b>{gap}\b(?:respond\w*|recogni[sz]\w+|honou?r\w*"
        r"|act\w*|support\w*|alter\w*|chang\w+|react\w*|process|comply|listen|adhere|follow|track do not"
        r"|take (?:any )?action|modif\w+|monitor\w*|interpret\w*|detect|accept|look|effect)\b{far}" + _DNT,
        _DNT + r".*\b<(?:not|never|nor|neither|unable)\b> (?:\w+ ){0,5}(?:respond\w*|recogni[sz]\w+"
        r"|honou?r\w*|act|support\w*|alter\w*|chang\w+|react\w*|process|comply|listen|adhere|take"
        r" (?:any )?action|modif\w+|monitor\w*|respon\w+|change)\b",
        r"\b<(?:no|not|nor|without)\b>{gap}\b(?:standards?|consensus|agreement|agreed|technology|uniform\w*"
        r"|guidance|standardi[sz]ed|finali[sz]ed|adopted)\b{far}" + _DNT,
        _DNT + r".*\b<(?:no|not (?:yet )?(?:been )?|nor)\b> ?(?:\w+ ){0,5}(?:standards?|consensus|agreement"
        r"|agreed|uniform\w*|finali[sz]ed|adopted|defined|standardi[sz]ed)\b",
    ),
    denies=(
        r"\b(?:we|website|site|services?|app|platform|company|sites) (?:also |do |does |will |currently "
        r"|automatically |fully |shall )*(?:honou?rs?|respects?|recogni[sz]es?|responds? to|compl(?:y"
        r"|ies) with|supports?|obeys?|adheres? to|process(?:es)?|treats?|detects?|accepts?|listens? (?:to"
        r"|for))\b{gap}" + _DNT,
        _DNT + r"{gap}\b(?:is|are|will be) (?:also |always |fully )?(?:honou?red|respected|recogni[sz]ed"
        r"|supported|accepted"
        r"|processed|complied)\b",
        r"\b(?:if|when|where)\b{gap}" + _DNT + r".*\bwe (?:\w+ )?(?:will (?:\w+ )?not (?:track|use|set"
        r"|collect|load)|do not (?:track|set|load|collect)|will (?:treat|process|honou?r|opt)|treat)\b",
    ),
    in_context=(
        (
            _DNT,
            r"\b<(?:not|nor)\b> (?:\w+ ){0,5}(?:respond|recogni[sz]e|honou?r|support|act on|react"
            r"|take (?:any )?action)\b"
            r"{near}(?:those|these|such|this|that|the|them)\b",
        ),
        (_DNT, r"\b<(?:no|not)\b>{near}(?:standards?|consensus)\b{gap}\b(?:signals?|websites?|browsers?|tracking)\b"),
    ),
    unless=(r"\bhow (?:\w+ ){1,4}(?:respond|handle|treat|process)s?\b",),
    actor=Actor.ANYONE,
    does=(
        "We do not respond to Do Not Track signals.",
        "When a browser sends a Do Not Track signal, our site does not change its behavior.",
        "There is no common standard for Do Not Track signals.",
        "As to Do Not Track, there is no accepted standard.",
        "Do Not Track | We do not respond to those signals.",
        "Do Not Track | So far there is no standard for such signals.",
    ),
    does_not=(
        "We honor Do Not Track signals.",
        "Global Privacy Control is honored on our site.",
        "If your browser sends a Do Not Track signal, we will not track you.",
    ),
    misses=("See below how this site responds to Do Not Track signals, as we do not respond to all.",),
)

_TRACKING = (
    r"\b(?:tracking|tracked|google analytics|analytics|(?:targeted|interest-based|interest based"
    r"|personali[sz]ed|behaviou?ral(?:ly)?|tailored|online behaviou?ral|customi[sz]ed|relevant)(?: \w+)?"
    r" (?:ads?\b|advertis\w+|content)|retargeting|remarketing|(?:the )?sales?\b|selling|sharing of"
    r"|disclosure of|share|sell|ad (?:personali[sz]ation|targeting|networks?)|profiling|cookies?"
    r"|third part(?:y|ies)(?: \w+)? advertis\w+|advertising|ad cookies|doubleclick|ad serving"
    r"|data collection|automated collection|information (?:collected|used|being)|such (?:uses|disclosures)"
    r"|google'?s use)"
)

CAN_OPT_OUT_OF_TRACKING = PracticeRule(
    practice="can-opt-out-of-tracking",
    why="Being followed or sold is often the default; a way out must be known to be used.",
    affirms=(
        r"\b<(?:opt(?:ing|ed)? out|opts out)\b>(?: of| from| to)?{far}" + _TRACKING,
        _TRACKING + r"{far}\b<(?:opt(?:ing)? out)\b>",
        r"\b<(?:networkadvertising\.org|aboutads\.info|youronlinechoices|optout\.|adssettings|gaoptout"
        r"|ads/preferences|ads/settings|privacyrights\.info|youradchoices)>",
        r"\b<(?:limit ad tracking|opt out of ads personali[sz]ation|ads? settings|ad preferences"
        r"|opt out browser add-on|adchoices|network advertising initiative|digital advertising alliance"
        r"|gaoptout)\b>",
        r"\b<do not (?:sell|share|sell or share|sell/share) my\b>",
        r"\b<(?:disable|turn off|prevent|deactivate|block)\b>{gap}\b(?:google analytics|tracking"
        r"|personali[sz]ed ads|interest-based|targeted ads|analytics)\b",
        r"\b(?:direct|ask|request|tell) us <not to (?:sell|share)\b>",
        r"\b<(?:no longer|not) (?:wish|want)\b> to (?:receive|see|get|have) (?:\w+ )?(?:tailored|interest-based"
        r"|targeted"
        r"|personali[sz]ed|behaviou?ral|customi[sz]ed) (?:\w+ )?(?:ads?\b|advertis)",
        r"\b<opt(?:ing|ed)? out\b>{far}\b(?:behaviou?ral|interest-based|targeted|sharing|tracking|personali[sz]ation"
        r"|uses? of cookies)\b",
        r"\b<(?:turn(?:ing)? off|disabl(?:e|ing)|prevent(?:ing)?|reset(?:ting)?)\b>{gap}\b(?:interest-based"
        r"|tailored|behaviou?ral|advertising id\w*|ad (?:personali[sz]ation|tracking)|usage data)\b",
    ),
    denies=(
        r"\b(?:you|users?) (?:can ?not|may not|are not able to|are unable to) opt out (?:of|from){gap}" + _TRACKING,
    ),
    unless=(
        r"\bopt out (?:of|from) (?:receiving|future|marketing|promotional|emails?|newsletters?|our (?:email"
        r"|marketing|mailing|newsletter)|these (?:communications|emails))\b",
        r"\b(?:class action|arbitration|opt out of (?:this|the) (?:agreement|arbitration))\b",
    ),
    does=(
        "You can opt out of targeted advertising.",
        "For tracking there is a way to opt out.",
        "Visit www.aboutads.info to learn more.",
        "The Digital Advertising Alliance offers choices.",
        "Do not sell my personal information",
        "An add-on will prevent Google Analytics from seeing you.",
        "You may direct us not to sell what we know.",
        "If you do not want to see tailored ads, write to us.",
        "You may opt out of this personalization.",
        "Your phone lets you reset your advertising ID.",
    ),
    does_not=("You cannot opt out of tracking.",),
    misses=(
        "You can opt out of receiving advertising.",
        "To opt out of this agreement for arbitration, share a letter.",
    ),
    gaps=("You are able to opt out from all this here.",),
)

RULES: tuple[PracticeRule, ...] = (
    ALLOWS_THIRD_PARTY_TRACKERS,
    TRACKS_ACROSS_SITES,
    IGNORES_DO_NOT_TRACK,
    CAN_OPT_OUT_OF_TRACKING,
)
