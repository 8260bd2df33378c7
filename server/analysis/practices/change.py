"""How the policy changes: rules and their examples."""

from server.analysis.rules import PracticeRule

_OF_THE_POLICY = (
    r"{change}.{0,80}\b(?:policy|policies|statement|notice|practices)\b"
    r"|\b(?:policy|policies|statement|notice|practices)\b.{0,80}{change}"
)

CHANGES_WITHOUT_NOTICE = PracticeRule(
    practice="changes-without-notice",
    why="Unless you keep reading the page, you will not know what you agreed to.",
    affirms=(
        r"{change}{gap}(?:by |be |is |are )?<(?:posted|posting|published|publishing|uploaded|uploading)>\b",
        r"\b<(?:post|publish|posting|publishing|posted|published)>{gap}(?:changes?|updates?|updated|revised"
        r"|revisions?|amended|modified|modifications|amendments|new|current|latest)\b.{0,60}"
        r"\b(?:here|page|website|site|policy|statement|notice|document|online|app|services?)\b",
        r"\b(?:check|review|visit|revisit|re-visit|consult|read|reread|re-read|refer|look|return|monitor)\b"
        r".{0,80}\b(?:periodic\w*|regular\w*|frequent\w*|from time to time|often|occasional\w*|each time"
        r"|every time|whenever you|back)\b.{0,100}\b(?:page|policy|statement|notice|changes|updates|revisions"
        r"|changed|informed|current|practices)\b",
        r"\b(?:periodic\w*|regular\w*|frequent\w*|from time to time|occasional\w*)"
        r" (?:\w+ )?(?:check|review|visit|revisit|consult|read|reread|refer|look at)(?:ing)?\b.{0,100}"
        r"\b(?:page|policy|statement|notice|changes|updates)\b",
        r"\b(?:check|review|visit|consult|read)(?:ing)?\b.{0,40}\b(?:page|policy|statement|notice|site|website)"
        r"\b.{0,60}\b(?:periodic\w*|regular\w*|frequent\w*|from time to time|often|occasional\w*|each time"
        r"|every time|whenever you|for (?:any )?(?:changes|updates))\b",
        r"\bcheck back\b",
        r"\b(?:check|review|reread|re-read|revisit|consult|visit) (?:it|this|them|here|our website|our site)"
        r" (?:\w+ )?(?:periodically|regularly|frequently|often|occasionally|from time to time)\b",
        r"\beffective\b.{0,40}\b(?:upon|when|once|as soon as|on|at the time|from the time|immediately)\b.{0,40}"
        r"\b(?:post|publish|publication|upload|appear)\w*",
        r'{change} the "?(?:last|latest|effective|date|revision|modified|updated)\b',
        r"{change}.{0,80}\b(?:by|through) (?:updating|revising|changing|amending|modifying|displaying|placing)"
        r"\b.{0,40}\b(?:page|policy|date|statement|notice|website)\b",
    ),
    in_context=(
        (_OF_THE_POLICY, r"\b<(?:notify|notified|inform|informed)>\b.{0,40}\b(?:here|on this page)\b"),
        (_OF_THE_POLICY, r"\bon (?:our|the|this) (?:privacy )?policy page\b"),
        (
            r"\b(?:policy|statement|privacy notice)\b",
            r"<{change}>.{0,150}\bwithout (?:\w+ ){0,3}?(?:notice|notification|notifying|informing)\b",
        ),
        (
            r"\b(?:policy|statement|privacy notice)\b",
            r"\bwithout (?:\w+ ){0,3}?(?:notice|notification)\b.{0,100}<{change}>",
        ),
        (
            r"{change}.{0,80}\b(?:policy|statement|notice)\b|\b(?:policy|statement|notice)\b.{0,80}{change}",
            r"\b(?:latest|current|updated|revised|new|recent) (?:version|policy|statement|notice)\b.{0,40}"
            r"\b<(?:available|posted|found|published|accessible|displayed)>\b",
        ),
    ),
    unless=(
        r"\b(?:we|our \w+) (?:(?:may|will|also|do|\w+ly) ){0,3}(?:review|check|monitor|audit|visit)\b.{0,80}"
        r"\b(?:regular|periodic|frequent|time to time)\w*",
        r"\bwe (?:will |also |may )*(?:periodically|regularly) (?:review|check|monitor|audit)\b",
        r"\bprominent(?:ly)?\b",
        r"\b(?:by|via|an|through|you|sending|or) (?:an )?email\b",
        r"\b(?:terms of (?:use|service)|terms and conditions|settings|preferences)\b",
    ),
    does=(
        "We may change this policy without notice.",
        "Without prior notice we may amend this policy.",
        "Changes to this policy are posted here.",
        "We will post the revised policy on this page.",
        "Please review this page periodically for changes.",
        "You should regularly check this notice.",
        "Read this policy each time you come back.",
        "Check back soon.",
        "This policy can change, so please review it often.",
        "Changes are effective immediately when they are posted.",
        'We will revise the "last updated" date.',
        "You will learn of changes through updating of the date of this policy.",
        "Changes to our policy | The latest version is always available here.",
        "We will inform you here of what is new in this policy and any update.",
        "Changes to our policy | You will be notified on our privacy policy page.",
        "We recommend that you review this policy periodically for changes.",
    ),
    misses=(
        "We review our policy from time to time for changes.",
        "Changes are posted prominently.",
        "We will post changes here and tell you by email.",
        "We may change our terms of use without notice.",
        "We will periodically review our policy from time to time for updates.",
    ),
)

NOTIFIES_OF_CHANGES = PracticeRule(
    practice="notifies-of-changes",
    why="A message about a change gives you the chance to object or to leave.",
    affirms=(
        r"\b<(?:notify|inform|alert|tell|advise|let|email|contact)> (?:all |our |the |registered |affected )*"
        r"{you} (?:know )?(?:of |about |if |when |before |regarding )?(?:[\w-]+ ){0,3}?(?:changes?|modifications?"
        r"|amendments?|updates?|revisions?)(?: (?:to|in|of|we make to) (?:the|our|this)"
        r" (?:privacy |terms of this )*(?:policy|statement|notice))?(?:\.|$|,| before| prior| at least"
        r"| in advance| and| as required| if required| where required| when)",
        r"\b(?:changes?|modifications?|amendments?|updates?|revisions?)\b.{0,150}\bprominent(?:ly)?\b",
        r"\bprominent(?:ly)?\b.{0,100}\b(?:changes?|modifications?|amendments?|revisions?|updates?)\b",
    ),
    in_context=(
        (_OF_THE_POLICY, r"\b<let> you know\b"),
        (
            _OF_THE_POLICY,
            r"\b<(?:notify|inform|tell|advise)> (?:all |our )*{you}(?:[.,]|"
            r" (?:accordingly|if|when|before|through|on our|prior|in advance)\b)",
        ),
        (
            _OF_THE_POLICY,
            r"\bwill be (?:\w+ )?(?:notified|informed|alerted|advised|provided|given)\b.{0,60}"
            r"\b<(?:emails?|(?:prior |advance |appropriate )?notice|in advance|message)>\b",
        ),
        (
            r"{change}.{0,100}\b(?:policy|policies|statement|notice|terms|practices)\b|"
            r"\b(?:policy|policies|statement|notice|terms|practices)\b.{0,100}{change}",
            r"\b<(?:notify|inform|alert|tell|advise|communicate|notified|informed|alerted|advised)>\b.{0,120}"
            r"\b(?:emails?|messages?|banner|pop-?up|in-?app|dashboard|directly|push|home ?page|notifications?"
            r"|in advance|individually|account|mail)\b",
        ),
        (
            r"\b(?:changes?|modif\w+|amend\w*|updates?|updated?|revis\w+)\b.{0,100}"
            r"\b(?:policy|policies|statement|notice|practices)\b|\b(?:policy|policies|statement|notice"
            r"|practices)\b.{0,100}{change}",
            r"\b<(?:provide|give|giving|providing|send|sending)>(?: {you})?(?: with)?"
            r" (?:[\w-]+,? ){0,4}?(?:notice|notifications?|email|message)\b",
        ),
        (
            r"\b(?:changes?|modif\w+|amend\w*|updates?|updated?|revis\w+)\b.{0,100}"
            r"\b(?:policy|policies|statement|notice|practices)\b|\b(?:policy|policies|statement|notice"
            r"|practices)\b.{0,100}{change}",
            r"\b<(?:notify|inform|alert|tell|notified|informed)>(?: \w+)?(?: {you})?"
            r" (?:as required|by means of a|via|through (?:the|our|your)|prior|at least|in accordance|on"
            r" (?:the|our) (?:home ?page|site|website|app))\b",
        ),
        (
            r"\b(?:changes?|modif\w+|amend\w*|updates?|revis\w+)\b.{0,100}\b(?:policy|policies|statement|notice"
            r"|practices)\b|\b(?:policy|policies|statement|notice|practices)\b.{0,100}{change}",
            r"\b<(?:post|posting|place|placing|publish|publishing|display|displaying|put|providing)>"
            r" (?:a |an |such |any |clear |conspicuous |reasonable |advance |prior |special |general |visible "
            r"|and |or )*(?:notices?|announcements?|notifications?|banner|alert) (?:on|in|at|to|within|through|of"
            r"|prior|before|about|for|\d)",
        ),
        (
            r"\b(?:changes?|modif\w+|amend\w*|updates?|revis\w+)\b.{0,100}\b(?:policy|policies|statement|notice"
            r"|practices)\b",
            r"\bwe (?:will|may|shall)(?: \w+)? <(?:email|message)> {you}\b",
        ),
    ),
    unless=(
        r"\b(?:not|no)(?: \w+)? (?:obligated|required|obliged|obligation|able|notify|inform)\b",
        r"\bbreach\b",
        r"\b(?:merger|acquisition|change in ownership|change of (?:ownership|control)|bankruptcy|sale of)\b",
        r"\b(?:your (?:password|order|account information)|please (?:notify|inform|contact))\b",
    ),
    does=(
        "We will notify you of any changes to this policy.",
        "Changes are announced by a prominent notice.",
        "A prominent notice tells of any changes.",
        "When we change this policy, we will inform you by email.",
        "If we change our policy, we will give you advance notice.",
        "If we change our policy, we will notify you as required by law.",
        "When the policy is amended, we will place a notice on the home page.",
        "For changes to this policy, we will email you.",
        "Changes to our policy | We may post a notice on our site.",
        "If we make important changes to this policy, we will let you know.",
        "When we make changes to this policy, we will notify you accordingly.",
        "If this policy is changed, you will be given appropriate notice.",
    ),
    misses=(
        "We are not obliged to notify you of changes.",
        "Changes to the policy | After a breach we will notify you by email.",
        "A prominent notice will tell of any merger and its changes.",
        "Our policy is to change it for you: please notify us by email.",
    ),
)

CONSENT_BY_USE = PracticeRule(
    practice="consent-by-use",
    why="You are taken to agree without ever having been asked.",
    affirms=(
        r"\b(?:by|when|if) (?:you )?(?:\w+ ){0,3}?(?:using|visiting|accessing|continuing|browsing|use|access"
        r"|visit|continue|interacting|downloading|installing|registering|participating|viewing|entering"
        r"|signing up|creating)\b.{0,150}\b(?:you|users?|visitors?|members?|they|i)"
        r" (?:[\w,]+ ){0,8}?(?:agree|consent|accept|acknowledge|signify|indicate)(?:s|ing|ed)?\b",
        r"\b(?:use|access|usage|visit|visits|participation|using|accessing)\b.{0,120}"
        r"\b(?:constitutes?|signif\w+|means?|indicates?|deemed|represents?|implies|considered|shall be|confirms)"
        r"\b.{0,60}\b(?:agreement|agree|consent|consented|accept|acceptance|accepted|acknowledg\w+|agreed)\b",
        r"\bcontinued (?:use|access|usage|visit|participation)\w*\b.{0,150}\b(?:agree|consent|accept|acknowledg"
        r"|bound|subject)\w*",
        r"\bcontinu(?:e|ing) to (?:use|access|browse|visit)\b.{0,150}\b(?:agree|consent|accept|acknowledg"
        r"|bound)\w*",
        r"\bby (?:\w+ ){0,3}?(?:submitting|providing|giving|sending|supplying|disclosing|entering)\b.{0,100}"
        r"\byou (?:\w+ ){0,3}?(?:agree|consent|accept|acknowledge)\b.{0,100}\b(?:policy|statement|notice"
        r"|collection|use|processing|transfer|practices|terms)\b",
        r"\b(?:do not|disagree|not in agreement)\b.{0,60}\b(?:agree|accept|consent|policy|terms|practices"
        r"|statement)\b.{0,80}\b(?:do not|not to|should not|must not|discontinue|stop|refrain from|leave|cease"
        r"|exit)(?: \w+){0,3}? (?:us(?:e|ing)|access(?:ing)?|visit(?:ing)?|site|website|services?|platform)\b",
        r"{you} (?:\w+ ){0,3}?(?:agree|consent|accept|acknowledge)s?\b.{0,100}\bby"
        r" (?:\w+ ){0,2}?(?:using|visiting|accessing|continuing|browsing|navigating|entering)\b",
        r"\bby (?:\w+ ){0,3}?(?:using|visiting|accessing|continuing|browsing|entering)\b.{0,100}"
        r"\b(?:confirm\w* (?:that )?(?:you )?have read|(?:governed|bound) by\b.{0,40}\b(?:policy|statement|notice))\b",
    ),
    unless=(
        r"\b(?:youtube|google|facebook|twitter|third party|third parties')(?:'s)?"
        r" (?:\w+ ){0,2}?(?:terms|policy|policies)\b",
        r"\b(?:cancel|withdraw|revoke|opt out|without)\b.{0,40}\bconsent\b",
    ),
    does=(
        "By using this site you consent to this policy.",
        "Your use of the service means that you accept our practices.",
        "Continued use of the site after a change is subject to the new policy.",
        "If you continue to browse you accept this.",
        "By sending us your data you agree to its use.",
        "If you do not agree with this policy, do not use our site.",
        "You agree to this policy by visiting our pages.",
        "By entering this site, everyone is governed by this policy.",
    ),
    misses=(
        "By using this button you agree to the YouTube terms.",
        "By visiting the settings you can withdraw your consent, as you accept.",
    ),
)

RULES: tuple[PracticeRule, ...] = (CHANGES_WITHOUT_NOTICE, NOTIFIES_OF_CHANGES, CONSENT_BY_USE)
