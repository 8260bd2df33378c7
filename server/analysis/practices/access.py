"""What the reader can see, change, delete and take along: rules and their examples."""

from server.analysis.rules import Actor, PracticeRule

CAN_ACCESS_OR_CORRECT = PracticeRule(
    practice="can-access-or-correct",
    why="Seeing what is held about you is the only way to notice and mend mistakes.",
    actor=Actor.ANYONE,
    affirms=(
        r"\brights? (?:of|to)(?: \w+){0,4}? (?:access|rectif\w+|correct\w*|inspect|review|know what"
        r"|obtain a copy)\b",
        r"\brights?\b.{0,100}\bto (?:access|correct|rectify|update|amend|review|obtain a copy of|request access)\b",
        r"\b{you} (?:may|can|could|will be able to|are able to|are entitled to|have the"
        r" (?:ability|option|opportunity) to)(?: \w+){0,4}? (?:access|review|correct|update|rectify|amend|edit"
        r"|modify|change|view|inspect|see)\b(?:,? ?[\w-]+){0,8}? (?:information|data|details|profile|records?"
        r"|inaccurac\w+)\b",
        r"\b(?:wish|want|would like|like|need)(?:es|s)? (?:us )?to (?:[\w,/]+ ){0,4}?(?:access|review|correct"
        r"|update|rectify|amend|edit|modify|change|see|view)\b(?:,? ?[\w-]+){0,8}?"
        r" (?:your|their|the|his|personal|any)\b(?: [\w-]+){0,5}? (?:information|data|details|profile|records?"
        r"|inaccurac\w+)\b",
        r"\b(?:to|by) (?:access|review|correct|updat|rectify|amend|edit|modify|chang|view)(?:e|ing)?"
        r"\b(?:,? ?[\w-]+){0,6}? (?:your|their) (?:[\w-]+ ){0,4}?(?:information|data|details|profile|records?)"
        r"\b.{0,80}\b(?:please|contact|email|log|visit|click|go to|write|call|you (?:may|can|should|must))\b",
        r"\b(?:contact(?:ing)?|email(?:ing)?|log(?:ging)? (?:in|on)\w*|visit(?:ing)?|click(?:ing)?|writ(?:e|ing)"
        r"|call(?:ing)?)\b.{0,80}\b(?:to|and) (?:access|review|correct|update|rectify|amend|edit|modify|change"
        r"|view)\b(?:,? ?[\w-]+){0,6}? (?:your|their|any|the)(?: [\w-]+){0,4}? (?:information|data|details"
        r"|profile|records?|inaccurac\w+)\b",
        r"\brequest(?:s|ing)?(?: \w+){0,3}? (?:access to|a copy of|copies of|correction|rectification)\b",
        r"\brequest(?:s|ing)? that we (?:[\w,/]+ ){0,4}?(?:correct|update|amend|rectify)\b",
        r"\b(?:allow|enable|permit|let|give|provide|offer|grant)\w*\b(?: \w+){0,3}? {you}\b.{0,60}"
        r"\b(?:access|review|correct|update|edit|modify|change|view)\b.{0,50}\b(?:information|data|details"
        r"|profile|records)\b",
        r"\b(?:provide|offer)\w*\b.{0,40}\b(?:updating|correcting|changing|editing)\b.{0,40}\b(?:your|their)\b"
        r".{0,30}\b(?:information|data)\b",
        r"\b(?:inaccura|incorrect|incomplete|out of date)\w*\b.{0,80}\b(?:correct|update|rectif|amend"
        r"|let us know)\w*",
        r"\b(?:correct|update|rectif|amend)\w*\b.{0,60}\b(?:inaccura|incorrect|incomplete|out of date)\w*",
        r"\bask us (?:to|for) (?:[\w,/]+ ){0,3}?(?:correct|update|rectify|amend|access|a copy|copies)\b",
        r"\b(?:access|accessing|review|view), ?(?:\w+, ?){0,4}?(?:and |or |and/or )?(?:\w+ ){0,2}?(?:correct"
        r"|updat|edit|amend|chang|rectify|modify)\w*\b",
        r"\bright to know\b",
        r"\brights? to (?:ask for|request|be provided with|obtain|receive)(?: \w+){0,3}? (?:information|copy)\b",
        r"\bexercis\w+\b.{0,40}\b(?:access|rectification|correction)\b.{0,60}\brights?\b",
        r"\bsubject access requests?\b",
        r"\b(?:request|ask)(?:s|ing)? (?:us )?to (?:[\w,/]+ ){0,6}?(?:access|correct|update|change|amend|rectify|review"
        r"|modify|see)\b.{0,60}\b(?:information|data|details|profile|records?)\b",
        r"\brequest(?:s|ing)? (?:an |the |any )?(?:amendment|update|change)s? (?:or \w+ )?(?:of|to)\b",
        r"\b(?:information|data|profile|details) (?:\w+ )?(?:can|may) be (?:\w+, )?(?:changed|modified|updated"
        r"|corrected"
        r"|edited)\b.{0,60}\b(?:by (?:logging|contacting|visiting|{you})|in your|through your|upon request)\b",
    ),
    denies=(
        r"\b(?:information|data|records?|(?:user)?names?|address(?:es)?) (?:\w+ ){0,3}?(?:can|may) not be"
        r" (?:changed|corrected|edited|modified|altered|updated)(?:[.,]|$| (?:or|and|by|once|after|if|from|in"
        r"|through|without|at)\b)",
    ),
    unless=(
        r"\bwe (?:may|will|can|also) (?:\w+ )?(?:update|correct|supplement|enhance|amend)"
        r" (?:your|the|this|our|any) (?:\w+ )?(?:information|data|records|profile) (?:with|from|using)\b",
        r"\bwe reserve the right\b",
    ),
    does=(
        "You have the right to access and rectify your data.",
        "You have rights under the law, for example to correct what we hold.",
        "You may review and change your registration information.",
        "If you wish to correct the personal information we hold, write to us.",
        "To update your contact information, please visit your account page.",
        "Log in to your account to edit your profile.",
        "Members can request a copy of what we hold.",
        "You may request that we correct what is wrong.",
        "We give users the option to change their registration data.",
        "Should your record be inaccurate, we will correct it.",
        "We correct whatever is inaccurate.",
        "You can ask us for a copy.",
        "Access, correct or remove what you gave us in the settings.",
        "We provide ways of updating and correcting your personal information.",
        "You also have the right to know what was collected.",
        "You have the right to receive a copy.",
        "To exercise your access and portability rights, call us.",
        "Subject access requests are free.",
        "Parents may ask to see the records of their child.",
        "You can request an update to your record.",
        "Such details can be changed by logging in.",
    ),
    does_not=(
        "User names can not be changed once you have signed up.",
        "Data collected by itself may not be corrected or deleted.",
    ),
    misses=(
        "We may update your records with data from brokers so that users can view correct information.",
        "We reserve the right to review or change our data.",
    ),
)

CAN_DELETE = PracticeRule(
    practice="can-delete",
    why="Deletion on request is how you end what a site knows about you.",
    actor=Actor.ANYONE,
    affirms=(
        r"\brights? (?:of|to)(?: [\w,]+){0,8}? (?:delet\w+|eras\w+|be forgotten|removal)\b",
        r"\brights?\b.{0,150}\b(?:to|of|and|or) (?:delete|erase|erasure|deletion)\b",
        r"\b{you} (?:may|can|could|will be able to|are able to|are entitled to|have the"
        r" (?:ability|option|choice) to)\b.{0,80}\b(?:delet(?:e|ed|ion)|eras(?:e|ed|ure)|remov(?:e|ed|al of))"
        r"\b(?:,? ?[\w-]+){0,6}? (?:your|their|any|the|this|that|all|some|certain|personal)(?: [\w-]+){0,5}?"
        r" (?:information|data|details|profile|accounts?|records?|content)\b",
        r"\b(?:wish|want|would like|like|need|prefer)(?:es|s)? (?:us )?to (?:[\w,/]+ ){0,8}?(?:delete|erase"
        r"|remove)\b(?:,? ?[\w-]+){0,6}? (?:your|their|any|the|this|it|personal)\b",
        r"\b(?:ability|able|option|opportunity) to (?:[\w,/]+ ){0,6}?(?:delete|erase)\b.{0,60}"
        r"\b(?:information|data|account|profile|records)\b",
        r"\b(?:close|delete|terminate|deactivate|cancel) (?:your|their|my|an|the|his or her)"
        r" (?:\w+ ){0,3}?account\b",
        r"\b(?:to|by) (?:delet|eras|remov)(?:e|ing)\b(?:,? ?[\w-]+){0,6}? (?:your|their)"
        r" (?:[\w-]+ ){0,4}?(?:information|data|details|profile|record|account)\b.{0,80}"
        r"\b(?:please|contact|email|log|visit|click|go to|write|call|you (?:may|can|should|must))\b",
        r"\b(?:contact(?:ing)?|email(?:ing)?|log(?:ging)? in\w*|visit(?:ing)?|click(?:ing)?|writ(?:e|ing)"
        r"|call(?:ing)?)\b.{0,80}\b(?:to|and) (?:delete|erase|remove|have)\b(?:,? ?[\w-]+){0,6}?"
        r" (?:your|their|any|the)(?: [\w-]+){0,4}? (?:information|data|details|profile|records?|accounts?)\b"
        r".{0,20}",
        r"\b(?:request|ask for|demand)(?:s|ing)?(?: \w+){0,6}? (?:deletion|erasure|removal) of\b",
        r"\b(?:request|ask|demand)(?:s|ing)?\b(?: \w+){0,4}? (?:that|us to|to have)\b.{0,50}"
        r"\b(?:delet(?:e|ed)|eras(?:e|ed)|remov(?:e|ed)|destroy(?:ed)?)\b.{0,60}"
        r"\b(?:information|data|account|profile|records)\b",
        r"\b(?:delete|erase|remove|destroy)\b.{0,60}\b(?:information|data|account|profile|records|it)\b.{0,60}"
        r"\b(?:(?:at|upon|on|by|following) (?:\w+ )?request|if you (?:ask|request|so))\b",
        r"\bupon receipt of (?:your|such|this|a) (?:\w+ )?(?:notice|request)\b.{0,40}\b(?:delete|erase|remove)\b",
        r"\b(?:upon|on|at) (?:\w+ )?request\b.{0,60}\b(?:delete|erase|remove)\b.{0,60}"
        r"\b(?:information|data|account|records)\b",
        r"\b(?:allow|enable|permit|let|give|provide|offer)\w*\b(?: \w+){0,3}? {you}\b.{0,80}\b(?:delete|erase)\b",
        r"\b(?:account|information|data|profile|details) (?:to be )?(?:deleted|erased|removed)\b.{0,60}"
        r"\b(?:please|contact|email|by|click|at any time|here|request)\b",
        r"\bno longer (?:wish|want) us to (?:\w+ or )?(?:keep|use|hold|process|retain|store)\b",
        r"\b(?:access|see|view|correct|change|update|edit|amend|export)\b(?:,? ?\w+){0,3}?,? (?:or|and)"
        r" (?:to )?(?:delete|erase|remove)\b.{0,40}\b(?:your|their|his|her|personal|any)\b.{0,40}"
        r"\b(?:information|data|accounts?|profiles?|details)\b",
        r"\brequests?(?: that)? (?:your|their|the|any|it|its|such) (?:\w+ ){0,4}?be (?:deleted|erased|removed)\b",
        r"\b(?:deletion|erasure) requests?\b",
        r"\bif you (?:ask|request|tell|instruct)(?: \w+){0,3}? (?:to )?(?:delete|remove|erase)\b",
    ),
    denies=(
        r"\baccounts? (?:can|may) not be (?:deleted|erased|removed)\b",
        r"\b(?:you|users?|members?) (?:can|may) not (?:delete|erase|remove)\b.{0,40}\b(?:data|accounts?|information)\b",
    ),
    unless=(
        r"\b(?:delete|erase|remove|deletion of|removal of)(?: \w+){0,2}? cookies\b",
        r"\b(?:we (?:may|reserve the right to|can)|our right to) (?:[\w,/]+ ){0,6}?(?:terminate|cancel|remove"
        r"|delete|deactivate)\b",
    ),
    does=(
        "You have the right to be forgotten.",
        "You have rights over your data and may ask for access or deletion.",
        "You can delete any of your personal data in the settings.",
        "If you would like to delete your profile, tell us.",
        "You may close your account at any time.",
        "To erase your information, please write to us.",
        "Contact us to have your data removed.",
        "You can request the deletion of what we hold.",
        "You can ask us to remove your profile.",
        "We will delete your data upon written request.",
        "Upon your request we delete your records.",
        "Upon receipt of your notice we will remove your data.",
        "We give users the option to delete what they wrote.",
        "You can have your account deleted by writing to us.",
        "If you no longer want us to keep your address, tell us.",
        "Parents have the ability to review and delete their child's records.",
        "All users can see, edit or delete their personal data.",
        "You may request that your record be erased.",
        "Deletion requests are answered within a month.",
        "If you ask us to remove it, we will.",
    ),
    does_not=(
        "Accounts can not be deleted.",
        "You may not delete such personal data.",
    ),
    misses=(
        "You can delete cookies and all personal data in your browser.",
        "We may terminate your account.",
    ),
    gaps=("We will do our best to have your information removed from our records.",),
)

KEEPS_DATA_AFTER_DELETION = PracticeRule(
    practice="keeps-data-after-deletion",
    why="What is kept after deletion can still leak, be handed over or be used.",
    affirms=(
        r"\b(?:residual|cached|archived|archival|backup|back-up) (?:\w+ )?(?:copies|copy|data|information)\b"
        r".{0,120}\b(?:delet|remov|eras|terminat|remain|persist)\w*",
        r"\b(?:delet|remov|eras|terminat|clos|deactivat|cancel)\w*.{0,150}\b(?:may|will|might|can|could)"
        r" (?:\w+ )?(?:remain|continue to exist|persist|be retained|be kept|exist|not be removed)\b",
        r"\b(?:after|when|if|once|following|upon)\b.{0,60}\b(?:delet|eras|terminat|clos|deactivat|cancel)\w*"
        r".{0,80}\b(?:may|will|might|can|could) (?:\w+ ){0,2}?<(?:retain|keep|store|maintain|preserve|hold)>\b",
        r"\b(?:may|will|might|can|could) (?:\w+ )?(?:remain|persist|be retained|be kept)\b.{0,60}"
        r"\b(?:when|after|once)\b.{0,40}\b(?:delet|eras|clos|cancel|deactivat|terminat)\w*",
        r"\b(?:retain|keep|store|maintain|remain|preserve|hold)\b.{0,100}\b(?:even"
        r" (?:if|when|though|after)|despite) .{0,50}\b(?:delet|remov|eras|terminat|clos|deactivat|cancel)\w*",
        r"\b(?:retain|keep|store|maintain|preserve|hold)\b.{0,60}\b(?:after|following) (?:you|your|the|a)"
        r" (?:\w+ ){0,4}?(?:delet|eras|remov|terminat|clos|deactivat|cancel)\w*",
        r"\bnot (?:\w+ ){0,3}?(?:guarantee|ensure|mean|assure|result in)\b.{0,60}"
        r"\b(?:deletion|removal|deleted|removed)\b",
        r"\bnot (?:always |necessarily )?(?:be )?(?:able|possible) to (?:\w+ ){0,2}?(?:delete|remove|erase"
        r"|purge)\b.{0,60}\b(?:information|data|copies|content|it)\b",
        r"\b(?:impossible|difficult|impractical|not feasible) (?:\w+ ){0,3}?to (?:\w+ )?(?:delete|remove|erase"
        r"|purge)\b",
        r"\b(?:not be|not) (?:\w+ )?(?:immediately|completely|entirely|fully) (?:be )?(?:delet|remov|eras|purg)\w*",
        r"\b(?:need|required|obliged|obligated|entitled) to (?:\w+ )?(?:retain|keep|store)\b.{0,100}"
        r"\b(?:deletion|delete|erasure|erase|removal) ?(?:request|your)?\b",
        r"\b(?:delet|eras|remov)\w*.{0,120}\b(?:need|required|obliged|obligated|entitled|have) to"
        r" (?:\w+ )?(?:retain|keep|store)\b",
        r"\b(?:information|data)\b.{0,60}\b(?:can|may) not be (?:\w+ )?(?:deleted|erased|removed)\b",
        r"\b(?:deny|refuse|reject|decline) (?:\w+ ){0,3}?(?:deletion|erasure) (?:\w+ )?requests?\b",
        r"\b(?:delet|eras)\w*.{0,80}\bunless\b.{0,80}\b(?:required|obligat\w+|allowed|permitted|necessary|legal duty"
        r"|reason"
        r"|legitimate)\b",
        r"\b(?:delet|eras)\w*.{0,100}\b(?:except|other than)\b.{0,60}\b(?:required|obliged|obligat\w+|allowed|permitted"
        r"|necessary|law|legal)\b",
        r"\b(?:delet|eras)\w*.{0,120}\b(?:but|however|although|except that)\b.{0,60}\b(?:must|may|might|will"
        r"|need to) (?:\w+ ){0,2}?(?:keep|retain|store|maintain|preserve)\b",
        r"\bexempt from (?:such|those|these|your|the|deletion|erasure)\b.{0,60}\b(?:requests?|deletion|erasure"
        r"|rights?)\b",
        r"\b(?:deletion|deactivation|deleting|deactivating|closing|removing|cancel\w+)\b.{0,120}\b(?:does|will|may) not"
        r" (?:\w+ ){0,2}?(?:delete|remove|erase)\b",
        r"\bwe (?:can|could) not (?:\w+ )?(?:delete|erase)\b",
        r"\b(?:we|may|can) (?:\w+ ){0,2}?(?:deny|refuse|decline|reject)\b.{0,60}\b(?:deletion|delete|erasure|erase)\b",
        r"\bexceptions?\b.{0,60}\b(?:allow|permit|require)\w*\b.{0,30}\b(?:retain|keep)\b",
    ),
    denies=(
        r"\b(?:we|will|are|is) (?:\w+ ){0,2}?(?:permanently|completely|irreversibly|irrevocably)"
        r" (?:delete|erase|remove|destroy)(?:d|ed)? .{0,60}\bfrom (?:all |our |the )*(?:systems?|servers?"
        r"|databases?|backups)\b",
        r"\b(?:do|does|will) not (?:retain|keep|store) .{0,80}\b(?:after|once) .{0,40}"
        r"\b(?:delet|eras|clos|cancel|terminat)\w*",
        r"\ball (?:\w+ ){0,5}?(?:data|information|copies) (?:\w+ ){0,4}?(?:is|are|will be)"
        r" (?:\w+ ){0,2}?(?:permanently|completely|irrevocably|irreversibly|immediately)"
        r" (?:deleted|erased|removed|destroyed)\b",
    ),
    in_context=(
        (
            r"\b(?:delet|eras)(?:e|ed|ion|ure|ing)\b|\bforgotten\b",
            r"\b(?:are|be|we) (?:\w+ )?<(?:obliged to|required to|obligated to|need to|must)> (?:keep|retain|store"
            r"|maintain"
            r"|preserve)\b.{0,60}"
            r"\b(?:administrative|legal|security|law|laws|record)",
        ),
    ),
    unless=(
        r"\bcookies?\b",
        r"\b(?:child|children|minors?|under (?:the age of )?1[368])\b",
        r"\b(?:for|within|up to|than|of) (?:\w+ ){0,3}?{period} (?:\w+ ){0,3}?(?:after|following)\b",
    ),
    does=(
        "Residual copies may remain after you delete your account.",
        "When you close your account, we may keep some of your data.",
        "Once you delete a message, copies may remain with others.",
        "Some data may remain in our logs when your account is deleted.",
        "We keep your messages even if you delete your profile.",
        "We keep order records after you close your account.",
        "We can not guarantee the removal of everything you posted.",
        "We may not be able to delete all your information.",
        "It is impossible to delete every copy.",
        "Your data may not be completely removed.",
        "We are required to retain some records despite a deletion request.",
        "We delete what we can but are required to keep invoices.",
        "Some information can not be deleted.",
        "We may deny your deletion request.",
        "We will erase it, unless we are required by law to hold it.",
        "We delete everything except what is necessary by law.",
        "We will erase your profile, but we may keep a note of it.",
        "Some records may be exempt from such requests.",
        "Closing an account does not remove your posts.",
        "We can not erase what is in the hands of others.",
        "We may refuse to delete what we need.",
        "An exception may allow us to keep it.",
        "Erasure | In some cases we must keep it for legal reasons.",
    ),
    does_not=(
        "We permanently delete your data from our servers.",
        "We do not keep anything about you after you close your account.",
        "When you leave, all your data is permanently deleted.",
    ),
    misses=(
        "Once you delete them, cookies may remain switched off.",
        "If a child's data was collected, we delete it but may keep a note.",
        "We retain it for 30 days after you delete your account.",
    ),
)

CAN_EXPORT = PracticeRule(
    practice="can-export",
    why="A copy in a usable format lets you move to another service.",
    actor=Actor.ANYONE,
    affirms=(
        r"\bportability\b",
        r"\bmachine[ -]?readable\b",
        r"\bportable\b.{0,60}\b(?:copy|format|form|manner|information|data)\b",
        r"\b(?:copy|information|data)\b.{0,60}\bportable\b",
        r"\b(?:you (?:can|may)|to|and|or|us to) export\b.{0,40}\b(?:your|their|personal|a copy of)\b.{0,40}"
        r"\b(?:information|data|content)\b",
        r"\bdownload(?:ing)? (?:a copy of |an archive of |all (?:of )?)*(?:your|their)(?: \w+){0,3}?"
        r" (?:information|data|content)\b",
        r"\bdownload(?:ing)?,? (?:and |or )?(?:\w+,? ){0,3}?(?:delet\w+|correct\w*|access\w*|manag\w+)\b.{0,40}"
        r"\b(?:information|data)\b",
        r"\b(?:transfer|transmit|move|port|transferred|transmitted|passed|sent)\w*\b.{0,60}\bto"
        r" (?:another|a different|other) (?:\w+ )?(?:controllers?|service|provider)\b",
        r"\b(?:rights?|request|ask)\b.{0,80}\b(?:to port|porting|port it)\b",
        r"\b(?:structured|commonly[ -]used|readily us\w+) (?:\w+ )?(?:and \w+ )?format\b",
        r"\bexported (?:file|copy|archive)\b",
        r"\bexport (?:all |of )*(?:your |their |my |the )?(?:personal |student |account |user )*(?:data|information)\b",
        r"\b(?:request|ask)(?:s|ing)? (?:that we|us to) (?:transfer|transmit|move|send)\b.{0,60}\bto (?:another|a third"
        r"|third|other|a different)\b",
        r"\brights? to have\b.{0,60}\b(?:transferred|transmitted|moved|sent)\b.{0,40}\bto (?:another|a third|third"
        r"|other)\b",
        r"\btrans(?:fer|mi)\w*\b.{0,80}\bthird part(?:y|ies)\b.{0,40}\b(?:technically feasible|of your choice)\b",
        r"\b(?:copy|receive|obtain|provide)\b.{0,80}\bin an? (?:[\w/-]+ ){0,3}?(?:electronic|digital|exchange"
        r"|accessible"
        r"|usable|readable) (?:format|form|file)\b",
    ),
    unless=(
        r"\b(?:merger|acquisition|acquired|sold|sale of)\b",
        r"\bportability (?:and|&) accountability\b",
        r"\bexport\w*\b.{0,80}\b(?:jurisdictions?|countr(?:y|ies)|eea|outside|contractual)\b",
    ),
    does=(
        "You have the right to data portability.",
        "We give you your data in a machine-readable format.",
        "You can get a portable copy.",
        "We send you the information in portable form.",
        "You can export your data in the settings.",
        "You can download a copy of your data.",
        "You can download, correct and delete your information.",
        "You can have your data transferred to another provider.",
        "You have the right to port what you gave us.",
        "You receive it in a structured and common format.",
        "You can receive an exported file of what we hold.",
        "Press the button to export your data.",
        "You may request that we transfer your data to another company.",
        "You have the right to have it sent to a third party.",
        "It is transmitted to a third party of your choice.",
        "We provide it in an electronic format.",
    ),
    misses=(
        "After a merger your data is transferred to another service.",
        "The Health Insurance Portability and Accountability Act does not apply.",
        "We export personal data to other countries.",
    ),
)

RULES: tuple[PracticeRule, ...] = (CAN_ACCESS_OR_CORRECT, CAN_DELETE, KEEPS_DATA_AFTER_DELETION, CAN_EXPORT)
