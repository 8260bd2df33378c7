"""How long data is kept: rules and their examples."""

from server.analysis.rules import PracticeRule

STATES_RETENTION_PERIOD = PracticeRule(
    practice="states-retention-period",
    why="A named period lets you know when your data will be gone.",
    affirms=(
        r"{keep}{far}(?:for|until|up to|at least|at most|maximum of|than|within|after|over|of"
        r"|during)(?: \w+){0,4}? {period}",
        r"{delete}{gap}(?:within|after|every|following|than)(?: \w+){0,4}? {period}",
        r"\b(?:within|after|every|following)(?: \w+){0,3}? {period}\b.{0,80}\b(?:deleted|delete|erased|erase"
        r"|removed|destroyed|purged|anonymi[sz]ed?)\b",
        r"\b(?:retention|storage) (?:period|time|duration)\W.{0,40}{period}",
        r"{keep}{gap}(?:until|unless) {you}\b.{0,60}\b(?:delet|remov|clos|cancel|terminat|deactivat|unsubscrib"
        r"|ask|request|withdraw|revoke)\w*",
        r"{keep}{gap}until\b.{0,50}\b(?:account|membership|subscription|contract)\b.{0,40}"
        r"\b(?:delet|remov|clos|cancel|terminat|deactivat|end|expire)\w*",
        r"{keep}{gap}(?:as long as|for the duration|while|so long as|for the life|for the lifetime"
        r"|for the length)\b.{0,50}\b(?:account|membership|subscription|registration|member|subscriber|registered"
        r"|subscribed|contract|customer)\b",
        r"{delete}{gap}(?:when|once|after|upon|as soon as)\b.{0,40}\b(?:clos|delet|terminat|cancel|deactivat"
        r"|end)\w*\b.{0,30}\b(?:account|membership|subscription|contract|session)\b",
        r"\b(?:delet|eras|remov|destroy|purg)(?:es?|ed|ing)?\b.{0,60}{period} (?:later|after)\b",
        r"{keep}{far}until\b.{0,40}\b{you}\b.{0,40}\b(?:delete|remove|close|cancel|terminate|unsubscribe|opt out|ask"
        r"|request"
        r"|withdraw|revoke|instruct|object)s?\b",
        r"\b(?:deleted|erased|removed)\b{near}(?:when|once|after|upon|if|as soon as) (?:you|the user|your)\b.{0,30}"
        r"\b(?:delete|close|cancel|uninstall|terminate|unsubscribe)\w*",
        r"\b(?:when|once|if|after) (?:you|the user|a user|users) (?:\w+ )?(?:delete|close|cancel|uninstall"
        r"|terminate)s?\b"
        r".{0,80}\b(?:is|are|will be|gets?) (?:\w+ )?(?:deleted|erased|removed)\b",
        r"\banonymi[sz]\w+{far}(?:within|after|every|following) (?:\w+ ){0,4}?{period}",
    ),
    in_context=(
        (
            r"\b(?:retention|storage) (?:periods?|time|duration)\b|\bhow long (?:do )?we (?:keep|retain|store|hold)\b",
            r"(?:\||\b(?:up to|for|than|after|within|maximum|period))\W+(?:[\w']+ ){0,4}?{period}",
        ),
    ),
    unless=(
        r"\bcookies?\b",
        r"\bnot be (?:removed|deleted)\b",
        r"\b(?:respond|response|reply)\w*\b.{0,80}{period}",
        r"\b(?:preceding|prior|previous|past|last|same) (?:\w+ )?{period}",
        r"\b(?:account|active|services?)\b.{0,40}\bor (?:for )?(?:as long )?as (?:\w+ )?(?:needed|necessary)\b",
    ),
    does=(
        "We keep server logs for 30 days.",
        "Your messages are deleted after six months.",
        "After 90 days the recordings are erased.",
        "Retention period: 12 months.",
        "We store your address until you ask us to remove it.",
        "Your profile is stored until your account is closed.",
        "We keep your data as long as you have an account.",
        "We delete your data once you have closed your account.",
        "Backups may be kept for up to 2 weeks.",
        "Clips are removed from our disks 30 days later.",
        "We store the address that you gave us with your last order until you withdraw your consent.",
        "It is erased once you uninstall the app.",
        "If you delete your account, your pictures will be removed.",
        "Answers are anonymized after 3 months.",
        "Retention period | Invoices for up to 7 years",
    ),
    misses=(
        "The cookie is stored for two years.",
        "We keep a copy and will respond within 45 days.",
        "Your posts will not be removed after you close your account.",
        "We retain it as long as your account is active or as needed to provide the service.",
        "We hold a list of whom we gave it over the last 12 months.",
    ),
    gaps=("The data is kept for the duration of your visit.",),
)

KEEPS_DATA_OPEN_ENDED = PracticeRule(
    practice="keeps-data-open-ended",
    why="Without a limit, data can be kept for ever.",
    affirms=(
        r"{keep}\b.{0,100}\b(?:as long as|so long as|for as long|longer than)\b(?: \w+){0,8}?"
        r" (?:necessary|need(?:ed|s)?|required?|relevant|appropriate|useful|reasonabl[ey]|permitted|desirable"
        r"|legitimate|purposes?|business)\b",
        r"{keep}\b.{0,100}\b(?:period|time|duration|extent)(?: \w+){0,4}? (?:necessary|needed|required)\b",
        r"\b(?:retain|keep|store|hold)\b.{0,60}\bnecessary (?:to|for) (?:\w+ ){0,2}?(?:fulfil|achiev|comply"
        r"|provid|purpose)",
        r"{keep}{near}(?:indefinitely|permanently|forever|for ever|perpetually|in perpetuity)\b",
        r"\b(?:indefinitely|permanently) (?:keep|retain|store|kept|retained|stored|archived?)\b",
        r"{keep}{gap}for (?:an indefinite|an unlimited|an undetermined|an extended)"
        r" (?:period|time|amount|length)\b",
        r"\b(?:retain|keep|store)\b.{0,60}\bas (?:otherwise |reasonably |may be |is |are |we"
        r" (?:deem|believe|consider) )?(?:necessary|needed)\b",
        r"\bwe (?:\w+ ){0,4}?{delete}.{0,80}\b(?:no longer|not) (?:\w+ )?(?:necessary|need(?:ed|s)?|required?)\b",
        r"\b(?:no longer|not) (?:necessary|needed|required)\b.{0,60}\b(?:we (?:will )?|will be |is "
        r"|are )(?:\w+ )?(?:delete|erase|destroy|deleted|erased|destroyed)\b",
        r"\bwill be {delete}.{0,40}\b(?:no longer|not) (?:\w+ )?(?:necessary|needed|required)\b",
        r"\b(?:determine|determining|criteria)\b.{0,60}\b(?:retention period|how long|period of retention)\b",
        r"{keep}\b.{0,100}\b(?:as|so) long as (?:we have (?:a|an|the) |it (?:continues|takes|serves)|the purposes?"
        r"|commercially"
        r"|business)",
        r"{keep}\b.{0,60}\bfor (?:a )?longer\b.{0,80}\b(?:law|legal|laws|required|necessary|obligations?|legitimate"
        r"|claims"
        r"|purposes?)\b",
        r"{keep}\b.{0,80}\b(?:until|till)\b.{0,60}\b(?:no longer|not) (?:\w+ )?(?:necessary|needed|required"
        r"|relevant)\b",
        r"\b(?:retention periods?|how long we (?:keep|retain|store|hold))\b.{0,80}\b(?:depends?|vary|varies|based on"
        r"|criteria)\b",
        r"\b(?:is|are|be|and) (?:\w+ )?(?:deleted|erased|destroyed|anonymi[sz]ed)\b.{0,80}\b(?:no longer|not)"
        r" (?:\w+ ){0,2}?(?:necessary|needed|required|relevant)\b",
        r"{keep}{near}for (?:a |an )?(?:reasonable|limited|certain) (?:\w+ )?(?:time|period|amount)\b",
    ),
    denies=(
        r"\bnot (?:be )?(?:\w+ ){0,2}?{keep}{gap}(?:indefinitely|forever|(?:for more than|longer than|beyond)"
        r" (?:\w+ ){0,2}?{period})",
    ),
    unless=(
        r"\bcookies?\b",
        r"\b(?:you have the|your) rights?\b",
        r"\brights?\b.{0,60}\b(?:delet|eras|request)\w*",
    ),
    does=(
        "We keep your data as long as necessary for our purposes.",
        "We retain it for the period necessary to fulfil these purposes.",
        "We only retain what is necessary to fulfil our purposes.",
        "Posts may be stored indefinitely.",
        "We may permanently store what you send.",
        "Logs are kept for an extended period.",
        "We will retain your data as needed to comply with the law.",
        "We delete your data when it is no longer needed.",
        "Data that is no longer required will be deleted.",
        "Your data will be erased as soon as it is no longer necessary.",
        "To determine the retention period, we look at the kind of data.",
        "We do not keep your data longer than is necessary.",
        "We keep it as long as we have a reason to.",
        "We may store it for longer where the law demands.",
        "We hold it until it is no longer needed.",
        "The retention period depends on the kind of data.",
        "Logs are erased when they are no longer relevant.",
        "We keep logs for a reasonable time.",
    ),
    does_not=(
        "We do not keep recordings longer than 30 days.",
        "We do not store addresses indefinitely.",
    ),
    misses=(
        "A cookie is stored for as long as it is needed.",
        "We keep it no longer than is necessary, which is your right.",
        "The right to ask that we delete data which is no longer needed.",
    ),
)

RULES: tuple[PracticeRule, ...] = (STATES_RETENTION_PERIOD, KEEPS_DATA_OPEN_ENDED)
