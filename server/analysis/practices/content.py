"""Sensitive data, messages, and what others tell about the reader: rules and their examples."""

from server.analysis.practices.wordings import (
    ABOUT_COLLECTION,
    IS_TAKEN,
    IT_TAKES,
    LIST_ITEM,
    OF_A_CHILD,
    SUCH_AS,
    THIS_INCLUDES,
    WE_DO_NOT_TAKE,
    WE_TAKE,
    YOU_GIVE,
)
from server.analysis.rules import PracticeRule

_SENSITIVE_KIND = (
    r"\b(?:sensitive (?:personal |personally identifiable )?(?:information|data)|special categor(?:y|ies))\b"
)
_SENSITIVE_ITEM = (
    r"\b(?:(?:health|medical)(?:-| )?(?:related )?(?:information|data|conditions?|history|records?|status|details)"
    r"|biometrics?(?: \w+)?|facial (?:recognition|features|geometry)|face (?:data|geometry|recognition|scans?)"
    r"|fingerprints|voiceprints?|social security|ssn|passports?|driv(?:er'?s?'?|ing) licen[cs]e"
    r"|national (?:id|identity|identification|insurance)"
    r"|government(?:al)?(?:-| )?(?:issued )?(?:id|ids|identif\w+|photo|identity)|identity (?:cards?|documents?)"
    r"|id documents?|tax (?:id|identification|payer)"
    r"|rac(?:e|ial)(?:,| or| and|/) ?(?:or )?(?:ethnic\w*|color|national|religio\w*|gender)"
    r"|racial (?:origin|background)|ethnic\w*|religion|religious (?:beliefs?|views|affiliation|or|and)"
    r"|sexual (?:orientation|preferences?|identity)|sexuality|sex life"
    r"|political (?:opinions?|affiliations?|views|beliefs)|criminal (?:records?|history|convictions?|background)"
    r"|trade union|genetic (?:data|information|test\w*)|your dna|disability status)\b"
)
_SENSITIVE = "(?:" + _SENSITIVE_KIND + "|" + _SENSITIVE_ITEM + ")"

COLLECTS_SENSITIVE_DATA = PracticeRule(
    practice="collects-sensitive-data",
    why="Such data can cost you a job, an insurance or your safety if it gets out, and you can not change it.",
    says=(
        r"\b(?:{we}|also|which|us to)\W+(?:(?:may|might|can|will|also|only|sometimes|either|need to|collect,"
        r"|collect and|collect or)\W+)*<(?:collect|gather|obtain|receive|record|capture|store|request|ask|require"
        r"|process|retain|hold|use)(?:s|ed|ing)?\b>{list}" + _SENSITIVE,
        IT_TAKES + _SENSITIVE,
        IS_TAKEN + _SENSITIVE,
        YOU_GIVE + _SENSITIVE_ITEM,
        WE_DO_NOT_TAKE + r"\W+(?:[\w'/.@&-]+\W+){0,14}?" + _SENSITIVE,
        _SENSITIVE + r"{gap}(?:is|are|be|being) (?:not |\w+ly )?"
        r"<(?:collected|used|stored|processed|obtained|requested|required)\b>",
        r"<\b(?:data|information) (?:about|on|regarding|concerning|relating to) your>{near}"
        r"(?:health|medical|race|religio\w+|ethnic\w*|sexual\w*)\b",
    ),
    affirms=(SUCH_AS + _SENSITIVE_ITEM,),
    consents=(_SENSITIVE + r"{gap}(?:obtained|given|explicit|express|prior|your){near}consent\b",),
    in_context=((ABOUT_COLLECTION, LIST_ITEM + _SENSITIVE), (ABOUT_COLLECTION, THIS_INCLUDES + _SENSITIVE)),
    unless=(
        OF_A_CHILD,
        r"\b(?:encrypt\w*|ssl|secure socket|business tax|opt in|opt out|disabilities|pets?"
        r"|infer\w*|non-?sensitive|personally sensitive|the term|refers to|is defined|means)\b",
        r"\bsensitive (?:\w+ ){0,3}(?:information|data)\W+(?:[\w'.]+\W+){0,6}?(?:credit|debit) cards?\b",
        r"\bnot (?:include|send|submit|enter|post|be stored)\b",
        r"\blimit\w*\b{near}(?:use|disclosure|processing)\b",
        r"\b(?:your|such|privacy|any|these|consumer|access|verifiable|the) requests?\b",
        r"\b(?:please|asks? (?:that )?you|requests? that you|advise|recommend|encourage|discourage)\b{near}"
        r"(?:not|avoid|refrain)\b",
    ),
    does=(
        "We collect your social security number for tax forms.",
        "The clinic stores medical records.",
        "Data collected includes sensitive personal information.",
        "You may provide your sexual orientation in the profile.",
        "Biometric templates are stored on the server.",
        "The form holds information about your health.",
        "What we collect | Driver's license number",
        "Data we collect | This may include your religion.",
        "Plumtree has details such as your religion.",
    ),
    does_not=("We do not knowingly collect any sensitive data.",),
    with_consent=("We ask for passport scans only where you have given your explicit consent.",),
    misses=(
        "We collect medical information about a child from the school.",
        "We collect sensitive information, which is encrypted.",
        "You can limit the use of sensitive data that is collected.",
        "To verify your request, we require a passport.",
        "Please do not make us process sensitive data, and avoid sending it to us.",
        "We hold sensitive data, such as credit cards.",
        "Do not submit a passport that is not required.",
    ),
)

_CONTENT = (
    r"\b(?:(?:content|text|files?|photos?|photographs|pictures|images|videos?|messages?|posts?|comments?|reviews?"
    r"|materials?|documents?|media|prompts?|inputs?)(?: \w+){0,3}? (?:that )?(?:you|users?|members)"
    r" (?:may |choose to |can |have )?(?:creat|upload|post|submit|send|shar|provid|writ|stor|exchang|generat|add|input"
    r"|publish|import)\w*"
    r"|user(?:-| )generated content|(?:user|your|customer|input|uploaded) (?:content|files|submissions|prompts|uploads)"
    r"|chat (?:logs?|histor(?:y|ies)|messages?|transcripts?|data|content|sessions?|conversations)|comments? forms?"
    r"|(?:voice|audio|call|video) (?:recordings?|data|input|clips|commands)|recordings|correspondence"
    r"|communications? (?:with us|you send|between you|from you|via (?:the|our))"
    r"|(?:content|information|data|details)(?: \w+){0,2}? (?:contained )?(?:in|of|from|within)"
    r" (?:your|the|such|these|those) (?:\w+ )?(?:messages?|emails?|correspondence|enquir\w+|inquir\w+|form|letters?)"
    r"|direct messages|inputs and outputs|survey responses"
    r"|(?:your )?(?:responses|answers) to (?:\w+ ){0,2}(?:surveys?|questionnaires?)"
    r"|cover letters?|customer (?:service|support) (?:records|interactions)"
    r"|(?:contents?|copy|copies|records?) of (?:your |the |any |that |those |such |our |all |these )*"
    r"(?:messages?|emails?|communications?|correspondence|conversations?|calls?|chats?|inquir\w+|enquir\w+|letters?)"
    r"|address books?|contacts? lists?|phone ?books?|contacts (?:from|in|on|stored)"
    r"|profile (?:photo|picture|image)s?|your photo(?:graph)?s?|(?:your |phone |device |mobile )contacts"
    r"|private messages|resumes?|transcripts?)\b"
)

COLLECTS_USER_CONTENT = PracticeRule(
    practice="collects-user-content",
    why="Words, pictures and calls that are kept can be read, leaked or handed over later.",
    says=(
        r"\b<(?:record|monitor)(?:s|ed|ing)?\b>{near}(?:calls|conversations|chats)\b",
        r"\b<(?:collect|keep|store|retain|record|save|archive|maintain|hold|scan)(?:s|ing)?\b>{near}"
        r"(?:your|the|any|all|these|those|such|their|users'?|customers?'?) (?:\w+ )?"
        r"(?:messages?|emails|conversations?|posts|photos|comments?|feedback|reviews|survey responses|calls|questions"
        r"|queries|inquiries|enquiries|files|videos|images)\b",
        r"\b(?:calls|chats|comments?|messages?|emails?|posts|correspondence|communications|uploads|photos|images"
        r"|(?:your|uploaded|users?'?) files|conversations|enquiries|inquiries|contributions|recordings)\b{gap}"
        r"(?:is|are|be) (?:not |never )?(?:\w+ly )?<(?:stored|retained|saved|kept|archived|recorded|logged|collected"
        r"|monitored)\b>",
    ),
    affirms=(
        WE_TAKE + _CONTENT,
        IT_TAKES + _CONTENT,
        SUCH_AS + _CONTENT,
        r"\b(?:when|if|where|once) (?:you|users?|visitors?) (?:\w+ )?"
        r"(?:contact|email|write|call|message|send|submit|chat|leave|comment|communicate|correspond|upload|post)s?"
        r"\b{far}{we} (?:(?:may|will|can|also|might) )*(?:keep|store|retain|record|save|archive|maintain)\b",
        r"\b(?:details|data|information|inputs?|messages?) (?:\w+ ){0,4}"
        r"(?:in|via|through|from|using) (?:the|our|a|this) (?:contact|comments?|enquiry|inquiry|feedback|support)"
        r"(?: request)? ?forms?\b{gap}(?:is|are|be) (?:\w+ ){0,2}(?:stored|saved|collected|processed|retained)\b",
    ),
    denies=(WE_DO_NOT_TAKE + "{gap}" + _CONTENT,),
    in_context=((ABOUT_COLLECTION, LIST_ITEM + _CONTENT), (ABOUT_COLLECTION, THIS_INCLUDES + _CONTENT)),
    unless=(OF_A_CHILD, r"\b(?:without your|permanently|unless you|not be obliged|no obligation)\b"),
    does=(
        "If you write to us, we may keep a record of that correspondence.",
        "Plumtree stores the photos that you upload.",
        "We hold data, such as chat logs.",
        "To train staff we record some calls.",
        "The helpdesk has to keep your messages.",
        "Telephone calls may be recorded.",
        "What we collect | Your contacts",
        "Data we collect | This may include chat logs.",
        "When you write to us, we may keep the letter.",
        "The data in our contact form is stored.",
    ),
    does_not=(
        "We do not store your chat messages.",
        "We do not record calls.",
    ),
    misses=(
        "We keep messages of a child no longer than a day, and store those messages apart.",
        "We will not access your address book without your permission.",
        "We shall not be obliged to keep your files.",
    ),
    gaps=("Photos | Entered by the user",),
)

_SOURCE = (
    r"(?:{third-party}|{affiliate}|other (?:\w+ )?(?:sources|users|individuals|services|websites|sites|platforms|people"
    r"|members)"
    r"|(?:public(?:ly)?|outside|external|independent|commercial)(?:\W+\w+){0,3} (?:sources?|databases?|records"
    r"|information)"
    r"|data (?:brokers?|suppliers?|providers?|vendors?|aggregators?)|social (?:media|network\w*)(?: \w+)?"
    r"|public(?:ly)? (?:available |accessible )?(?:sources?|websites?|registers?|registr(?:y|ies)|profiles?)"
    r"|the internet"
    r"|(?:federal|state|local|government\w*|public|regulatory) (?:\w+ ){0,2}(?:agenc(?:y|ies)|authorities)"
    r"|(?:payment|information|identity|verification|analytics|marketing|advertising) (?:\w+ )?"
    r"(?:processors?|providers?|compan(?:y|ies)|agencies|partners|networks|services)|app stores|fraud prevention"
    r"|(?:your|the|an|a) (?:employer|school|university)|financial institutions|merchants"
    r"|credit (?:bureaus?|reporting|reference)\w*|facebook|twitter|linkedin|instagram|vendors|service providers"
    r"|(?:consumer|market) research\w*|third party \w+)"
)
_FROM = (
    r"from (?:(?:you|your|a|an|our|the|these|those|such|certain|other|various|selected|trusted|some|any|one or more"
    r"|third party|a variety of|business|marketing|and|or|also|from|both|time to time|directly)\W+)*"
)
_INFORMATION = r"(?:information|data|details|pii)"

RECEIVES_DATA_FROM_OTHERS = PracticeRule(
    practice="receives-data-from-others",
    why="The site learns things about you that you never told it.",
    says=(
        r"\b(?:{we}|also|sometimes|it|may|might|will)\W+(?:(?:may|might|can|could|will|also|likewise|sometimes"
        r"|collect and|and|or|have)\W+)*<(?:receive|obtain|collect|get|acquire|gather|purchase|buy|source)[sd]?\b>"
        r"(?:\W+[\w'/-]+){0,20}?\W+" + _FROM + _SOURCE,
    ),
    affirms=(
        r"\b(?:{we}|also) (?:may |also |will )*<(?:receive|obtain|collect|get)\b>(?:\W+[\w'/-]+){0,12}?\W+"
        r"(?:through|via) (?:\w+ ){0,3}(?:third party|social|public\w*|partners|data (?:brokers|providers))\b",
        r"\b" + _INFORMATION + r"(?: (?:that |which )?we)?(?: may| have| also)*{near}"
        r"(?:receive|obtain|collect|acquire|get|receiv|purchas|gather|provid|suppli)(?:d|ed)?\W+(?:to us )?"
        + _FROM
        + _SOURCE,
        r"\b(?:third part(?:y|ies)|partners|others|other users|affiliates|advertisers|companies|social networks?"
        r"|providers?)\b{near}(?:may |might |will |can |also |that |who )*"
        r"<(?:provide|give|send|share|supply|transfer|pass|disclose)s?\b>\W+"
        r"(?:us (?:with )?(?:\w+ ){0,4}" + _INFORMATION + r"|(?:\w+ ){0,4}" + _INFORMATION + r"{gap}(?:with|to) us)\b",
        r"\b(?:log|sign|logging|signing|register|login|registering|logged|signed"
        r"|(?:connect|link)(?:ing)? (?:\w+ ){0,3}accounts?)(?: \w+){0,4} (?:using|with|through|via|from) (?:\w+ ){0,3}"
        r"(?:facebook|google|twitter|apple|linkedin|social (?:media|network\w*)"
        r"|third party (?:account|service|platform)s?)\b",
        r"\b(?:third part(?:y|ies)|partners|affiliates|advertisers|(?:other|these) (?:\w+ )?(?:companies|parties|users"
        r"|sources|services)|social networks?)\b{near}<(?:provide|give|send|share)s?\b> us\b",
        r"\baccess (?:to )?some data,? stored by these third party services\b"
        r"|\b(?:registration and authentication service|social (?:network\w* )?logins?"
        r"|(?:via|through|by|using) facebook (?:login|connect|authentication))\b",
        r"\b(?:combin\w+|supplement\w*|merg\w+|enrich\w*|using|use|with|verify\w*)\W+(?:[\w'/-]+\W+){0,6}?"
        + _INFORMATION
        + r"{near}"
        + _FROM
        + r"(?:third part(?:y|ies)|(?:other|outside|external|public\w*) (?:\w+ )?(?:sources|databases|records)|partners"
        r"|social (?:media|networks?)|data (?:brokers|providers)|credit)\b",
        r"\b(?:personal )?(?:information|data) (?:about you |that |which |is )+(?:publicly available|in the public"
        r" domain|available (?:on|from) the internet)\b",
        r"\b" + _INFORMATION + r"\b{near}from (?:other|outside|public\w*|third party) (?:\w+ )?(?:sources|databases)\b",
    ),
    denies=(
        r"\b{we}\W+(?:do|will|does) not (?:\w+ly )?(?:receive|obtain|collect|get|acquire|gather|purchase|buy)\b{gap}"
        r"from (?:\w+ ){0,2}(?:third parties|data brokers|other (?:sources|companies)|facebook"
        r"|social (?:media|networks?))\b",
    ),
    in_context=(
        (
            r"\bsources? (?:of|from which|that we|we|for|may|include)\b|\b(?:collect|obtain|receive"
            r"|get) (?:\w+ ){0,4}from\b",
            r"(?:^|\|)\W*(?:from )?(?:our |certain |other |unaffiliated )*(?:third parties|"
            r"{affiliate}|public(?:ly)? (?:\w+ )?(?:sources|databases|records)"
            r"|data (?:brokers|providers|suppliers)|social (?:media|networks?)|(?:business |marketing "
            r"|advertising )*partners)(?:\W*$|[,;:]| such as| like| who| that)",
        ),
        (
            _INFORMATION + r"{near}from (?:other|third|social|public|partners|affiliates)",
            r"^(?:from time to time,? |in some cases,? |sometimes,? |for example,? )?we (?:may )?(?:also )?"
            r"(?:receive|obtain|collect|get)\b",
        ),
    ),
    unless=(OF_A_CHILD, r"\bnot (?:be )?(?:combined?|merged?|apply|applicable|link|matched)\b"),
    does=(
        "We may also receive details about you from data brokers.",
        "We collect some facts through social plug-ins.",
        "Data obtained from our partners fills the gaps.",
        "Other companies may send us information about your purchases.",
        "You can sign in with your Facebook account.",
        "We add information from public databases.",
        "Information from other sources | We may receive your job title.",
        "Our partners provide us with reports on visits.",
        "The app can access some data stored by these third-party services.",
        "We combine it with data from public records.",
        "We read data that is publicly available.",
        "Sources of information | Data brokers.",
    ),
    does_not=("We do not buy data from data brokers.",),
    misses=(
        "We receive details about a child from third parties that run the school.",
        "This policy does not apply to information from other sources.",
    ),
    gaps=("IP address | Browser, geolocation providers",),
)

RULES: tuple[PracticeRule, ...] = (
    COLLECTS_SENSITIVE_DATA,
    COLLECTS_USER_CONTENT,
    RECEIVES_DATA_FROM_OTHERS,
)
