"""How data is protected: rules and their examples."""

from server.analysis.rules import PracticeRule

PROTECTS_DATA = PracticeRule(
    practice="protects-data",
    why="Measures against loss and misuse lower the risk that your data leaks.",
    says=(
        r"\bwe (?:do |will )?(?:not )?(?:\w+ )?<(?:use|take|employ|maintain|have|implement|provide)>"
        r" (?:\w+ ){0,4}?security (?:measures|safeguards|precautions|procedures|systems|features)\b",
    ),
    affirms=(
        r"\b<(?:implement|use|maintain|employ|take|have|adopt|put|appl|provid|utili[sz]|follow|establish|deploy"
        r"|exercis|undertak|has|make)\w*>\b.{0,100}\b(?:measures|safeguards|precautions?|procedures|steps"
        r"|controls|mechanisms|protections|practices|efforts|care|standards|technolog(?:y|ies)|means|systems"
        r"|effort)\b.{0,80}\b(?:protect|secur|safeguard|prevent|safe|against|unauthori[sz]ed|loss|misuse"
        r"|confidential)\w*",
        r"\b<(?:implement|use|maintain|employ|take|have|adopt|put|utili[sz]|deploy|has)\w*>\b.{0,60}"
        r"\b(?:security|secure|protective|technical|organi[sz]ational|physical) (?:and \w+ )?(?:measures"
        r"|safeguards|precautions|procedures|controls|mechanisms|technolog(?:y|ies)|systems|servers?)\b",
        r"\bwe (?:\w+ ){0,6}?<(?:protect|safeguard|secure)> (?:\w+ ){0,3}?(?:information|data)\b",
        r"\b(?:information|data)\b.{0,60}\b(?:is|are) (?:\w+ )?(?:protected|secured|safeguarded|stored|kept"
        r"|held)\b.{0,60}\b(?:secure|securely|password|firewalls?|encrypt\w*)\b",
        r"\bfirewalls?\b",
        r"\b(?:keep|keeping|kept|store|stored|storing|hold) (?:your|the|all|this|their|any)"
        r" (?:\w+ ){0,2}?(?:information|data) (?:\w+ )?(?:safe|secure|securely|safely)\b",
        r"\b(?:is|are) (?:\w+ )?protected (?:against|from)\b",
        r"\bsecures? (?:your|the|all) (?:\w+ ){0,3}?(?:information|data)\b.{0,40}\b(?:from|against|on)\b",
        r"\b(?:password[ -]protected|secure servers?|secure facilities|intrusion detection|secured"
        r" (?:networks?|servers?))\b",
        r"\baccess to\b.{0,80}\b(?:is|are) (?:\w+ )?(?:restricted|limited) (?:to|only)\b",
        r"\bwe (?:\w+ )?(?:restrict|limit) access to\b",
        r"\bonly\b.{0,40}\b(?:employees|staff|personnel)\b.{0,60}\b(?:have|are granted|are given|has) access\b",
        r"\b(?:security measures|security procedures|safeguards|precautions)\b.{0,40}\b(?:are|is|have been)"
        r" (?:\w+ )?(?:in place|implemented|taken|used|designed|employed)\b",
        r"\bcommitted to (?:\w+ ){0,3}?(?:protecting|ensuring|securing|safeguarding|keeping)\b.{0,60}"
        r"\b(?:secure|security|safe)\b",
        r"\bssl\b|\bencrypt(?:ed|ion)\b|\bsecure socket",
        r"\btrain\w* (?:\w+ ){0,3}?(?:employees|staff|personnel)\b.{0,80}\b(?:confidential|secur|priva|protect)\w*",
        r"\b(?:bound by|subject to|under) (?:\w+ ){0,3}?confidentiality\b",
        r"\bwe (?:\w+ ){0,6}?<protect>\b.{0,60}\b(?:from|against) (?:\w+ ){0,3}?(?:unauthori[sz]ed|loss|misuse"
        r"|theft)\b",
    ),
    unless=(
        r"\b(?:you|users?) (?:should|must|can|are responsible|agree|are advised)\b.{0,60}"
        r"\b(?:protect|secur|password|safe)\w*",
        r"\b(?:non-?|un-?|not )(?:encrypted|secure)\b",
        r"\b(?:other countries|other jurisdictions)\b",
    ),
    does=(
        "We use security measures to protect your data.",
        "We take reasonable steps to prevent misuse.",
        "The company has physical safeguards.",
        "We work hard to protect your data.",
        "Your data is stored securely on our computers.",
        "We run firewalls.",
        "We endeavour to keep your data safe.",
        "Lists of subscribers are protected against theft.",
        "This site secures your personal information from misuse.",
        "Your account is password protected.",
        "Access to your data is restricted to those who need it.",
        "We limit access to your records.",
        "Only trained staff have access.",
        "Precautions are taken against loss.",
        "We are committed to ensuring that your information is secure.",
        "Orders are sent over SSL.",
        "We train our employees to keep secrets confidential.",
        "Our people are bound by confidentiality agreements.",
        "We work hard to protect our readers from unauthorized access to their records.",
    ),
    does_not=("We do not use any security measures.",),
    misses=(
        "You should take steps to protect your password.",
        "Mail is not encrypted, nor is it protected by SSL.",
        "Other countries may not have safeguards in place to protect data, as we put it.",
    ),
)

ENCRYPTS_DATA = PracticeRule(
    practice="encrypts-data",
    why="Encrypted data is of little use to those who intercept or steal it.",
    affirms=(
        r"\b<(?:encrypt|encrypts|encrypted|encrypting|encryption)>\b",
        r"\b<(?:ssl|tls|secure sockets? layers?|transport layer security)>\b",
        r"\b(?:via|over|using|through|use|uses|secure) (?:an |the )?https(?:[^:\w]|$)",
    ),
    denies=(
        r"\b(?:not|nor|never) (?:be |been |yet |currently |always |provide |use |using |protected by "
        r"|sent in )*encrypt(?:ed|ion)?\b",
        r"\b(?:emails?|messages|communications|information|data)\b.{0,60}\b(?:is|are|be|remains?|transmitted"
        r"|transferred|stored) (?:\w+ ){0,3}?(?:unencrypted|non-encrypted)\b",
    ),
    unless=(
        r"\b(?:not|never|no)\b.{0,40}\b(?:unencrypted|non-?encrypted)\b",
        r"\b(?:redacted|nonredacted|nonencrypted)\b",
        r"\bbreach of\b.{0,60}\bunencrypted\b",
        r"\bcookies?\b",
        r"\bencrypted (?:or hashed|email address)",
    ),
    does=(
        "We encrypt your files.",
        "Card numbers are sent with SSL.",
        "The site is served over https.",
        "We may use encryption.",
        "Our measures include, but are not limited to, encryption.",
    ),
    does_not=(
        "Email is not encrypted.",
        "Messages are stored in unencrypted form.",
    ),
    misses=(
        "We never hold messages in unencrypted form, only encrypted.",
        "The law speaks of data that was not encrypted or redacted.",
        "In a breach of the security of your data, which is unencrypted, we tell you.",
        "Session cookies are encrypted.",
        "We get encrypted or hashed addresses.",
    ),
)

DISCLAIMS_SECURITY = PracticeRule(
    practice="disclaims-security",
    why="The site tells you that your data may leak all the same.",
    affirms=(
        r"\b(?:can|could|do|does|will) not\b.{0,60}\b(?:guarantee|ensure|warrant|assure|promise|insure)\w*\b"
        r".{0,100}\b(?:secur|safe|protect|confidential|unauthori[sz]ed|intercept|private|breach|hack|disclos)\w*",
        r"\b(?:no|not|never|neither|none)\b.{0,120}\b(?:100 ?%|100 percent|completely|totally|perfectly|fully"
        r"|entirely|absolutely|entirely|always|wholly|guaranteed to be|risk[ -]free) ?(?:\w+ )?(?:secur|safe"
        r"|protect|confidential)\w*",
        r"\b(?:security|transmissions?|system|method|measures|safeguards|internet|network)\b.{0,80}"
        r"\b(?:impenetrable|infallible|foolproof|fail-?safe|error[ -]free|perfect security|100 ?%)",
        r"\b(?:security|safety|transmissions?|confidentiality)\b.{0,60}\b(?:can|could) not be"
        r" (?:\w+ )?(?:guaranteed|ensured|assured)\b",
        r"\b(?:transmi|send|submit|provid|disclos|transfer)\w*\b.{0,80}\bat your own risk\b",
        r"\bat your own risk\b.{0,80}\b(?:transmi|send|submit|provid|disclos|transfer)\w*",
        r"\bno (?:\w+ ){0,3}?(?:guarantee|assurance|warrant)\w*\b.{0,80}\b(?:secur|safe|protect|confidential"
        r"|unauthori[sz]ed|intercept|breach)\w*",
        r"\b(?:not|no way) (?:be )?(?:held )?(?:responsible|liable)\b.{0,100}\b(?:unauthori[sz]ed|intercept"
        r"|breach of security|security breach|hack|theft|circumvention)\w*",
        r"\bno (?:\w+ )?(?:guarantees?|such thing)\b.{0,40}\b(?:secur|safe)\w*",
        r"\b(?:inherent(?:ly)? (?:risks?|insecure|unsafe)|perfect security)\b",
        r"\b(?:internet|online|transmissions?|technologies)\b.{0,60}\binherent",
        r"\b(?:may|might) not be (?:\w+ )?secure\b",
        r"\bsecure?\w*\b.{0,40}\bno guarantees?\b",
        r"\b(?:always|some) (?:\w+ )?risks? that\b.{0,60}\b(?:unauthori[sz]ed|intercept|third part|hack)\w*",
        r"\binternet\b.{0,40}\bnot (?:\w+ )?(?:a )?(?:\w+ )?secure\b",
        r"\bnot (?:a|in a position to|possible to) (?:\w+ )?(?:guarantee|ensure|warrant)\w*\b.{0,100}\b(?:secur|safe"
        r"|protect|access)\w*",
        r"\bno (?:\w+ ){0,4}?(?:security|transmission|system|measures?|method|safeguards?)\b.{0,40}\b(?:prevent"
        r"|guarantee|eliminate|stop)\b.{0,80}\b(?:secur|breach|unauthori[sz]ed|protect)\w*",
        r"\b(?:internet|transmissions?|emails?|communications)\b.{0,60}\b(?:never|not) (?:\w+ ){0,4}?(?:secure"
        r"|private|confidential)\b",
    ),
    unless=(r"\b(?:third part(?:y|ies)|other|linked) (?:web)?sites?\b",),
    does=(
        "We can not guarantee the security of your data.",
        "No transmission is completely secure.",
        "No security system is impenetrable.",
        "The security of messages can not be guaranteed.",
        "You send us information at your own risk.",
        "It is at your own risk that you submit data.",
        "We give no warranty that hackers will not intercept data or breach our systems.",
        "We are not liable for unauthorized access.",
        "There is no such thing as perfect security.",
        "The Internet is not a secure place.",
        "Sending data over the Internet carries inherent dangers.",
        "Mail may not be secure.",
        "We store data securely, but give no guarantee.",
        "There is always a risk that someone unauthorized gets in.",
        "We are not in a position to guarantee absolute security.",
        "No safeguards can prevent every breach.",
        "Emails are never completely private.",
    ),
    misses=("We can not guarantee that linked sites protect you.",),
)

NOTIFIES_OF_BREACH = PracticeRule(
    practice="notifies-of-breach",
    why="Told early, you can change passwords and watch your accounts.",
    says=(
        r"\bbreach(?:es)?\b.{0,250}\b<(?:notify|notified|inform|informed|alert|alerted|contact|tell|advise"
        r"|communicate)>\b",
        r"\b<(?:notify|notified|inform|informed|alert|tell|advise)>\b.{0,100}\bbreach(?:es)?\b",
        r"\b(?:compromised|unauthori[sz]ed (?:access|disclosure|acquisition)|security incident|data incident)"
        r"\b.{0,120}\b<(?:notify|inform|alert)> (?:\w+ )?(?:you|users|individuals|those|customers|members"
        r"|affected)\b",
        r"\b<(?:notify|inform|alert)> (?:\w+ )?(?:you|users|customers)\b.{0,80}\b(?:compromised|unauthori[sz]ed"
        r" (?:access|disclosure)|security incident)\b",
        r"\b<(?:provide|give|send|receive)>\b.{0,40}\b(?:notice|notification)s?\b.{0,80}\bbreach(?:es)?\b",
        r"\bbreach(?:es)?\b.{0,80}\b(?:will|may|shall) (?:\w+ )?<(?:provide|give|send|post|email|make)>\b.{0,40}"
        r"\b(?:notice|notification|you|disclosure)\w*",
    ),
    unless=(
        r"\bnotify(?:ing)? (?:us|the company)\b",
        r"\b(?:you|members?|users?) (?:must|agree|shall|should|are required) (?:\w+ )?(?:immediately |promptly "
        r"|to )*(?:notify|inform|contact)\b",
        r"\bbreach(?:es)? of (?:this|these|the|our|your|any|such|contract) ?(?:agreement|terms|contract|policy"
        r"|rules|guidelines|\w+ terms)?\b.{0,10}\b(?:agreement|terms|contract|policy|guidelines|law|clauses?)\b",
        r"\bcontact us\b",
    ),
    does=(
        "In the event of a data breach, we will notify you.",
        "We will inform users of a security breach.",
        "If your data has been compromised, we will notify you by mail.",
        "We alert you to any unauthorized access.",
        "We give you notice of a breach.",
        "After a breach we will send you an account of it.",
        "Should there be a breach, we may notify you by email.",
    ),
    does_not=("We will not notify you of a breach.",),
    misses=(
        "Please notify us of any breach.",
        "You must immediately notify the operator of a security breach.",
        "If you are in breach of these terms, we will notify you.",
        "If you suspect a breach that we should be told of, contact us.",
    ),
)

RULES: tuple[PracticeRule, ...] = (PROTECTS_DATA, ENCRYPTS_DATA, DISCLAIMS_SECURITY, NOTIFIES_OF_BREACH)
