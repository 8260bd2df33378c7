"""Training of models and decisions by machines: rules and their examples."""

from server.analysis.rules import PracticeRule

_MODELS = (
    r"(?:machine(?:-| )learning|artificial intelligence|ai(?: |-)?(?:\w+ )?(?:models?|systems?|algorithms?|technolog\w+"
    r"|tools?)"
    r"|(?:language|generative|foundation|our|ai|the|these|its|ml|deep learning) (?:\w+ ){0,2}?models?|algorithms?"
    r"|\bllms?|neural networks?|classifiers?|ai)"
)

USES_FOR_AI_TRAINING = PracticeRule(
    practice="uses-for-ai-training",
    why="What a model has learned from your words can not be taken out of it again.",
    says=(
        r"\b<(?:train|fine-tune|fine tune|teach|re-train|retrain)(?:s|ed|ing)?\b>\W+(?:[\w',/-]+\W+){0,8}?"
        + _MODELS
        + r"\b",
        r"\b<(?:improv|develop|enhanc|build|creat)(?:e|es|ing|s)?\b>\W+(?:[\w',/-]+\W+){0,5}?"
        r"(?:machine(?:-| )learning|artificial intelligence|ai|language|generative) (?:\w+ )?"
        r"(?:models?|algorithms?|systems?)\b",
        r"\b(?:information|data|details)\b{gap}<(?:for|in) (?:the )?(?:ai |model |machine(?:-| )learning )*training\b>",
        r"\b(?:models?|ai|machine(?:-| )learning|algorithms?) <training\b>",
        r"\b(?:content|conversations|inputs?|prompts|chats|uploads|messages|files)\b{gap}"
        r"(?:to|for) <(?:train|training)\b>",
        r"\b<(?:improv|develop)(?:e|ing)\b>\W+our (?:\w+ ){0,3}algorithms\b",
        r"\b<(?:for|through)\b> machine(?:-| )learning\b",
    ),
    unless=(
        r"\btrain(?:ing)? (?:of )?(?:our |and )?(?:staff|employees|personnel|agents|customer|representatives|purposes"
        r"|certifications)\b|\b(?:staff|employee|quality) training\b",
    ),
    does=(
        "We train our language model on your drawings.",
        "Your reports help us improve our AI systems.",
        "Your data is used for training.",
        "One purpose is model training.",
        "We take your prompts for training.",
        "It helps us to improve our matching algorithms.",
        "We use ratings for machine learning.",
    ),
    does_not=("We never use your notes to train AI.",),
    with_consent=("Only if you opt in, we use your prompts to train our models.",),
    misses=("We use recorded messages to train our staff.",),
)

_AUTOMATED = r"automat(?:ed|ic)(?:-| )?(?:individual |means of |processing or |processes and )*(?:decision|profil)\w*"

MAKES_AUTOMATED_DECISIONS = PracticeRule(
    practice="makes-automated-decisions",
    why="A decision by a machine can refuse you something with nobody there to ask.",
    says=(
        r"\b(?:{we}|also|not|never|may|will|do|does)\W+(?:\w+ly )?"
        r"<(?:use|make|engage in|carry out|conduct|perform|employ|undertake|rely on|take|apply|utili[sz]e|involve)s?\b>"
        r"\W+(?:[\w'-]+\W+){0,5}?(?:solely |fully |purely )?" + _AUTOMATED,
        r"\b(?:{we}|may|will|do|does|also|not|never)\W+<(?:make|take|reach)s?\b>\W+(?:[\w'-]+\W+){0,5}?decisions?\b"
        r"{gap}(?:automated|automatically|algorithms?|without human)\b",
        r"\bautomated (?:individual )?(?:decision|profiling|processing)(?:-| )?(?:making|s)?\b{gap}"
        r"(?:is|are|does|may|can|will) (?:not )?(?:be )?<(?:used|made|carried out|taken|performed|take place"
        r"|conducted|involved|occur|applied)\b>",
        r"\b<(?:us(?:es?|ed|ing)|makes?|carr(?:y|ies) out|performs?|conducts?|employs?|engages? in|involves?"
        r"|results? in)\b>\W+(?:[\w'-]+\W+){0,3}?(?:solely |fully |purely )?" + _AUTOMATED,
        r"\bdecisions?\b{gap}(?:is|are|be|will be) (?:not )?<(?:made|taken)\b>{gap}"
        r"(?:automated|automatically|solely|algorithm)\b",
        r"\bnot (?:\w+ly )?<(?:process|use|engage)\b>(?:\W+[\w'-]+){0,12}?\W+"
        r"automated (?:individual )?(?:decision|processing)",
    ),
    denies=(
        r"\bno (?:\w+ ){0,2}automated (?:individual )?(?:decision|profiling)",
        r"\bnot (?:\w+ly )?(?:be )?(?:process|use|used|engage|make|conduct|carry|involve|subject)\b"
        r"(?:\W+[\w'-]+){0,14}?\W+(?:produc\w+|has|have|with) (?:a )?legal (?:or|effects?)\b",
    ),
    unless=(
        r"\b(?:right (?:not )?to|rights? (?:related|regarding|in relation|under)|requests?|object|ask|entitled|means?"
        r"|refers to|if you have been)\b",
    ),
    does=(
        "We make automated decisions about loans.",
        "We may take some decisions without human help.",
        "Automated decision-making is used to stop fraud.",
        "Some decisions are made automatically.",
        "Plumtree carries out automated decision-making.",
    ),
    does_not=(
        "We do not use your answers for automated decision-making.",
        "There is no automated decision-making.",
        "We do not process data for choices that have legal effects.",
    ),
    misses=("You have the right to object when we make automated decisions.",),
)

RULES: tuple[PracticeRule, ...] = (USES_FOR_AI_TRAINING, MAKES_AUTOMATED_DECISIONS)
