"""What the site itself stores in the browser: rules and their examples."""

from server.analysis.rules import PracticeRule

_COOKIES = r"\b(?:cookies?|local storage|web storage)\b"

_END = (
    r"(?:[.;!)]|$|, (?:and|but|so|or|we|nor|web|pixel|beacon|track|analytics)| or (?:any |other |similar "
    r"|tracking |web |third|analytics)| at all| on (?:this|our|the)| whatsoever| and | in (?:this|our|the))"
)

_NARROW = (
    r"(?:tracking|advertising|ad|third[- ]party|marketing|analytics|persistent|permanent|flash"
    r"|targeting|profiling)"
)

USES_COOKIES = PracticeRule(
    practice="uses-cookies",
    why="A cookie lets a site recognise a browser when it comes back.",
    affirms=(
        r"\b<(?:us(?:es?|ed|ing|age)|utili[sz]\w+|set(?:s|ting)?|plac\w+|stor\w+|send\w*|sent|employ\w*"
        r"|deploy\w*|issues?|assigns?|writes?|creates?|saves?|rel(?:y|ies) on|collect\w*|gather\w*|through"
        r"|via|help of|means of)\b>{gap}" + _COOKIES,
        _COOKIES + r"{gap}\b<(?:used|set|placed|stored|sent|employed|saved|allows?|enables?|helps?|that we"
        r"|we use|may be|will|are (?:necessary|essential|deleted|removed|automatically))\b>",
        r"\b(?:information|data|identifiers)\b <(?:from|such as|in)\b> (?:our |the |browser |any )?cookies\b",
        r"\b(?:our|these|session|persistent|essential|necessary|functional|analytics|performance|advertising"
        r"|first[- ]party|following) <cookies>\b",
    ),
    denies=(
        r"\b(?:we|site|website|app|apps|it|which|that|pages?|[a-z]+\.\w+|i)\b (?:(?:do|does|will|did|also"
        r"|currently) )*(?:not|never)(?: \w+)? (?:use|set|place|store|employ|utili[sz]e|collect|send)(?: any"
        r"| our| browser| web| http)* cookies" + _END,
        r"\bno cookies (?:are|is|will|or|on|at|and|whatsoever)\b|\bcookie-free\b|\b(?:uses?|sets?|have"
        r"|contains) no cookies\b",
    ),
    unless=(
        r"\b(?:not|never|no) (?:\w+ ){0,3}" + _NARROW + r" cookies\b",
        r"\bnot (?:use|utili[sz]e|employ|set|place) (?:\w+ ){0,6}to (?:collect|track|identify|gather|store)\b",
        r"\bbrowsers?\b{far}\bno cookies\b|\bmay or may not\b|\bprefer\b{gap}\bnot use\b",
        r"\bif (?:you|the user) (?:\w+ )?(?:do|does) not (?:want|wish|accept|agree)\b",
        r"\b(?:indicate|notify you|alert you|tell you|warn you|notified|prompt you)\b{near}(?:when|before|if|each time"
        r"|every time)\b{gap}" + _COOKIES,
        r"\bcookies\b{near}\b(?:visit|see|check)\b{near}\b(?:allaboutcookies|aboutcookies|wikipedia)",
    ),
    does=(
        "We use cookies to remember your preferences.",
        "Cookies help us to count visits.",
        "Our cookies last a year.",
        "Information from cookies is kept for a year.",
    ),
    does_not=(
        "We do not use cookies.",
        "No cookies are placed by this site.",
    ),
    misses=(
        "We never use tracking cookies.",
        "We do not use cookies to collect personal information.",
        "You can set your browser so that no cookies are stored.",
        "If you do not want us to use cookies, write to us.",
        "Browsers can alert you before a cookie is set.",
        "To learn how sites use cookies, visit www.allaboutcookies.org.",
    ),
)

_BEACONS = (
    r"\b(?:web ?-?beacons?|web bugs?|(?:tracking |advertising |conversion |remarketing )?pixels?|pixel tags?"
    r"|clear gifs?|transparent gifs?|action tags|invisible (?:gif|image)s?"
    r"|(?:device |browser )?fingerprinting|tracer tags?|spotlight tags?|tracking (?:tags|beacons)|gif tags"
    r"|beacons)\b"
)

USES_HIDDEN_TRACKERS = PracticeRule(
    practice="uses-hidden-trackers",
    why="Such means of tracking can not be seen, and settings for cookies may not stop them.",
    affirms=(
        r"\b<(?:us(?:es?|ed|ing|age)|utili[sz]\w+|employ\w*|deploy\w*|contain\w*|includ\w+|plac\w+|embed\w*"
        r"|implement\w*|via|through|with|help of|means of|such as|cookies|as|e\.g)\b>{gap}" + _BEACONS,
        _BEACONS + r"{gap}\b<(?:used|are|is|may|can|will|helps?|allows?|enables?|collects?|to|that)\b>",
    ),
    denies=(
        r"\b(?:not|never)(?: \w+)? (?:use|set|place|employ|utili[sz]e|contain|include)"
        r"(?: any)?(?: \w+)?(?: cookies,?(?: or| and|,)?| or)?(?: \w+)? " + _BEACONS,
    ),
    unless=(
        r"\b(?:retina|iris|voiceprints?|biometrics?|dna|faceprints?|facial|screen size"
        r"|pixel (?:size|ratio|density)|bluetooth|resolution)\b",
        r"\b(?:not|no) (?:\w+ ){0,4}(?:tie|tied|link|linked|personally|contain (?:any )?personal)\b",
        r"\bnot (?:use|utili[sz]e|employ|set|place) (?:[\w,]+ ){0,7}to (?:collect|track|identify|gather|store)\b",
    ),
    does=(
        "We use web beacons in our emails.",
        "Pixel tags may tell us whether a message was opened.",
    ),
    does_not=("We do not use web beacons.",),
    misses=(
        "Our app uses fingerprinting of the iris as biometric login.",
        "We use pixels but do not tie them to your name.",
        "We do not use web beacons to collect data.",
    ),
)

_REFUSES = (
    r"\b(?:disabl\w+|reject\w*|refus\w+|block\w*|turn(?:ing)? (?:them )?off|declin\w+|delet\w+|not"
    r" (?:to )?(?:accept|enabled?|allow|provide|consent|agree|share|give|supply)|without|remov\w+|deactivat\w+"
    r"|opt out|restrict\w*|prevent\w*|switch(?:ed)? off|disallow\w*)\b"
)

_SUFFERS = (
    r"\b<(?:(?:may|might|will|can|could|would|be|are|is)\W+(?:\w+ ){0,3}(?:not|unable|limited?|affected"
    r"|unavailable|inaccessible|lose|restrict\w*|impair\w*|prevent|interfere|reduce\w*|affect|limit|disrupt"
    r"|inhibit|hinder|degrade|diminish|impact|inconvenient|denied|disabled|lost)"
    r"|unable to|can not|not (?:be )?(?:work|function|able|possible|available|properly)"
    r"|not \w+ (?:work|function|be able)|loses?|hinders?|limits?)\b>"
)

REQUIRES_COOKIES = PracticeRule(
    practice="requires-cookies",
    why="A choice that breaks the site is hardly a choice.",
    affirms=(
        r"\b(?:cookies?|them)\b{gap}" + _REFUSES + ".*" + _SUFFERS,
        _REFUSES + r"{gap}" + _COOKIES + ".*" + _SUFFERS,
        r"\b(?:your?|users?|visitors?|customers?)\b{gap}\b(?:not (?:to )?(?:allow us|provide|supply|give|share"
        r"|disclose|submit)"
        r"|(?:declin\w+|refus\w+|refusal|fail\w*) to (?:provide|share|supply|submit|give)|withhold\w*)\b.*" + _SUFFERS,
        r"\bwithout (?:this|that|such|your|personal|the|these) (?:\w+ )?(?:information|data)\b.*" + _SUFFERS,
        _SUFFERS + r".*\bunless you (?:\w+ ){0,2}(?:provide|give|supply|submit|accept|enable)\b",
        r"\bwithdraw\w*{near}consent\b.*\b<(?:may|might|will|would)\b> (?:\w+ )?(?:not be able|be unable"
        r"|no longer be able)"
        r" to (?:\w+ )?(?:provide|offer|use|access|deliver|supply)\b",
        _REFUSES
        + r"{gap}"
        + _COOKIES
        + r".*\b(?:this|that|which|it|so) <(?:may|might|can|could|will)\b> (?:\w+ )?(?:affect"
        r"|limit|impair|prevent|restrict|reduce|impact|hinder)",
        r"\b<requires?\b> (?:the use of |that |your browser (?:to accept|accepts?) |browser |session |you to (?:accept"
        r"|enable|allow) |you (?:accept|enable) )*cookies\b",
        _SUFFERS + r".*\b(?:if|when|without)\b.*" + _REFUSES + r"{gap}\b(?:cookies?|personal (?:information"
        r"|data)|(?:this|the|that|such|certain|requested) (?:information|data))\b",
        r"\bcookies\b{gap}\b<(?:must|required|necessary|need(?:ed)? to)\b>{gap}\b(?:be enabled|to (?:use"
        r"|access|log|order|complete|enter|view|function|accept))",
        r"\b<(?:(?:doing|if you do) (?:this|so)|this (?:may|might|will|could|can))\b>{near}\b(?:limit|affect"
        r"|prevent|hinder|disable|impair|restrict)\w*\b{gap}"
        r"\b(?:website|site|service|services|experience|features|functionality|functions)\b",
    ),
    denies=(
        r"\b(?:still|continue to) (?:be able to )?(?:use|access|browse|visit|view|navigate|enjoy)\b.*\b(?:if"
        r"|even|without|when)\b.*\bcookies?\b",
        r"\b(?:if|even|without|when|reject\w*|refus\w+|disabl\w+)\b.*\bcookies?\b.*\b(?:still|continue to)"
        r" (?:be able to )?(?:use|access|browse|visit|view|navigate|enjoy)\b[^,;]*(?:[.;]|$)",
        r"\bcookies\b{near}\b(?:not|never) (?:be )?(?:required|necessary|needed)\b{gap}\b(?:use|access|browse"
        r"|read|visit"
        r"|view|site|website|services?)\b",
    ),
    unless=(
        r"\b(?:you may opt out of (?:receiving|marketing)|emails?|marketing communications|newsletters?"
        r"|delete (?:your|this) (?:account|data|information)|cookies? can not|security|verify your identity"
        r"|links?|aggregate|removal|prevent(?:s|ing)? (?:your|the) browser|can not be (?:switched|turned) off)\b",
        r"\b(?:children|child|under (?:the age of )?1[3-8])\b",
    ),
    does=(
        "If cookies are disabled, some parts of the site may not work.",
        "You can block cookies, but that may prevent you from using our site.",
        "If you withdraw your consent, we may be unable to offer the service.",
        "We may not be able to help unless you provide your data.",
        "This shop requires cookies to function.",
        "If you reject cookies, you may not be able to log in.",
        "If you do not provide this information, we may not be able to serve you.",
        "Without this information we cannot answer.",
        "Some pages may not work if you refuse cookies.",
        "Cookies must be enabled to log in.",
        "However, doing so may limit the features of the website.",
    ),
    does_not=(
        "You can still use our site if you disable cookies.",
        "If you reject cookies, you may still use our site.",
        "Cookies are not required to use the site.",
    ),
    misses=(
        "If you do not provide an email address, you may not receive newsletters.",
        "If you do not provide the address of the child, you may not be able to join.",
    ),
)

CAN_CONTROL_COOKIES = PracticeRule(
    practice="can-control-cookies",
    why="A reader who knows the way can keep a site from recognising the browser.",
    affirms=(
        r"\b(?:can|may|could|able to|option|choose|choice|wish to|want to|possible to|prefer|allows? you to|let you)\b"
        r"{gap}\b<(?:refuse|reject|block|disable|decline|delete|remove|clear|turn off|manage|control"
        r"|opt out of|adjust|change|modify|prevent|restrict|erase|deactivate|configure|withdraw|switch off"
        r"|instruct|not to accept|avoid)\b>{far}" + _COOKIES,
        r"\b<(?:browsers?|device|software)\b>{far}\b(?:refuse|reject|block|disable|decline|delete|remove"
        r"|clear|turn off|manage|control|not (?:to )?accept|warn|notify|alert|prompt|restrict|prevent|erase"
        r"|erasing|rejecting|blocking|refusing|disabling|deleting)\b{gap}(?:" + _COOKIES + r"|\bthem\b"
        r"|\ba cookie\b)",
        r"\b<(?:refus\w+|reject\w*|block\w*|disabl\w+|declin\w+|delet\w+|remov\w+|turn\w* off|manag\w+"
        r"|control\w*|prevent\w*|clear\w*|opt out of)\b>{near}" + _COOKIES + r"{far}\b(?:browser|settings?"
        r"|preferences?|options?|device|tool)\b",
        _COOKIES + r"{far}\b<(?:can|may) be\b> (?:\w+ ){0,2}(?:refused|rejected|blocked|disabled|deleted"
        r"|removed|turned off|managed|controlled|deactivated|switched off|prevented)\b",
        r"\bcookie <(?:settings|preferences?|consent (?:tool|manager|banner)|control|preference center"
        r"|management)\b>",
        r"\b<(?:reject|rejects|refuse|refuses|disable|disables|decline|block|delete)\b> (?:\w+ ){0,3}cookies?\b",
        _COOKIES + r"{far}\b<how to\b> (?:\w+ )?(?:manage|disable|delete|control|block|refuse|reject|opt out)\b",
        r"\b<(?:manage|withdraw|change|modify|revoke)\b>{near}(?:consent|preferences|choices)\b{gap}" + _COOKIES,
        r"\b<(?:limit|limiting|accept or|not accept|not accepting)\b>{near}" + _COOKIES,
    ),
    denies=(
        r"\b(?:you|users?) (?:can ?not|may not|are not able to|are unable to) (?:\w+ )?(?:refuse|reject"
        r"|disable|block|opt out of|turn off|switch off|decline) (?:\w+ ){0,4}cookies\b",
    ),
    unless=(
        r"\b(?:we|they) (?:may |will |can )?(?:block|delete|remove|reject|change|update|amend|modify)\b",
        r"\buntil (?:you|they|it)\b",
    ),
    does=(
        "You can refuse cookies at any time.",
        "Most browsers let you reject cookies.",
        "To disable cookies, use the settings of your browser.",
        "Cookies can be deleted.",
        "Open the cookie settings at the foot of the page.",
        "Visitors who reject cookies are welcome.",
        "Our cookie notice says how to manage them.",
        "You may withdraw your consent to cookies.",
        "There are ways to limit the cookies.",
    ),
    does_not=("You cannot refuse these cookies.",),
    misses=(
        "We may block or delete cookies on your browser.",
        "Such cookies stay until you delete the cookies in your browser.",
    ),
)

RULES: tuple[PracticeRule, ...] = (
    USES_COOKIES,
    USES_HIDDEN_TRACKERS,
    REQUIRES_COOKIES,
    CAN_CONTROL_COOKIES,
)
