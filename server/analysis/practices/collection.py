"""Contact, payment and device data, place and browsing: rules and their examples."""

from server.analysis.practices.wordings import (
    ABOUT_COLLECTION,
    BY_STRANGERS,
    IS_TAKEN,
    IT_TAKES,
    LIST_ITEM,
    OF_A_CHILD,
    SUCH_AS,
    THIS_INCLUDES,
    WE_DO_NOT_TAKE,
    WE_TAKE,
    YOU_ARE_ASKED,
    YOU_GIVE,
)
from server.analysis.rules import PracticeRule

_CONTACT = (
    r"\b(?:(?:your|full|first|last|real|legal|user'?s|individual'?s|contact|complete) names?"
    r"|names?(?: \([^)]{1,40}\))?(?:,| and| or| ?/| ?&)\W*(?:and |or |your |the |full |valid |last )*"
    r"(?:surname|email|address|postal|mailing|home|street|phone|telephone|mobile|cell|contact|title|company|age|gender"
    r"|sex|date|birth|zip|job|physical|country|city|organi[sz]ation|social)"
    r"|email address(?:es)?|(?:your|users?'?s?|customers?'?|visitors?'?|subscribers?'?) emails?"
    r"|(?:names?|address(?:es)?|phone|telephone|number),? (?:and |or |and/or )?(?:your )?email"
    r"|(?:tele|cell|mobile |cellular |home |work )?phone numbers?|(?:mobile|contact|telephone|fax) numbers?"
    r"|(?:postal|mailing|home|street|billing|shipping|physical|residential|delivery|residence|permanent|work)"
    r" address(?:es)?"
    r"|contact (?:information|details|data|info))\b"
)

COLLECTS_CONTACT_INFO = PracticeRule(
    practice="collects-contact-info",
    why="Whoever has your address or number can reach you, and can link you to what others know about you.",
    affirms=(
        WE_TAKE + _CONTACT,
        IT_TAKES + _CONTACT,
        IS_TAKEN + _CONTACT,
        YOU_GIVE + _CONTACT,
        YOU_ARE_ASKED + _CONTACT,
        r"\b(?:personal(?:ly)?(?: identif\w+)?|pii|registration|account|profile|user|customer|identif\w+)"
        r"(?: information| data)?\W+(?:\([^)]*\)\W+)?(?:means|refers|is|are|such as|includes?|including|like"
        r"|consists?|comprises?)\b{list}" + _CONTACT,
        _CONTACT + r"{gap}(?:that )?you (?:provide|submit|give|supply|enter)(?:ed|d|ted)?\b",
    ),
    denies=(WE_DO_NOT_TAKE + "{gap}" + _CONTACT,),
    in_context=((ABOUT_COLLECTION, LIST_ITEM + _CONTACT), (ABOUT_COLLECTION, THIS_INCLUDES + _CONTACT)),
    unless=(
        r"\bcontact (?:information|details)(?: \w+){0,2} (?:below|above|section|listed|set out|set forth)",
        r"\bnot (?:\w+ )?(?:contain|include|share|sell|rent|disclose|combine|link|provide|give|associate|connect"
        r"|transfer|pass|identify)[ds]?\b{list}" + _CONTACT,
        r"\b(?:unless you|friend's|except)\b",
        OF_A_CHILD,
    ),
    does=(
        "We collect your name and e-mail address when you join.",
        "Plumtree asks for a phone number at checkout.",
        "The data collected includes your full name.",
        "You may give us your postal address.",
        "You will be asked for your email.",
        "Personal information means facts such as your name or street address.",
        "The e-mail address that you submitted is kept on file.",
        "What we collect | Name and mobile number",
        "Data we collect | This may include your full name.",
    ),
    does_not=("We do not ask for your name or e-mail address.",),
    misses=(
        "We use a form, and you reach us with the contact details below.",
        "We do not share data such as your name or the e-mail address that you enter.",
        "We do not collect your name unless you write to us.",
        "We do not collect the e-mail address of a child.",
    ),
)

_PAYMENT = (
    r"\b(?:(?:credit|debit|payment|bank|banking|charge)(?: or debit| and debit|/debit|, debit)?(?: |-)cards?"
    r"(?: number| info\w*| details| data|s)?"
    r"|card (?:numbers?|details|data|information)|bank (?:account|details|information|transfer)"
    r"|banking (?:information|details|data)|billing (?:information|details|data|address)"
    r"|payments? (?:information|details|data|methods?|credentials|instruments?|account|records)"
    r"|financial (?:information|data|details|account)|paypal (?:account|email|id)|iban|account number)\b"
)

COLLECTS_PAYMENT_INFO = PracticeRule(
    practice="collects-payment-info",
    why="Card and account numbers are what thieves look for first, so the fewer hold them the better.",
    affirms=(
        WE_TAKE + _PAYMENT,
        IT_TAKES + _PAYMENT,
        IS_TAKEN + _PAYMENT,
        YOU_GIVE + _PAYMENT,
        YOU_ARE_ASKED + _PAYMENT,
        SUCH_AS + _PAYMENT,
        _PAYMENT
        + r"{gap}(?:is|are|be|being) (?:\w+ly )?(?:processed|collected|handled|stored|used|encrypted|transmitted"
        r"|passed|sent|provided|requested|required|submitted|entered|shared|saved|retained|kept)\b",
        r"\b(?:payments?|purchases?|transactions|donations) (?:\w+ ){0,3}(?:is|are|be|being)"
        r" (?:\w+ly )?(?:processed|handled|managed|collected)\b",
        r"\b(?:by|via|through|uses?|using)\W+(?:\w+\W+){0,2}?(?:stripe|paypal|braintree|square|klarna|adyen|worldpay)"
        r"\b{gap}(?:payments?|transactions?|credit card|card)\b",
        r"\b(?:payment|card) (?:process\w+|providers?|gateways?|service providers?|services?)"
        r"\W+(?:[\w'.]+\W+){0,8}?(?:collects?|process(?:es)?|stores?|handles?|receives?)\b",
    ),
    denies=(
        WE_DO_NOT_TAKE + "{gap}" + _PAYMENT,
        _PAYMENT + r"{near}(?:is|are|will be) (?:not|never) (?:\w+ly )?"
        r"(?:stored|collected|saved|kept|retained|held|seen|processed)\b",
    ),
    in_context=((ABOUT_COLLECTION, LIST_ITEM + _PAYMENT), (ABOUT_COLLECTION, THIS_INCLUDES + _PAYMENT)),
    unless=(OF_A_CHILD,),
    does=(
        "We collect your credit card number when you buy a ticket.",
        "Plumtree stores billing information for monthly plans.",
        "The data collected includes bank account numbers.",
        "You may enter your card details in the shop.",
        "You will be asked for a payment method.",
        "We hold financial data, such as the debit card that you pay with.",
        "Credit card numbers are encrypted on their way.",
        "All payments are processed by Acme Pay.",
        "Our payment processor collects what it needs to charge you.",
        "What we collect | Billing address",
        "Data we collect | This may include bank details.",
        "We use Stripe for card payments.",
    ),
    does_not=(
        "We never see your credit card number.",
        "Card details are not stored on our machines.",
    ),
    misses=("To prove that you are a parent, you may enter a credit card.",),
    gaps=("Credit card data | Entered by the user",),
)

_LOCATION = (
    r"\b(?:geo-? ?location(?:al)?|latitude|geo-? ?coordinates|location services|gps"
    r"|cell(?:ular)? (?:phone )?(?:towers?|sites?)|global positioning"
    r"|precise (?:geo-? ?)?(?:geographic(?:al)? )?location"
    r"|(?:exact|real-time|real time|specific|precise|accurate|physical|current|fine) (?:geo\w+ )?location"
    r"|wi-?fi (?:access points?|signals?|triangulation|location|hotspots?)|nearby wi-?fi"
    r"|(?:device'?s?|phone'?s?|mobile|gps|background) location"
    r"|location (?:information |data )?(?:\w+ )?(?:from|provided by|of) your (?:\w+ )?(?:device|phone|computer))\b"
)

COLLECTS_PRECISE_LOCATION = PracticeRule(
    practice="collects-precise-location",
    why="Where you are, hour by hour, tells where you live, work and worship, and whom you meet.",
    says=(
        WE_TAKE + _LOCATION,
        IT_TAKES + _LOCATION,
        IS_TAKEN + _LOCATION,
        YOU_GIVE + _LOCATION,
        SUCH_AS + _LOCATION,
        WE_DO_NOT_TAKE + "{gap}(?:" + _LOCATION + r"|(?:your|users?'?|any|user's) location\b)",
        r"\b<(?:collect|access|track|use|record|request|process|receive)(?:s|ing|ed)?\b>\W+"
        r"(?:[\w'-]+\W+){0,5}?location\b{gap}(?:mobile devices?|your (?:\w+ )?(?:device|phone)|(?:mobile|our) apps?"
        r"|location settings|in real time|real-time)\b",
        r"\b(?:device|phone|app)\b{gap}<(?:send|share|transmit|provide|report)s?\b>{gap}(?:your|its) location\b",
        _LOCATION + r"{gap}(?:is|are|be|being) (?:not |\w+ly )?"
        r"<(?:collected|used|stored|processed|obtained|accessed|recorded|tracked|transmitted|shared)\b>",
    ),
    in_context=((ABOUT_COLLECTION, LIST_ITEM + _LOCATION), (ABOUT_COLLECTION, THIS_INCLUDES + _LOCATION)),
    unless=(
        r"\bip(?:-| )(?:address(?:es)?|based)\W+(?:\w+\W+){0,3}?(?:geo-?location|location)",
        r"\bgeo-?location\W+(?:\w+\W+){0,5}?(?:based on|derived|from|via|by|using|through)\W+(?:\w+\W+){0,3}?"
        r"(?:ip|internet protocol)\b",
        r"\b(?:approximate|general|rough|coarse|imprecise|city)\b{gap}(?:ip address|ip)\b",
        r"\b(?:non-?precise|exif|approximate geo\w*|rough geo\w*)\b",
        r"\bnot (?:want|wish|allow|permit|authori[sz]e|give|enable)\b"
        r"|\bif you (?:do not|have not|decline|disable|turn off)\b",
    ),
    does=(
        "We collect GPS coordinates while the map is open.",
        "The app collects your precise location.",
        "Data collected includes nearby Wi-Fi names.",
        "You can share your exact location with drivers.",
        "We keep some data, such as geolocation.",
        "Your current location is used to find a shop.",
        "What we collect | Geolocation data",
        "Data we collect | This may include GPS signals.",
        "We request location data from your phone.",
        "Your phone then sends us your location.",
    ),
    does_not=(
        "We do not track your precise location.",
        "We do not collect your location.",
    ),
    with_consent=("With your permission, we collect your precise location.",),
    misses=(
        "We collect your IP address and location derived from it, such as geolocation.",
        "We record a rough geolocation from your IP address.",
        "We use geolocation based on your IP address.",
        "We collect the city, that is geolocation by IP address.",
        "We collect an approximate geolocation.",
        "If you do not want us to use your precise location, switch it off.",
    ),
)

_DEVICE = (
    r"\b(?:(?:internet protocol|ip)\W+(?:\(?\"?ip\"?\)?\W+)?address(?:es)?"
    r"|browsers? (?:type|version|software|language|information|name|used|you use|you are using|plug)"
    r"|(?:type|kind|version|brand) of (?:web |internet )?(?:browser|device|computer)|operating systems?"
    r"|(?:mobile )?device(?:'s)? (?:ids?|identif\w+|information|type|model|data|details|name|settings|specific"
    r"|characteristics|and)"
    r"|unique (?:mobile )?(?:device )?(?:ids?|identif\w+)|hardware (?:model|settings|version|type)|mac address(?:es)?"
    r"|user[- ]agent|(?:server |access |web |website |standard )?log ?files?|server logs?|web logs?"
    r"|log (?:data|information)|imei|udid|idfa|advertising (?:ids?|identif\w+)|mobile (?:network|carrier)"
    r"|technical (?:data|information)|online identifiers?|time zone settings?"
    r"|(?:information|data|details) (?:about|regarding|concerning|relating to) (?:your|the|users?'?|which)"
    r" (?:\w+ ){0,2}?(?:devices?|computers?|browsers?|smartphone)"
    r"|(?:configuration|settings) of your (?:browser|device|computer)"
    r"|internet service providers?|screen (?:resolution|size)|isps?"
    r"|(?:computer|device) and (?:internet )?connection)\b"
)

COLLECTS_DEVICE_INFO = PracticeRule(
    practice="collects-device-info",
    why="An IP address and the traits of a device can single you out even where you give no name.",
    says=(IT_TAKES + _DEVICE,),
    affirms=(
        WE_TAKE + _DEVICE,
        IS_TAKEN + _DEVICE,
        SUCH_AS + _DEVICE,
        r"\b(?:information|data)(?: of the sort)?(?: that| which)? (?:(?:your|the|web|a|user's)\W+)*browsers?"
        r"(?: and servers)?\b{near}(?:sends?|shares?|transmits?|provides?|makes?|passes|reports?)\b",
        r"\b(?:browsers?|devices?|computers?|phone|servers?|software|cookies?|analytics|technolog\w+|tools?|beacons?"
        r"|log ?files?|logs|app|platform)\W+(?:(?:may|will|can|also|automatically|that|which|us|to|typically|routinely)"
        r"\W+)*(?:sends?|transmits?|records?|collects?|includes?|logs?|contains?|stores?|recogni[sz]es?"
        r"|identif(?:y|ies)|provides?|tracks?|captures?|reports?|gathers?|tells?)\b{list}" + _DEVICE,
        _DEVICE + r"{gap}(?:is|are|be|being) (?:\w+ly )?"
        r"(?:collected|used|stored|processed|obtained|logged|recorded|tracked|transmitted|saved|sent)\b",
    ),
    denies=(WE_DO_NOT_TAKE + "{gap}" + _DEVICE,),
    in_context=((ABOUT_COLLECTION, LIST_ITEM + _DEVICE), (ABOUT_COLLECTION, THIS_INCLUDES + _DEVICE)),
    unless=(OF_A_CHILD, BY_STRANGERS),
    does=(
        "We log your IP address and the kind of browser.",
        "Plumtree records device identifiers.",
        "Data collected includes the operating system.",
        "We hold data, such as the IP address of each visitor.",
        "Your browser sends us its user agent.",
        "IP addresses are recorded in our logs.",
        "What we collect | Device model",
        "Data we collect | This may include the operating system.",
        "We see data that browsers make available.",
    ),
    does_not=("We do not log IP addresses.",),
    misses=(
        "We collect the IP address of a child for internal operations only.",
        "These websites may use cookies, and such cookies record your IP address.",
    ),
    gaps=("We do not use your IP address for anything.",),
)

_BROWSING = (
    r"\b(?:pages? (?:that |which )?(?:you|users?|visitors?|they|people|are|were|is|is being|have been)"
    r"\W+(?:\w+\W+){0,2}?(?:view|visit|access|request|brows|look|see|click)\w*"
    r"|(?:total )?number of (?:\w+ )?(?:visitors|visits|page ?views|clicks)|traffic sources|(?:web)?pages? (?:views?"
    r"|viewed|visited|accessed|requested|visits)"
    r"|(?:visited|viewed|requested|accessed) (?:web ?)?pages?|click-? ?streams?|clickthroughs?|clicks|click data"
    r"|links? (?:that )?(?:you |users? )?(?:click|follow)\w*"
    r"|browsing (?:history|behaviou?r|activit\w+|patterns?|habits|information|data|actions|session)"
    r"|(?:navigation|surfing|usage|traffic|viewing|listening|watch|search) (?:patterns?|data|information|history"
    r"|behaviou?r|habits|paths?|statistics|quer\w+|terms|activity)"
    r"|search(?:es)? (?:you|that you|performed|conducted)|searches|features (?:that )?you (?:use|access)"
    r"|(?:time|duration|long|length)\W+(?:\w+\W+){0,6}?(?:spent|spend|visit|stay\w*|session|visited)"
    r"|(?:how|way|ways|manner in which) (?:you|users?|visitors?|people|our users|our visitors|customers|they)"
    r"\W+(?:\w+\W+){0,3}?(?:us(?:e|es|ing)|interact\w*|engag\w+|access|navigat\w+|brows\w+)"
    r"|referr(?:ing|al|er) (?:url|website|site|page|web|and|source|address)s?"
    r"|(?:usage|activity|interaction) (?:data|information|logs?|statistics)|movements?|user behaviou?r"
    r"|(?:whether|when|if|that) (?:you|users?|a user|the recipient|recipients|an email|emails?|they|the email|it)"
    r"\W+(?:\w+\W+){0,3}?(?:opened|open|clicked|click|read|followed|visited|viewed)"
    r"|parts of (?:the|our) (?:site|website)|content (?:you|that you) (?:view|access|watch|interact)\w*"
    r"|(?:date|time)s?(?: and| &|/) (?:time|date)s? (?:of|you)"
    r"|(?:which|what) (?:pages|sites|websites|areas|sections)|activit(?:y|ies) (?:on|within) (?:the|our)"
    r"|time of (?:your|each|the) visits?|click-throughs|mouse (?:clicks|movements)|scrolling)\b"
)
_USE_OF_THE_SITE = (
    r"(?:your|the|its|any|users?'?s?|visitors?'?s?|customers?'s?|their|website|site|app|how|service) (?:\w+ ){0,2}?"
    r"(?:use|usage|activit(?:y|ies)|interactions?|visits?|behaviou?r|actions|access)\b"
)
_BROWSING_OR_USE = r"\W+(?:\w+\W+){0,2}?(?:" + _BROWSING + "|" + _USE_OF_THE_SITE + ")"

COLLECTS_BROWSING_ACTIVITY = PracticeRule(
    practice="collects-browsing-activity",
    why="What you look at and click on shows your interests, worries and habits.",
    says=(
        IT_TAKES + _BROWSING,
        r"\b<(?:track|monitor|record|log|measure|analy[sz]e|count)(?:s|ing|ed)?\b>" + _BROWSING_OR_USE,
    ),
    affirms=(
        WE_TAKE + _BROWSING,
        IS_TAKEN + _BROWSING,
        SUCH_AS + _BROWSING,
        r"\b(?:information|data|statistics|details) (?:about|on|regarding|concerning|relating to|related to|of)"
        + _BROWSING_OR_USE,
    ),
    denies=(WE_DO_NOT_TAKE + "{gap}" + _BROWSING,),
    in_context=((ABOUT_COLLECTION, LIST_ITEM + _BROWSING), (ABOUT_COLLECTION, THIS_INCLUDES + _BROWSING)),
    unless=(
        OF_A_CHILD,
        r"\bnot\b{list}(?:(?:other|third party) (?:\w+ )?(?:services|websites|sites)|across (?:the|other)|over time"
        r"|incognito|associate)",
        r"\brequests? (?:that )?we\b|\bif you do not (?:allow|accept|consent)\b",
        BY_STRANGERS,
    ),
    does=(
        "We track your visits to the shop.",
        "We record the pages you view.",
        "Plumtree collects browsing history.",
        "Data collected includes search terms.",
        "We hold data, such as links you click.",
        "The report has statistics about your use of the forum.",
        "What we collect | Pages viewed",
        "Data we collect | This may include the pages you view.",
        "We count the number of visits.",
    ),
    does_not=("We do not keep a list of your searches.",),
    misses=(
        "We collect the browsing history of a child only for school work.",
        "We do not track your browsing history on other websites.",
        "You may request that we do not track your browsing activity.",
        "If you do not allow this, we can not monitor your use of the site.",
        "Such companies may set cookies to track your browsing history.",
    ),
)

RULES: tuple[PracticeRule, ...] = (
    COLLECTS_CONTACT_INFO,
    COLLECTS_PAYMENT_INFO,
    COLLECTS_PRECISE_LOCATION,
    COLLECTS_DEVICE_INFO,
    COLLECTS_BROWSING_ACTIVITY,
)
