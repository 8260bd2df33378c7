"""Children, regions, other countries: rules and their examples."""

from server.analysis.rules import Actor, PracticeRule

TRANSFERS_ABROAD = PracticeRule(
    practice="transfers-abroad",
    why="Another country's law may protect your data less, and its authorities may read it.",
    affirms=(
        r"{data}.{0,80}\b<(?:transfer|transmi|process|stor|sent|access|host|collect|maintain|export|held|hold"
        r"|mov)\w*>\b.{0,80}\b(?:outside (?:of )?(?:the|your|of|those)|other countr\w+|another country|abroad"
        r"|overseas|third countr\w+|foreign countr\w+|any country|countries|cross[ -]border|other jurisdictions?"
        r"|worldwide|internationally)\b",
        r"\b<(?:transfer|transmi|process|stor|send|access|host|export|hold|mov|shar|disclos)\w*>\b.{0,50}"
        r"{data}.{0,60}\b(?:outside (?:of )?(?:the|your|those) (?:\w+ )?(?:european|eea|eu|uk|country|united"
        r"|state|jurisdiction|province)\w*|other countr\w+|another country|abroad|overseas|third countr\w+"
        r"|foreign countr\w+|countries|across borders?)\b",
        r"\b<(?:transfer|transmi|process|stor|sent|host|export|send|hold|held)\w*>\b.{0,80}\b(?:to|in|within)"
        r" (?:the )?(?:united states|usa|u\.s\.|us\b (?:and|or|where|for|which|servers))",
        r"\b<(?:international|cross[ -]border|overseas) (?:data )?transfers?>\b",
        r"\b(?:transfers?|transferred|transferring)\b.{0,60}\b(?:internationally|cross[ -]border|globally"
        r"|worldwide)\b",
        r"\b(?:standard|model) (?:data protection |contract(?:ual)? )clauses\b",
        r"\b(?:privacy shield|safe harbou?r)\b.{0,120}\b(?:transfer|united states|u\.s|european|switzerland|swiss"
        r"|eu)\b",
        r"\b(?:adequacy decision|adequate level of (?:data )?protection)\b",
        r"\bservers?\b.{0,40}\b(?:are|is|may be)\b.{0,30}\b(?:outside|other countries|united states|usa|u\.s\."
        r"|abroad)\b",
        r"\b(?:servers?|data ?cent(?:er|re)s?|hosting provider)\b.{0,60}\b(?:in|inside|within)\b.{0,40}"
        r"\b(?:united states|usa|u\.s\.|us\b)",
        r"\b(?:visiting|accessing|using|located|reside|users?)\b.{0,60}\boutside"
        r" (?:of )?(?:the )?(?:united states|usa|u\.s\.|us|canada)\b.{0,200}\b(?:transfer|transmi|sent|stor"
        r"|process|send)\w*",
        r"\boutside (?:of )?(?:the |your )?(?:eea|eu|european (?:union|economic area)|uk|united kingdom"
        r"|(?:\w+ )?country|(?:\w+ )?jurisdiction)\b.{0,100}\b(?:transfer|transmi|process|stor|recipient)\w*",
        r"\b<(?:transferred|stored|processed|hosted|accessed|held|kept|sent)>\b.{0,60}\b(?:outside (?:of )?(?:the"
        r" )?(?:europe|european|eea|eu|uk|united kingdom)|other countries|another country|third countries)\b",
        r"\b(?:hosted|operated|managed|controlled|maintained) (?:\w+ ){0,4}?(?:in|from|within) the (?:united states"
        r"|usa|us)\b",
        r"\bbinding corporate rules\b",
        r"\btransfer\w*\b.{0,80}\bacross (?:\w+ )?(?:borders|boundaries)\b",
    ),
    denies=(
        r"\b(?:not|never|no|nor)\b(?:,? \w+){0,6}?,? (?:transfer|transmit|share|send|disclos|stor|process)\w*\b.{0,60}"
        r"\b(?:outside (?:of )?(?:the )?(?:eea|eu|european|uk|united|country|australia|canada|switzerland)"
        r"|overseas|abroad|to (?:a |any )?third countr\w+|to another country)\b",
        r"\b(?:stor|process|host|held|kept|remain|transfer|locat)\w*\b.{0,40}\b(?:only|exclusively|solely)"
        r" (?:\w+ ){0,4}?(?:in|within) (?:the )?(?:eu|eea|european|germany|switzerland|uk|united|netherlands"
        r"|france|canada|sweden|norway)\b",
        r"\b(?:only|exclusively|solely) (?:\w+ ){0,2}?(?:stor|process|host|held|kept|transfer)\w*\b"
        r".{0,40}(?:in|within) (?:the )?(?:eu|eea|european|germany|switzerland|uk|united|netherlands|france"
        r"|canada|sweden|norway)\b",
    ),
    in_context=(
        (
            r"\b(?:countr\w+|jurisdictions?|transfers?)\b",
            r"\b(?:protection|privacy) laws?\b.{0,60}\b(?:not be as|differ|different|less|vary|not offer|not provide"
            r"|not as)\b",
        ),
    ),
    unless=(
        r"\bnot (?:share|disclose|sell|transfer)\b.{0,40}\boutside (?:of )?(?:our|this)\b",
        r"\bif you do not (?:want|wish|consent)\b",
        r"\bapplies (?:only )?to\b.{0,40}\boutside\b",
        r"\b(?:child|children|minors|right to obtain information)\b",
        r"\bnot (?:\w+ ){0,3}?(?:transfer|share|send|disclose)\b.{0,120}\b(?:except|unless|without)\b",
    ),
    does=(
        "Your data may be transferred to countries with other laws.",
        "We may send your personal data to other countries.",
        "Your messages are stored in the United States.",
        "International transfers rest on contracts.",
        "Records may be transferred worldwide.",
        "We rely on standard contractual clauses.",
        "We follow the Privacy Shield for what reaches us from the EU.",
        "Such countries offer an adequate level of protection.",
        "Our servers are located in the United States.",
        "We use servers in Chicago, USA.",
        "If you visit us while located outside the United States, what you write is sent there.",
        "Outside the EEA your data is processed by our partners.",
        "Tickets are processed outside the EU by our office.",
        "The service is hosted in the United States.",
        "Our group has binding corporate rules.",
        "This may mean a transfer across national borders.",
        "Transfers | The privacy laws there may differ from yours.",
    ),
    does_not=(
        "We do not transfer your data outside the EEA.",
        "Your data is stored only in Germany.",
        "We only store data in Sweden.",
        "Nor will we, at any time, transfer your data to another country.",
    ),
    misses=(
        "We do not share personal data outside our company, in which countries it may be stored.",
        "If you do not want your data transferred to other countries, leave.",
        "This applies only to data processed outside of the EU.",
        "Children under 16 can not consent where data is processed in other countries.",
        "We do not send your data to third countries except where you ask.",
    ),
)

COLLECTS_FROM_CHILDREN = PracticeRule(
    practice="collects-from-children",
    why="Children can not judge what they give away, and it may follow them for life.",
    affirms=(
        r"\bwe (?:may |will |do |also |only |and \w+ )*<collect> (?:[\w,]+ ){0,8}?(?:from|about)"
        r" (?:your |the |a |our |these |such )?(?:\w+ )?(?:child(?:ren)?|minors|students|child users?)\b",
        r"\b(?:information|data) (?:that |which )?we collect (?:from|about) (?:your |the "
        r"|a )?(?:\w+ )?(?:child(?:ren)?|students)\b",
    ),
    denies=(
        r"\b(?:not|never|nor)\b(?: [\w,-]+){0,6}? (?:collect|solicit|request|gather|maintain|process|seek|obtain"
        r"|store|target|keep|accept|retain|market|ask)\w*\b.{0,120}{child}",
        r"\bno (?:\w+ ){0,3}?(?:information|data) (?:\w+ ){0,4}?(?:from|about|of) {child}",
        r"\bnot (?:\w+ ){0,3}?(?:intended|directed|designed|targeted|aimed|meant|marketed|offered|available"
        r"|address|suitable|targeting)\b.{0,80}{child}",
        r"{child}.{0,60}\b(?:not (?:\w+ )?(?:permitted|allowed|eligible|authorized|use|register|provide|submit"
        r"|access)|prohibited)\b",
        r"\bif\b.{0,80}\b(?:learn|discover|notif|inform|find|found|believe|knowledge|aware)\w*\b.{0,150}{child}.{0,150}"
        r"\b(?:delete|remove|destroy|purge|erase)\w*",
        r"\bif you are (?:under|below|younger than|not)\b.{0,30}\b(?:\d\d|thirteen|sixteen|eighteen)\b.{0,40}"
        r"\b(?:not|please do not|may not|should not)\b",
        r"\bmust be (?:at least |over |above |older than )*(?:the age of )?(?:\d\d|thirteen|eighteen|sixteen)"
        r"\b.{0,60}\b(?:use|register|access|sign)\b",
        r"\b(?:represent|warrant|confirm|certify|affirm|acknowledge)\w*\b.{0,60}\b(?:at least|over|older than"
        r"|above)\b.{0,20}\b(?:1[3-8]|thirteen|sixteen|eighteen|age of majority|legal age)\b",
        r"\b(?:you|users?) must be (?:at least |over |above |older than |aged )+(?:1[3-8]|thirteen|eighteen|sixteen)\b",
        r"\bnot (?:\w+ ){0,2}?(?:permit|allow|offer)\w*\b.{0,40}{child}",
        r"\b(?:intended|designed|meant) (?:only |solely )?for (?:use by )?(?:adults|a general audience|general"
        r" audiences)\b",
    ),
    consents=(
        r"\b(?:not|never|nor)\b(?: [\w,-]+){0,6}? (?:collect|solicit|request|gather|process|obtain|store"
        r"|accept)\w*\b.{0,120}{child}.{0,80}\b(?:without|unless)\b.{0,60}\b(?:consent|permission|approval"
        r"|authori[sz]ation)\b",
        r"\b(?:only|if|before|prior to|after|when)\b.{0,80}\bcollect\w*\b.{0,60}{child}.{0,120}"
        r"\b(?:parent|guardian)\w*\b.{0,60}\b(?:consent|permission|approval)\b",
        r"{child}.{0,60}\b(?:only|unless)\b.{0,60}\b(?:with|consent|permission|approval|supervision)\b.{0,60}"
        r"\b(?:parent|guardian)",
        r"\b(?:under (?:the age of )?1[3-8]|minors?|children)\b.{0,80}\bonly with (?:the )?(?:\w+"
        r" ){0,3}?(?:involvement|supervision|consent|permission|approval)\b.{0,30}\b(?:parents?|guardians?)\b",
    ),
    unless=(
        r"\b(?:sell|sold|sale|share|selling|actual knowledge that we sell)\b.{0,80}\b1[368]\b",
        r"\b(?:do|if) we (?:knowingly )?collect\b",
        r"\bif\b.{0,60}\b(?:learn|discover|aware|believe|find)\b.{0,250}\b(?:without|verification)\b.{0,40}"
        r"\bconsent\b",
    ),
    does=(
        "We may collect information about your child.",
        "The information we collect from children is a name and a year of birth.",
    ),
    does_not=(
        "We do not knowingly collect data from children under 13.",
        "No data is collected from children.",
        "Our site is not directed to children.",
        "Children under 16 are not permitted to register.",
        "If we learn that a child under 13 has given us data, we will delete it.",
        "If you are under 13, please do not send us anything.",
        "You must be at least 18 to use this site.",
        "By using the site you represent that you are at least the age of majority.",
        "You must be at least 13 years old.",
        "We do not knowingly permit children to register.",
        "Our shop is intended for adults.",
    ),
    with_consent=(
        "We do not knowingly collect data from children without a parent's consent.",
        "We only collect data from children after a parent has given consent.",
        "Children may take part only with the permission of a parent.",
        "If you are under 18, you may shop only with the involvement of a parent.",
    ),
    misses=(
        "We do not process, sell or share the data of children under 16.",
        "Do we collect data from minors?11.",
        "If we learn that we collect data about a child without parental consent, we erase it.",
    ),
)

GRANTS_REGIONAL_RIGHTS = PracticeRule(
    practice="grants-regional-rights",
    why="These laws give you rights that the site must honour.",
    actor=Actor.ANYONE,
    affirms=(
        r"\b(?:gdpr|general data protection regulation|ccpa|cpra|california consumer privacy act"
        r"|california privacy rights act|lgpd|pipeda|shine the light|vcdpa|data protection act|popia)\b.{0,150}"
        r"\b(?:rights?|entitle[sd]?|may request|can request|permits?)\b",
        r"\b(?:rights?|entitled?)\b.{0,150}\b(?:gdpr|general data protection regulation|ccpa|cpra"
        r"|california consumer privacy act|california privacy rights act|lgpd|pipeda|shine the light|vcdpa"
        r"|data protection act|popia)\b",
        r"\b(?:california|nevada|virginia|colorado|connecticut|utah|texas|eea|european|eu|uk|u\.k\.|brazil\w*"
        r"|swiss|switzerland|union|economic area|united kingdom)\b.{0,120}\b(?:have|has) (?:\w+ ){0,4}?rights?\b",
        r"\b(?:residents?|consumers?|users?|located|individuals|citizens|live|reside|based)\b(?: \w+){0,4}?"
        r" (?:of|in|from|within) (?:the )?(?:state of )?(?:california|nevada|virginia|colorado|eea|european|eu|uk"
        r"|brazil|switzerland|united kingdom)\b.{0,120}\b(?:rights?|entitled|may request|permits)\b",
        r"\b(?:california|nevada|virginia)(?:'s)? (?:civil code|law|residents?|consumers?)\b.{0,150}"
        r"\b(?:permits?|entitles?|entitled|allows?|rights?|may request|can request|may ask)\b",
        r"\b(?:your|the) california privacy rights\b",
        r"\bright\b.{0,60}\b(?:art\.?|article) ?(?:1[5-9]|2[0-2])\b",
        r"\b(?:art\.?|article) ?(?:1[5-9]|2[0-2])\b.{0,20}\bgdpr\b",
        r"\bcalifornia online privacy protection act\b.{0,40}\busers\b.{0,40}\bmay\b",
        r"\b(?:gdpr|ccpa) (?:access |deletion |erasure )?requests?\b",
    ),
    in_context=(
        (
            r"\b(?:california|ccpa|gdpr|european (?:union|economic area|residents|users)|eea|virginia|nevada|lgpd"
            r"|brazil\w*)\b",
            r"\b(?:you|consumers|residents|individuals) (?:\w+ ){0,3}?<(?:have|has)> (?:\w+ ){0,4}?rights?\b",
        ),
    ),
    unless=(
        r"\bwe (?:reserve|have) the right\b",
        r"\b(?:legal basis|legal bases|intellectual property)\b",
    ),
    does=(
        "The GDPR gives you certain rights.",
        "You have rights under the CCPA.",
        "Those who live in the European Union have the following rights.",
        "If you are located in the EEA, these rights are yours.",
        "California law permits you to ask for a list.",
        "See your California privacy rights.",
        "You have the right to erasure (Article 17).",
        "This follows from Art. 15 GDPR.",
        "Notice for Virginia | You have the right to know.",
        "Under the California Online Privacy Protection Act, all users of the site may change what they gave us.",
        "Send a GDPR request to our office.",
    ),
    misses=(
        "Under the GDPR we have the right to ask for proof.",
        "The legal basis for this right is Art. 17 GDPR.",
    ),
    gaps=("If you are in the EEA, the terms below apply to you as well.",),
)

RULES: tuple[PracticeRule, ...] = (TRANSFERS_ABROAD, COLLECTS_FROM_CHILDREN, GRANTS_REGIONAL_RIGHTS)
