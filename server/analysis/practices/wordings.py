"""Turns of phrase that the rules on collection share; most end just before the item that is collected."""

_HELPING = (
    r"(?:(?:may|might|can|could|will|would|also|then|only|automatically|directly|sometimes|typically|generally"
    r"|passively|routinely|regularly|occasionally|usually|currently|have|has|had|do|does|either|further|both"
    r"|temporarily)\W+)*"
)
_GIVING = (
    r"(?:(?:provid|giv|shar|disclos|complet|typ)(?:e|es|ed|ing)|given|submit(?:s|ted|ting)?"
    r"|(?:enter|register|fill|send|upload|add|tell)(?:s|ed|ing)?|sent|suppl(?:y|ies|ied|ying))"
)

WE_TAKE = (
    r"\b(?:{we}|also|automatically|it|which|us to)\W+"
    + _HELPING
    + r"<(?:{collect}|{keep}|{use}|needs?|access(?:es|ed|ing)?|gets?|getting|sees?|know)>{list}"
)
IT_TAKES = (
    r"\b<(?:collects|gathers|obtains|receives|records|captures|logs|stores|asks|requests|requires|tracks|keeps|retains"
    r"|maintains|processes|accesses|(?:may|might|will)(?: also| likewise| then| automatically| sometimes)*"
    r" (?:collect|gather|obtain|receive|record|capture|log|store|ask|request|require|track|access|retain))\b>{list}"
)
IS_TAKEN = (
    r"(?:{data}|is|are|be|been|being|also|automatically)\W+"
    r"<(?:collected|gathered|recorded|logged|stored|requested|required|captured|obtained|received|processed|tracked"
    r"|retained|kept|saved)\b>{list}"
)
WE_DO_NOT_TAKE = (
    r"\b(?:(?:{we}|it)\W+(?:do|does|will|did|would|can)\W+(?:not|never)|{we} never|does not|nor do we)\W+"
    r"(?:(?:\w+ly|ever|even|seek to|attempt to|\w+ or)\W+)*"
    r"<(?:{collect}|have access to|access|retain|save|see|keep|hold|know)\b>"
)
YOU_GIVE = (
    r"\b(?:you|users?|members?|customers?|visitors?|they|by|and"
    r"|(?:asked?|requi\w+|need|have|want|like|choose|able|order|must|wish|option|invited?|prompted|you) to)\W+"
    r"(?:(?:may|can|might|will|must|also|voluntarily|choose to|directly|have|need to|are required to|elect to"
    r"|decide to|wish to|should|would|optionally)\W+)*" + _GIVING + r"\b{list}"
)
YOU_ARE_ASKED = (
    r"\b(?:asks?|asked|asking|prompt(?:s|ed)?|request(?:s|ed)?|require[sd]?)"
    r" (?:you |users? |visitors? |them )?(?:for|to|that you)\b{list}"
)
SUCH_AS = (
    r"{data}\W+(?:[\w'/-]+\W+){0,16}?"
    r"(?:such as|like|includ(?:e|es|ing)|e\.?g|i\.?e|for example|for instance|consists? of|namely|contains?"
    r"|comprises?)\b{list}"
)

# What stands above a list of what is collected, and how an item of it begins.
ABOUT_COLLECTION = (
    r"\b(?:collect(?:s|ed|ing|ion)?|gather(?:s|ed|ing)?"
    r"|(?:information|data) (?:that )?you (?:provide|give|submit|share)"
    r"|we (?:process|receive|obtain|request|ask|log|record|track|store)"
    r"|(?:types?|categor(?:y|ies)|kinds?) of (?:personal |the )?(?:information|data))\b"
)
LIST_ITEM = r"(?:^|\||\byou provide|\bfollowing)\W*(?:[\w'/&-]+\W+){0,3}?"

# "This may include ...", said of what the sentence or the heading before names as collected.
THIS_INCLUDES = (
    r"\b(?:this|these|it|they|such|examples?|which|that|those|following|(?:personal )?(?:information|data|details))\W+"
    r"(?:(?:information|data|details|items|categories|may|can|might|could|will|typically|also|of|usually)\W+)*"
    r"(?:includ(?:e|es|ing)|consists? of|comprises?|contains?|(?:may|might|could|can) be)\b{list}"
)

OF_A_CHILD = r"\b(?:child|children|minors?|kids|under (?:the age of )?1\d|parent|parental)\b"

BY_STRANGERS = (
    r"\b(?:these|those|such|other|many|some|linked|third party|advertising) (?:\w+ )?"
    r"(?:websites|sites|companies|networks|advertisers|advertisements|third parties|vendors)\W+"
    r"(?:(?:may|might|can|could|will|also|in turn)\W+)*"
    r"(?:collect|use|utili[sz]e|track|set|place|receive|embed|associate)\b"
)
