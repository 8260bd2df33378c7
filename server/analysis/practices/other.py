"""Linked sites and the contact: rules and their examples."""

from server.analysis.rules import Actor, PracticeRule

DISCLAIMS_LINKED_SITES = PracticeRule(
    practice="disclaims-linked-sites",
    why="Once you follow a link, this policy no longer protects you.",
    actor=Actor.ANYONE,
    affirms=(
        r"\bnot (?:\w+ ){0,2}?(?:responsible|liable|accountable)\b.{0,120}\b(?:such|other|these|those|linked"
        r"|third party|external|another|any|third parties') (?:\w+ ){0,2}?(?:sites?|websites?|links?|pages)\b",
        r"\bnot (?:\w+ ){0,2}?(?:responsible|liable|accountable)\b.{0,120}\b(?:sites?|websites?|services|links?)"
        r"\b.{0,40}\b(?:link|linked|own)\b",
        r"\b(?:links?|linked|linking)\b.{0,200}\b(?:own|different|separate|their)"
        r" (?:\w+ )?(?:privacy|policies|policy|terms|data)\b",
        r"\b(?:policy|statement|notice)\b.{0,40}\b(?:not|only) (?:\w+ )?(?:apply|cover|applies|extend|address"
        r"|govern|applicable)\b.{0,120}\b(?:links?|linked|other (?:web)?sites|third party"
        r" (?:\w+ )?(?:web)?sites|third party services|websites of)\b",
        r"\bno (?:\w+ )?(?:control|responsibility|liability)\b.{0,100}\b(?:such|other|these|those|linked"
        r"|third party|external|third parties') (?:\w+ ){0,2}?(?:sites?|websites?|links?|services)\b",
        r"\bnot (?:\w+ )?(?:control|endorse|monitor|govern|make any representations)\b.{0,80}"
        r"\b(?:such|other|these|those|linked|third party|external) (?:\w+ ){0,2}?(?:sites?|websites?|links?)\b",
        r"\b(?:read|review|check|consult|refer to|familiari[sz]e|aware of|examine)\b.{0,60}"
        r"\b(?:policy|policies|statements?|notices?|terms|practices)\b(?: \w+){0,3}? (?:of|at|for|on|posted on)"
        r"\b.{0,40}\b(?:any|each|every|other|those|these|such|third party|linked|all)"
        r" (?:\w+ ){0,2}?(?:sites?|websites?)\b",
        r"\b(?:policy|policies|statements?|notices?) (?:of|on|at|posted on) (?:any|every|each|all|the)"
        r" (?:\w+ )?(?:web)?sites? (?:that )?you\b",
        r"\b(?:other|third party|linked|external|such|these|those) (?:\w+ )?(?:sites|websites|site|website)\b"
        r".{0,60}\b(?:own|different|separate|not governed|not covered|not subject|governed by)\b.{0,40}"
        r"\b(?:privacy|polic|terms|practices)",
        r"\b(?:leave|leaving) (?:our|this|the) (?:web)?site\b.{0,120}\b(?:privacy|policy|policies|responsible)\b",
        r"\bgoverned by (?:the|their|its|that) .{0,40}\b(?:third part|site'?s?|websites?|own)\b.{0,40}"
        r"\b(?:policy|policies|terms)\b",
        r"\b(?:read|review|check|consult)\b.{0,40}\b(?:third part(?:y|ies)'?|their|those|these"
        r"|other companies')(?: \w+){0,3}? (?:privacy )?(?:policies|statements|notices)\b",
        r"\b(?:have|has|having) (?:its|their|separate) (?:own )?(?:\w+ ){0,3}?(?:privacy|data) (?:\w+ )?(?:policy"
        r"|policies|practices|statements?|notices?)\b",
        r"\b(?:governed by|subject to|in accordance with|according to) (?:\w+ ){0,2}?(?:their (?:own |respective )?"
        r"|its own )(?:\w+ )?(?:privacy|data) (?:policy|policies|statements?|notices?|practices)\b",
        r"\bprivacy (?:policy|policies|notices?|statements?) of (?:any|each|such|the|those|these|that) (?:\w+"
        r" )?(?:third part(?:y|ies)|social|linked|applicable|respective|other)\b",
        r"\bfamiliari[sz]e yourself with (?:\w+ ){0,3}?(?:their|those|these|third part(?:y|ies)|policies)\b",
        r"\b(?:read|review|check|consult|refer to)\b.{0,40}\bthird part(?:y|ies)(?:'s?)? (?:\w+ ){0,2}?privacy"
        r" (?:policy|notice|statement)\b",
    ),
    in_context=(
        (
            r"\b(?:links?|linked|third part(?:y|ies)|other (?:sites|websites|parties))\b",
            r"\b(?:practices|policies|policy)\b.{0,40}\b<(?:may|might)> (?:differ|vary|be different)\b",
        ),
        (
            r"\b(?:links?|linked|third part(?:y|ies)|other (?:sites|websites))\b",
            r"\bnot (?:covered|governed|bound) by\b.{0,40}\b(?:policy|statement|notice)\b|"
            r"\bnot subject to (?:this|our) (?:\w+ )?(?:policy|statement|notice)\b",
        ),
        (
            r"\b(?:links?|linked|third party (?:sites|websites|links)|other (?:sites|websites))\b",
            r"\b(?:not (?:\w+ )?responsible|no responsibility|no control|not control|not apply)\b.{0,80}"
            r"\b(?:privacy|practices|content|policies|they|their|them|third part)",
        ),
    ),
    unless=(
        r"\b(?:visited|visit) (?:\w+ ){0,3}?before\b",
        r"\bread (?:this|our) (?:privacy )?(?:policy|statement|notice)\b",
    ),
    does=(
        "We are not responsible for the practices of such sites.",
        "We are not liable for services to which we link.",
        "Our pages have links to shops that have their own policies.",
        "This policy does not apply to linked pages.",
        "We have no control over these third party sites.",
        "We do not endorse such websites.",
        "Please read the privacy policy of every site you visit.",
        "Other sites have different privacy practices.",
        "When you leave our site, its own policy holds.",
        "What you write there is governed by the site's own terms.",
        "We encourage you to review their privacy policies.",
        "Links | We are not responsible for their content.",
        "Such shops have separate privacy policies.",
        "They use it in accordance with their own privacy policy.",
        "What holds there are the privacy policies of the respective firms.",
        "Please familiarize yourself with their terms.",
        "We suggest that you read the third party's privacy policy.",
        "Links | Their practices may differ from ours.",
        "What is collected by third parties is not covered by this policy.",
    ),
    misses=(
        "The address of the site you visited before, and those other sites with their own terms.",
        "Please read this policy, which does not apply to linked pages.",
    ),
)

PROVIDES_PRIVACY_CONTACT = PracticeRule(
    practice="provides-privacy-contact",
    why="You know whom to ask, and where to complain.",
    actor=Actor.ANYONE,
    affirms=(
        r"\b(?:questions?|concerns?|comments?|inquir(?:y|ies)|enquir(?:y|ies)|complaints?|queries|suggestions)"
        r"\b.{0,200}\b(?:contact|contacted|email us|emailing|send (?:us |me )?an?"
        r" (?:email|message|letter)|write|writing to|reach|call us|addressed|directed|sent to|get in touch"
        r"|submit)\b.{0,80}\b(?:email|at|by|via|through|following|below|address|form|phone|telephone|mail|to"
        r"|online|here)\b",
        r"\b(?:questions?|concerns?|comments?|inquir(?:y|ies)|enquir(?:y|ies)|complaints?)\b.{0,150}"
        r"\b(?:contact|email|write|reach|call)\b.{0,60}(?:@|:$|\[email protected)",
        r"\b(?:contact|email|write to|reach|call) (?:us|our|the|me)\b.{0,100}(?:@|\bat\b|\bby\b|\bvia\b|"
        r"\bthrough\b|\bbelow\b|\bform\b).{0,120}\b(?:questions?|concerns?|comments?|inquir(?:y|ies)|enquir(?:y"
        r"|ies)|complaints?|queries)\b",
        r"\b(?:privacy|dpo|dataprotection|data-protection|gdpr|ccpa|legal)[\w.-]*@",
        r"\b(?:data protection|privacy|compliance) (?:officer|team|department|office|manager|coordinator"
        r"|administrator|contact)\b.{0,80}(?:@|\b(?:at|by|via|email|address|phone|contacted|reached|write"
        r"|contact)\b)",
        r"\b(?:contact|email|write to|reach|writing to)(?: \w+){0,4}? (?:data protection|privacy|chief privacy)"
        r" (?:officer|team|department|office|manager|coordinator)\b",
        r"\bcontact us\b.{0,40}(?:@|\b(?:at|by (?:email|mail|phone)|via|through)\b)",
        r"\b(?:email|write to|reach) us (?:at|via|on|here)\b",
        r"\b(?:questions?|concerns?|feedback|suggestions|requests?|rights?)\b.{0,150}\b(?:contact|email|emailing"
        r"|contacting|write|touch|touch with us|reach)\b.{0,60}@\w",
        r"\b(?:attn|attention): ?(?:\w+ ){0,3}?(?:data protection|privacy|legal|compliance)\b",
    ),
    in_context=(
        (
            r"\b(?:contact|contacting|questions|reach us|get in touch)\b",
            r"(?:^|\b)(?:email|e-mail|by email|mail|address|phone|telephone|by mail|by phone"
            r"|attn)(?: address)?:? ?(?:\w+ ){0,3}?[\w.+-]+@",
        ),
        (
            r"\b(?:contact us|contacting us|questions)\b",
            r"\b(?:email|phone|telephone|by mail|by email|attn|postal address|mailing address): ",
        ),
    ),
    unless=(
        r"\b(?:unsubscribe|opt out)\b",
        r"\b(?:when you contact us|send you (?:an )?emails?)\b",
        r"\bwe (?:may|will|can) (?:\w+ )?(?:contact|email|call|send|reach) (?:you|him|them|users)\b",
    ),
    does=(
        "If you have questions about this policy, please contact us by email.",
        "If you have any concerns, please write:",
        "You may write to us at our office with any questions.",
        "privacy@example.org is the address.",
        "Our data protection officer can be reached by mail.",
        "Please contact our privacy team.",
        "Contact us at our London office.",
        "You can email us at the address given.",
        "Contact us | Email: office@example.org",
        "Contact us | Phone: 555 0100",
        "To use these rights get in touch: office@example.org",
        "Attn: Data Protection Officer",
    ),
    misses=(
        "To unsubscribe, contact us by email.",
        "When you contact us at the office we keep what you write.",
        "If you send questions to the shop, we may contact you by phone.",
    ),
    gaps=("If you have any questions about this policy, drop us a line.",),
)

RULES: tuple[PracticeRule, ...] = (DISCLAIMS_LINKED_SITES, PROVIDES_PRIVACY_CONTACT)
