"""What the reader can refuse: rules and their examples."""

from server.analysis.rules import Actor, PracticeRule

CAN_OPT_OUT_OF_MARKETING = PracticeRule(
    practice="can-opt-out-of-marketing",
    why="A way out lets you stop advertisements that you did not ask for, at any time.",
    actor=Actor.ANYONE,
    affirms=(
        r"\b(?:may|can|could|to|always|please|also|and|or|will be) unsubscribed?\b",
        r"\bunsubscrib(?:e|ing) (?:link|button|option|instructions?|information|function|feature|from|by|at|via"
        r"|through|in)\b",
        r"['\"]unsubscribe['\"]",
        r"\bopt(?:ing|ed)? out(?: of| from)?(?: \w+){0,6}? {message}",
        r"\b(?:link|instructions?|option|opportunity|right|chance) to opt out\b.{0,60}{message}",
        r"\b{message}.{0,60}\b(?:may|can|could|to|always|please) opt out\b",
        r"\b(?:stop|discontinue|cease|avoid|decline|refuse) (?:\w+ ){0,3}?(?:receiving|getting|sending)\b"
        r".{0,60}{message}",
        r"\b(?:choose|elect|opt|request|ask|decide|prefer|wish|want|like) (?:\w+ )?not to (?:receive|be sent|get|be"
        r" contacted)\b"
        r".{0,60}{message}",
        r"\b(?:not|no longer) (?:\w+ )?(?:wish|want|like|prefer|care) (?:\w+ ){0,2}?(?:to )?(?:receiv(?:e|ing)"
        r"|get|hear)\b.{0,120}\b(?:please|contact|click|let us know|can|may|opt|email|visit|notify|follow|reply"
        r"|write|call|select)\b",
        r"\b(?:not|no longer) (?:\w+ )?(?:wish|want|like|prefer) (?:\w+ ){0,2}?be"
        r" (?:contacted|emailed|called|added)\b",
        r"\bobject(?:ion)?\b.{0,100}\b(?:marketing|direct advertising|advertising purposes)\b",
        r"\bmarketing\b.{0,120}\b(?:{you}|they) (?:may|can|have the right to)(?: \w+){0,2} object\b",
        r"\b(?:stop|cease|discontinue|prevent|prohibit)\b.{0,60}\b(?:for|direct) (?:\w+ )?marketing\b",
        r"\b(?:discontinue|stop|end|cancel) (?:the )?(?:receipt|delivery) of\b.{0,60}{message}",
        r'\bopt(?:ing|ed)? out"? (?:of|from) (?:[\w-]+,? ){0,6}?{message}',
        r"\bremoved?{gap}(?:from|off){near}(?:mailing|email|marketing|newsletter|distribution|contact"
        r"|call) ?(?:lists?|databases?)\b",
        r"\b(?:chang|manag|updat|adjust|modif|edit|set|control|choos|select)\w*{near}(?:email|communications?"
        r"|marketing|notification|contact|mailing|subscription|newsletter) (?:preferences?|settings|choices"
        r"|options)\b",
        r"\b(?:withdraw|revoke)\b.{0,60}\bconsent\b.{0,60}\b(?:marketing|newsletters?|promotional)\b",
        r"\b(?:reply|replying|text|texting|respond|responding){near}\W?stop\b",
    ),
    in_context=(
        (
            r"\b(?:marketing|promotion\w*|newsletters?|mailings?|communications)\b",
            r"\byou (?:can|may|will be able to) (?:\w+ ){0,4}?<opt out> (?:at|by|via|from|through)\b",
        ),
    ),
    denies=(
        r"\b(?:can|may|will) not (?:be (?:able|permitted|allowed) to )?(?:opt out|unsubscribe)\b.{0,80}"
        r"\b(?:messages?|communications?|emails?|notices|notifications?|announcements?|correspondence|these"
        r"|them)\b",
        r"\b(?:not able|unable|no option|not possible|no opportunity|not allow \w+) to (?:opt out|unsubscribe)\b",
        r"\b(?:opt(?:ing|ed)? out|unsubscrib\w+)\b.{0,120}\b(?:continue to|still)"
        r" (?:\w+ )?(?:send|receive|contact|email|communicate|get)\b",
        r"\b(?:continue to|still) (?:\w+ )?(?:send|receive|contact|email|communicate)\b.{0,120}"
        r"\b(?:even|after|despite|if)\b.{0,40}\b(?:opt(?:ed|ing)? out|unsubscrib\w+)",
        r"\bnot (?:\w+ ){0,3}?(?:ability|option|opportunity|choice|right) to (?:unsubscribe|opt out (?:of|from)"
        r" (?:\w+ ){0,2}?"
        r"(?:receiving|these|those|communications?|messages|emails|notices))\b",
        r"\b(?:no longer|not|stop) (?:\w+ ){0,2}?receiv\w+.{0,100}\b(?:still|continue to)"
        r" (?:\w+ )?(?:send|communicate|contact|receive|email)\b",
    ),
    unless=(
        r"\bopt out (?:of )?(?:\w+ ){0,4}?(?:interest|targeted|personali[sz]ed|tailored|behaviou?ral|online)\b",
        r"\breceiv(?:e|ing) (?:interest|targeted|personali[sz]ed|tailored|behaviou?ral|cookies)\b",
    ),
    does=(
        "You may unsubscribe at any time.",
        'Click the "unsubscribe" link at the foot of the letter.',
        "Each email has an unsubscribe link.",
        "You can opt out of receiving our promotional emails.",
        "We give you the opportunity to opt out of future mailings.",
        "If you receive such emails, you can opt out by writing to us.",
        "To stop receiving our newsletter, write to us.",
        "You can choose not to receive marketing messages.",
        "If you no longer wish to receive our catalogue, please let us know.",
        "Tell us if you do not wish to be contacted.",
        "You have the right to object to the use of your data for direct marketing.",
        "We will remove your name from our mailing list.",
        "You can change your email preferences in your account.",
        "You may withdraw your consent to marketing at any time.",
        "Reply STOP to end the text messages.",
        "Promotional mail | You may at any time opt out by writing to us.",
        "Readers may object to its use for direct advertising.",
        "If it is used for direct marketing, you can object.",
        "You can tell us to cease processing for direct marketing.",
        "You can cancel the receipt of our newsletter.",
        'You may "opt out" of future emails.',
    ),
    does_not=(
        "You may not opt out of service messages.",
        "Members are not able to unsubscribe from such announcements.",
        "If you opt out, we will still send you messages about your account.",
        "We may still send you notices about your orders after you opt out.",
        "We do not offer the option to opt out of these.",
        "If you choose to no longer receive offers, we may still contact you about your order.",
    ),
    misses=(
        "You may opt out of personalised advertising messages.",
        "You may opt out of online behavioural marketing.",
        "If you no longer wish to receive interest-based advertising, please use the settings of your browser.",
    ),
)

RULES: tuple[PracticeRule, ...] = (CAN_OPT_OUT_OF_MARKETING,)
