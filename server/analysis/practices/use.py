"""Profiles, personalisation, marketing and advertisements: rules and their examples."""

from server.analysis.rules import Actor, PracticeRule

_INFORMATION = r"(?:information|data|details|pii)"
_MAY = r"\b(?:{we}|may|might|can|could|will|also|then|and|or|to|that|they|by|for|which)\W+"
_DO_NOT = (
    r"\b(?:(?:do|does|did|will|would) (?:not|never)|never)\W+"
    r"(?:(?:\w+ly|attempt to|seek to|use your \w+ to|use it to)\W+)*"
)
_COMPILE = (
    r"<(?:creat|build|develop|compil|generat|construct|establish|prepar|assembl|produc|us)(?:e|es|ed|ing|s)?\b>\W+"
)

BUILDS_PROFILE = PracticeRule(
    practice="builds-profile",
    why="Facts that say little alone say a lot about you once they are put together.",
    affirms=(
        _MAY + r"<(?:combin|correlat|enrich|supplement|augment|append|cross-referenc)(?:e|es|ing|s)?\b>{gap}"
        r"(?:" + _INFORMATION + r"|it|this|that|them)\b",
        _INFORMATION + r"{gap}(?:may|will|can|might) (?:also )?be (?:\w+ly )?"
        r"<(?:combined|merged|correlated|matched|cross-referenced|supplemented)\b>\W+(?:with|to|by)\b",
        _MAY + r"<(?:link|match|associate|connect|correlate|tie)(?:s|ing)?\b>(?:\W+[\w'/-]+){0,10}?\W+(?:with|to)\W+"
        r"(?:\w+\W+){0,4}?(?:(?:personal(?:ly)?|user) (?:\w+ )?"
        + _INFORMATION
        + r"|other "
        + _INFORMATION
        + r"|"
        + _INFORMATION
        + r" (?:about you|we (?:have|receive|obtain|collect))|profile"
        r"|your identity)\b",
        _MAY + _COMPILE + r"(?:[\w'-]+\W+){0,3}?profiles? (?:of (?:you|your|each|the|our|users?|individual|customers)"
        r"|about|based on|for (?:you|each)|reflecting|to (?:better|understand|target|show|provide|help|deliver))",
        _MAY + _COMPILE + r"(?:[\w'-]+\W+){0,3}?(?:marketing|user|customer|consumer|advertising|interests?|behaviou?ral"
        r"|usage|demographic|pseudonymous|visitor|preference|risk|personal|anonymous) profiles?\b",
        _MAY + r"<(?:draw|mak|deriv|creat|generat|develop)(?:e|es|ing|n)?\b>\W+(?:\w+\W+){0,3}?inferences?\b",
        r"\b(?:{we}|may|also|and|or|to|can|which)\W+<infer(?:s|ring)?\b>\W+(?:[\w']+\W+){0,6}?"
        r"(?:about you|interests|preferences|characteristics|demographic\w*|gender|age|" + _INFORMATION + r")\b",
        r"\binferences\W+(?:\w+\W+){0,3}?(?:drawn|about|derived|based|from|we)\b",
        r"\b(?:in combination|combined) with (?:\w+ ){0,3}(?:personal|other) (?:\w+ )?" + _INFORMATION + r"\b",
        r"\bprofiles? (?:can be built |is built )?about you\b",
        r"\binformation (?:that )?we (?:infer|derive)\b|\binferred (?:data|information|interests|demographic\w*)\b",
        _MAY + r"<(?:engage in|carry out|conduct|perform|use|undertake|do)(?:s|ing)?\b>\W+"
        r"(?:(?:data|user|customer|such|this|some|automated|marketing)\W+){0,2}profiling\b",
        _MAY + r"<(?:us|process|analy[sz]|identif|recogni[sz]|link|connect|combin|track|understand|associat|shar)"
        r"(?:e|es|ed|ing|y|ies|s)?\b>(?:\W+[\w'/-]+){0,12}?\W+across (?:\w+ ){0,3}"
        r"(?:devices|accounts|our (?:\w+ )?(?:services|products|companies|sites|websites|apps|platforms|brands))\b",
    ),
    denies=(
        _DO_NOT + r"(?:creat|build|develop|compil|generat|us|construct|process)(?:e|es|ing)?\W+(?:[\w'/-]+\W+){0,8}?"
        r"(?:profiles|(?:a|any) (?:\w+ )?profile|profiling)\b",
        _INFORMATION + r"{gap}(?:is|are|be) not (?:be )?(?:\w+ly )?(?:merged|combined|linked|matched|aggregated)\W+with"
        r" (?:any |your )?(?:(?:other|additional|data|information|personal|from)\b)",
        r"\bwill not (?:be )?(?:\w+ly )?(?:merge|combine|link|match)d?\b{gap}with (?:any )?(?:other )?"
        r"(?:data|sources|information|personal)\b",
        _DO_NOT + r"(?:engage|carry out|conduct|perform|undertake)\b(?:\W+[\w'-]+){0,8}?\W+profiling\b",
    ),
    unless=(
        r"\bsupplements? (?:this|our|the) (?:\w+ )?(?:policy|notice|statement|information (?:\w+ )?in)\b",
        r"\b(?:your|public|member|personal|account) profile page\b|\baccount profile\b",
        r"\b(?:right|rights|object|entitled|opt out|third party|if you)\b{list}profiling\b",
        r"\b(?:student|child|children|minors?|sensitive|requests? (?:that )?we)\b",
        r"\b(?:partners|third parties|companies|google|facebook|instagram|they|advertisers|networks)\b{near}"
        r"(?:may|can|could)? ?(?:also )?combine\b",
    ),
    does=(
        "We may combine this data with facts from other shops.",
        "Your data may also be matched with public lists.",
        "We link cookie ids to your personal information.",
        "We create a profile of your tastes.",
        "This lets us build marketing profiles.",
        "We also draw inferences from your orders.",
        "We may infer your interests.",
        "We keep inferences drawn from your orders.",
        "The record has inferred interests.",
        "We carry out profiling.",
        "We may recognise you across several devices.",
        "We use it in combination with other data.",
        "Articles follow from a profile about you.",
    ),
    does_not=(
        "We do not build profiles of our readers.",
        "We do not engage in profiling.",
        "This data is not merged with other data.",
        "We will not link it with any personal file.",
        "We do not process it for profiling.",
    ),
    misses=(
        "You can create a personal profile for your friends on the account profile page.",
        "You have the right to object when we use profiling.",
        "We may combine student data with grades.",
        "Advertisers may combine this with data of their own.",
        "The notices of our shops supplement this policy, and may correlate with it and that of others.",
    ),
    gaps=("We do not combine cookies with your name.",),
)

_TAILOR = r"(?:personali[sz]|customi[sz]|tailor|adapt|individuali[sz])(?:e|es|ed|ing|s|ation)?"
_EXPERIENCE = (
    r"(?:experiences?|content|offers?|offerings?|services?|websites?|sites?|pages?|products?|recommendations?"
    r"|communications?|features|information|messages|visits?|app|application|platform|marketing|suggestions"
    r"|interactions?|results|use|emails|newsletters?|promotions|to (?:you|your|users?|individual|the user|meet))"
)

USES_FOR_PERSONALIZATION = PracticeRule(
    practice="uses-for-personalization",
    why="What you are shown depends on what the site knows about you.",
    affirms=(
        r"\b(?:{we}|may|might|can|could|will|also|then|and|or|to|that|they|helps? you|helps?|us|better|improve"
        r"|allows?|enables?|provide|deliver|more|a|an|with|of|your|offer|display|develop|show|enhance|including|in"
        r"|for|by|which)\W+<" + _TAILOR + r"\b>{gap}" + _EXPERIENCE + r"\b",
        _EXPERIENCE + r"{near}(?:that (?:is|are|may be) |to be |be )?"
        r"<(?:tailored|customi[sz]ed|personali[sz]ed|adapted)\b>",
        r"\b(?:show|deliver|display|provide|recommend|suggest|offer|present|serve|feature|highlight)(?:s|ing)?\W+"
        r"(?:[\w',-]+\W+){0,6}?(?:content|products|services|offers|information|features|recommendations|items|articles"
        r"|videos|suggestions)\W+(?:[\w'()-]+\W+){0,8}?(?:your interests|interests? (?:to )?you|relevant to you"
        r"|may (?:like|interest|be interested in)|might be interested in|(?:based on|according to) your"
        r"|specific to your|match(?:es)? your|your preferences)\b",
        r"\b(?:mak|provid|offer|giv)(?:e|es|ing)\W+(?:\w+\W+){0,3}?(?:personal(?:i[sz]ed)? )?"
        r"(?:recommendations|suggestions)\b{near}(?:you|users|based|interest|about)\b",
        r"\b(?:sav|stor|retain)(?:e|es|ing)?\W+(?:your|user|users'?|user's|visitors?'?|their) (?:\w+ )?preferences\b",
        r"\b(?:remember|recall)(?:s|ing)?\b{near}(?:your|user|users'?|user's|visitors?'?|their) (?:\w+ ){0,2}?"
        r"(?:preferences|settings)\b",
        r"\b(?:relevant|personali[sz]ed|customi[sz]ed|tailored) content\b|\bmore personal(?: \w+){0,3} experience\b",
        r"\brecommend\W+(?:[\w'-]+\W+){0,6}?to (?:you|users)\b",
    ),
    denies=(
        _DO_NOT + r"(?:use|personali[sz]e|customi[sz]e|tailor)\b(?:\W+[\w'/-]+){0,8}?\W+"
        r"(?:personali[sz]e|personali[sz]ation|customi[sz]e|(?:content|experience|results) (?:to|for) you)\b",
    ),
    unless=(
        r"\byou (?:can|may|might|could|are able to|choose to|wish to|do not) (?:\w+ )?(?:personali[sz]e|customi[sz]e"
        r"|tailor)\b",
        r"\bcustomi[sz]e (?:your )?(?:browser|cookie|cookies|settings|privacy)\b|\bads? personali[sz]ation\b",
        r"\b(?:based on sensitive|not (?:want|wish)|provide advertisements)\b",
        r"\b(?:personali[sz]e|tailor|customi[sz]e) (?:the |our )?(?:advertis\w+|ads)\b",
    ),
    does=(
        "We use cookies to personalise your visit.",
        "Our pages are tailored to you.",
        "We show articles based on your reading.",
        "We make suggestions about books.",
        "Cookies remember your language settings.",
        "This gives you more relevant content.",
        "We recommend films to you.",
        "Cookies save your preferences.",
    ),
    does_not=("We do not use your data to personalise what you see.",),
    misses=(
        "You can customise your profile and personalise your page.",
        "You may want to customise your browser settings to protect your use of the site.",
        "If you do not want personalised content, write to us.",
        "Partners help us tailor the advertising on other sites.",
    ),
    gaps=("It serves to provide, personalise (ads too) and improve Plumtree.",),
)

_PROMOTION = (
    r"(?:promotion(?:s|al)?|special offers?|offers|newsletters?|marketing"
    r"|advertising (?:materials?|messages|emails|communications)|advertisements|discounts?|coupons?|deals"
    r"|commercial (?:messages|communications|emails|information)|solicitations?|news(?: and| or|,| about)"
    r"|new (?:products?|services?|features|releases|offerings))"
)
_OFFER = (
    "(?:"
    + _PROMOTION
    + r"|(?:our|other|about) (?:\w+ )?products?|(?:products|goods) (?:and|or|and/or) services|other services)"
)
_TO_YOU = (
    r"\W+(?:out )?(?:to )?(?:all |any of )?"
    r"(?:you|users?|members?|customers?|subscribers?|our (?:users|members|customers|subscribers)|them|visitors?"
    r"|individuals)\b"
)
_TELL = r"(?:send|contact|notify|inform|email|mail|tell|update|communicate with|alert|call|phone|reach|market)"
_SEND = r"(?:" + _TELL + r"|provide|deliver|offer|keep)"
_AT_LENGTH = r"(?:\W+[\w'/-]+){0,12}?\W+"
_SENDING = (
    r"(?:sending|contacting|notifying|informing|emailing|mailing|telling|providing|updating|communicating with"
    r"|delivering|offering|alerting|reaching)"
)
_WE_WILL = r"\b(?:{we}|may|will|also|occasionally|periodically|sometimes|only|then|be)\W+"

USES_FOR_MARKETING = PracticeRule(
    practice="uses-for-marketing",
    why="Your address becomes a place for advertising, until you object.",
    actor=Actor.ANYONE,
    says=(
        r"\byou (?:will|shall) (?:not|never|only) <(?:receive|get)\b>{gap}"
        r"(?:unsolicited|spam|marketing|promotional|newsletters?)\b",
        _WE_WILL + r"<(?:not |never )?" + _SEND + r"\b>" + _TO_YOU + _AT_LENGTH + _PROMOTION + r"\b",
        _WE_WILL + r"<(?:not |never )?send\b>\W+(?:out )?(?:\w+\W+){0,4}?"
        r"(?:promotion(?:s|al)|newsletters?|marketing|commercial|special offers)\b",
        _WE_WILL + r"<(?:not |never )?(?:use|process|used|processed)\b>(?:\W+[\w'/,()-]+){0,14}?\W+"
        r"(?:for|in) (?:[\w/,-]+\W+){0,5}?(?:marketing|promotional)\b",
    ),
    affirms=(
        r"\b(?:products?|services?|goods|information|events|opportunities|topics|updates|offers?)\b{gap}"
        r"(?:we (?:think|believe|feel) )?(?:that )?(?:(?:may|might|could|will|would) (?:be of interest|interest)"
        r" (?:to )?you|you (?:may|might|will|would) (?:like|be interested in|find))\b",
        r"\b(?:to|and|or|from time to time)\W+<" + _SEND + r">" + _TO_YOU + _AT_LENGTH + _PROMOTION + r"\b",
        r"\b" + _SENDING + _TO_YOU + _AT_LENGTH + _PROMOTION + r"\b",
        r"\b(?:to send|sending|to deliver|announc(?:e|ing))\W+(?:out )?(?:\w+\W+){0,4}?"
        r"(?:special offers|promotion(?:s|al)|newsletters?|marketing|commercial)\b",
        r"\b(?:to|and|or|will|may|also|from time to time)\W+<" + _TELL + r">" + _TO_YOU + _AT_LENGTH + _OFFER + r"\b",
        r"\b(?:let(?:ting)?|keep(?:ing)?) (?:you|users|members|customers) (?:know|informed|updated|up to date"
        r"|posted)\b{gap}" + _OFFER + r"\b",
        r"\bour (?:\w+ ){0,3}(?:marketing|promotional) (?:purposes|activities|efforts|campaigns)\b",
        r"\b(?:us|process)(?:e|es|ed|ing)\b(?:\W+[\w'/,()-]+){0,20}?\W+(?:for|to) (?:[\w'/,-]+\W+){0,4}?"
        r"(?:our (?:\w+ )?(?:marketing|promotional)|marketing (?:and|or|purposes|to you)|promotional purposes"
        r"|direct marketing|market (?:our|to))\b",
        r"\b(?:to|and|for)\W+(?:market|promot|advertis)(?:e|es|ing)?\W+(?:\w+\W+){0,3}?"
        r"(?:(?:our|new|the) (?:\w+ ){0,3}(?:products|services|offerings|events|business|website|brand)"
        r"|(?:products|services|them) to you|to you)\b",
        r"^(?:\w+ ){0,4}(?:direct marketing|marketing (?:purposes|communications|emails|messages)|newsletters?"
        r"|promotional (?:emails|communications|messages))\b",
        r"\bour (?:\w+ )?(?:newsletters?|marketing (?:communications|emails|messages|materials?|lists?)"
        r"|promotional (?:emails|communications|messages|materials?)|mailing lists?)\b",
    ),
    denies=(
        _DO_NOT + r"send\b(?:\W+[\w'/-]+){0,4}?\W+(?:unsolicited|spam|marketing|promotional|junk"
        r"|advertis\w+ (?:emails|messages|material\w*))\b",
        _DO_NOT + r"use (?:your|personal|any|the|this|that|such) (?:[\w/]+ ){0,9}?(?:for|to send) (?:\w+ ){0,4}?"
        r"(?:marketing|promotional|commercial)\b",
        r"\b(?:information|data|address|email|numbers?) (?:\w+ )?(?:is|are|will) (?:not|never) (?:be )?used for"
        r" (?:\w+ ){0,3}(?:marketing|promotional|advertising)\b",
    ),
    consents=(
        r"\b(?:if|when|where|once|by|after) (?:you|users?|a user|visitors?|signing|subscribing)(?: \w+){0,4}"
        r" (?:subscribe|sign up|signed up|subscribed|signing up|subscribing|opt in|opted in|requested)\b{gap}"
        r"(?:newsletters?|mailing lists?|marketing|promotional)\b",
        r"\b(?:marketing|promotional|commercial|newsletters?|advertising)\b{near}without (?:your|their) (?:\w+ ){0,3}"
        r"(?:consent|permission)\b",
        r"\b(?:you|users?|visitors?) (?:can|may|have the (?:option|opportunity) (?:to|of)|are able to|wish to)"
        r" (?:\w+ )?(?:subscribe|sign up|register|opt in)\b{gap}(?:newsletters?|mailing lists?)\b",
        r"\b(?:subscribing|signing up|registering) (?:to|for) (?:\w+ ){0,3}(?:newsletters?|mailing lists?)\b",
        r"\b(?:opt|opted|opting) in\b{near}(?:to|for)\b{gap}(?:newsletters?|mailings?|marketing|promotional|offers)\b",
        r"\b(?:with|if|where|when|only|subject to|based on|unless|given|have|has|obtain\w*|had)\b(?:\W+[\w']+){0,6}?\W+"
        r"(?:consent\w*|permission|opted in|opt in|agreed)\b{far}(?:send|marketing|promotional|newsletters?)\b",
        r"\b(?:marketing|promotional|newsletters?|offers)\b{gap}"
        r"(?:if|where|when|only|with|unless|subject to|based on) (?:[\w']+ ){0,4}"
        r"(?:consent\w*|permission|opted in|opt in|agreed|requested|subscribed|signed up)\b",
    ),
    unless=(
        r"\bthird part(?:y|ies)\b{gap}(?:direct )?marketing\b|\bothers' marketing\b",
        r"\b(?:their|its) (?:own )?(?:direct )?(?:marketing|promotional)\b",
        r"\bright (?:\w+ )?to object\b|\bshine the light\b|\bdeactivate\b|\bunrelated to\b|\bfacial\b",
        r"\b(?:sell|rent|share|disclose|provide|give|transfer)\b{list}(?:third part(?:y|ies)|others|companies|partners)"
        r"{list}marketing\b",
        r"\b(?:indicate|unsubscribe|prefer) (?:that )?(?:you|from)\b",
        r"\b(?:marketing cookies|sensitive|students?|child|children)\b",
    ),
    does=(
        "We may e-mail you special offers.",
        "We occasionally send promotional mail.",
        "Your address will be used for marketing.",
        "The list names events that may be of interest to you.",
        "We use the address to tell you about new services.",
        "Informing you about discounts is one purpose.",
        "Mailgrove is the tool for sending newsletters.",
        "We are using names for marketing purposes.",
        "It helps us to promote our products.",
        "Direct marketing is one of the purposes.",
        "The address joins our mailing list.",
        "We may contact you about our products.",
        "We let you know about other services.",
        "Names serve our marketing activities.",
    ),
    does_not=(
        "We do not send you advertising e-mails.",
        "We never use your address for marketing.",
        "Your phone number is never used for marketing.",
    ),
    with_consent=(
        "You will not receive promotional mail unless you consent to it.",
        "If you subscribe to the newsletter, we store your address.",
        "We do not write to you for marketing without your consent.",
        "The form is for subscribing to our newsletter.",
        "You may opt in to receive marketing.",
        "With your consent we send a newsletter.",
        "You get marketing only if you agreed.",
        "You can sign up for our newsletter.",
    ),
    misses=(
        "Our newsletter is silent on third parties and their direct marketing.",
        "They may use it for their own marketing or to promote our brand.",
        "You have the right to object to our marketing messages.",
        "We may share our mailing list with companies for marketing.",
        "To indicate that you do not want our newsletter, write to us.",
        "Our marketing materials are never for children.",
    ),
    gaps=("On your request we will write to you about jobs (job alert).",),
)

_AD = r"(?:ads?|advert|adverts|advertis(?:ing|ements?|es|ed?)|banners?)"
_TARGETED = (
    r"(?:(?:interest|behaviou?r|preference)(?:s|al)?(?: |-)?(?:based)?|targeted|personali[sz]ed|customi[sz]ed|tailored"
    r"|relevant|behaviou?ral(?:ly)?(?:-| )?(?:targeted)?|online behaviou?ral|cross-context(?: behaviou?ral)?"
    r"|re-?targeted|individuali[sz]ed)"
)

USES_FOR_TARGETED_ADS = PracticeRule(
    practice="uses-for-targeted-ads",
    why="What you do is watched in order to decide what you are shown and sold.",
    actor=Actor.ANYONE,
    affirms=(
        r"\b<" + _TARGETED + r">\W+(?:\w+\W+){0,3}?" + _AD + r"\b",
        r"\b" + _AD + r"\b(?:\W+[\w'()/-]+){0,8}?\W+<(?:targeted|tailored|customi[sz]ed|personali[sz]ed|relevant)\b>",
        r"\b<(?:serve|show|display|deliver|provide|present|target|select|tailor|personali[sz]e|customi[sz]e|place)"
        r"(?:s|d|ing)?\b>\W+(?:[\w'-]+\W+){0,6}?" + _AD + r"\b(?:\W+[\w'(),/-]+){0,14}?\W+"
        r"(?:based on|interests?|tailored|relevant|targeted|using (?:information|data)|according to|prior visits"
        r"|past visits|of interest)\b",
        r"\b<target(?:s|ed|ing)?\b>\W+(?:[\w'-]+\W+){0,4}?" + _AD + r"\b",
        r"\b" + _AD + r" (?:targeting|personali[sz]ation|retargeting|relevance)\b",
        r"\b"
        + _AD
        + r"\b{near}<based on> (?:your|their|users?'?|the user|past|prior|previous|interests?|a profile|information"
        r"|browsing|visits)\b",
        r"\b<targeting>(?:(?: |/|, )(?:and|or|advertising|marketing))* ?cookies\b|\b<advertising (?:or"
        r"|and) targeting\b>",
        r"\b<(?:custom|lookalike|look-alike|similar|tailored) audiences?\b>",
        r"\b<(?:re-?marketing|re-?targeting|re-?target)\b>",
        r"\b<(?:personali[sz]|customi[sz]|tailor|optimi[sz])(?:e|es|s|ing)?\b>{near}" + _AD + r"\b",
    ),
    denies=(
        _DO_NOT + r"(?:show|serve|display|deliver|use|engage in|do|allow|permit|provide|offer|run|target"
        r"|personali[sz]e|send|conduct|participate in|support)\b(?:\W+[\w'/-]+){0,6}?\W+"
        r"(?:" + _TARGETED + r"\W+(?:\w+\W+){0,2}?" + _AD + r"|" + _AD + r" (?:targeting|based on)"
        r"|target (?:\w+ )?" + _AD + r")\b",
        r"\bno " + _TARGETED + r" (?:\w+ )?" + _AD + r"\b",
        r"\b" + _AD + r"\b{near}(?:is|are) (?:not|never) (?:\w+ )?(?:targeted|personali[sz]ed|based on|tailored)\b",
    ),
    consents=(
        r"\b(?:with|if|where|based on|subject to|given|only)\W+(?:[\w']+\W+){0,5}?"
        r"(?:consent|permission|agree|opt in|opted in|allow)\b(?:\W+[\w']+){0,12}?\W+"
        + _TARGETED
        + r" (?:\w+ ){0,2}"
        + _AD
        + r"\b",
        r"\b" + _TARGETED + r" (?:\w+ ){0,2}" + _AD + r"{gap}(?:with your|if you|only with|where you have|based on your"
        r"|subject to your) (?:\w+ ){0,4}(?:consent|permission|agree|opt in|opted in|consented|agreed)\b",
    ),
    unless=(
        r"\bopt(?:ing|ed)?(?:-| )out\b|\bno longer (?:wish|want)\b",
        r"\b(?:not|never|nor|without)\W+(?:\w+ly\W+)?(?:track|tracks|share|sell|sells|shares|collect|collects|process"
        r"|disclose|wish|want|receive|see|sharing|selling)\b{list}" + _AD + r"\b",
        r"\b(?:less|not be as|not as|no longer(?: be)?|as) (?:relevant|tailored|targeted|personali[sz]ed)\b"
        r"|\bnot be (?:tailored|targeted|relevant|personali[sz]ed)\b",
        r"\b(?:students?|child|children|minors?|teens?|under (?:the age of )?1\d|sensitive|right to)\b",
    ),
    does=(
        "We show personalised advertising.",
        "You see ads that are tailored to you.",
        "Partners serve ads based on your visits.",
        "This helps us target our advertising.",
        "One purpose is ad targeting.",
        "We use Acme for remarketing.",
        "Cookies help to customise the ads.",
        "Targeting cookies are set by our partners.",
        "We build custom audiences.",
        "You see ads based on your visits.",
    ),
    does_not=(
        "We do not show targeted ads.",
        "There are no interest-based ads here.",
        "The ads are never based on what you read.",
    ),
    with_consent=(
        "With your consent we show personalised ads.",
        "You get targeted ads only with your consent.",
    ),
    misses=(
        "You can opt out of targeted ads.",
        "We do not track you for targeted advertising.",
        "Then the ads may be less relevant.",
        "We show no personalised advertising to children.",
    ),
    gaps=("Firms use your visits (but not your name) to place an advertisement that might please you.",),
)

RULES: tuple[PracticeRule, ...] = (
    BUILDS_PROFILE,
    USES_FOR_PERSONALIZATION,
    USES_FOR_MARKETING,
    USES_FOR_TARGETED_ADS,
)
