"""Sentences in the manner of real policies, and policies made from them."""

from hypothesis import strategies as st

SENTENCES = (
    "We collect your name, e-mail address and phone number when you register.",
    "We may share your personal information with advertisers so that they can send you offers.",
    "We do not sell your personal information to third parties.",
    "We use cookies and web beacons to remember your preferences.",
    "You may opt out of our newsletter at any time by following the link in each message.",
    "We keep your data for as long as necessary for these purposes.",
    "By using this site you agree to this privacy policy.",
    "We may change this privacy policy at any time by posting a new version on this page.",
    "If you have any questions about this privacy policy, write to privacy@bookshop.example.",
    "All traffic is encrypted using TLS.",
    "We will only send you marketing messages with your consent.",
    "Your information may be transferred to a buyer if our business is sold.",
    "We comply with court orders and disclose personal data when the law requires it.",
    "You can ask us to delete your account and your personal data.",
    "Our service is not directed to children under 13 and we do not knowingly collect their data.",
)
HEADINGS = ("## What we collect", "**Sharing**", "## Your choices", "Security", "## Changes to this policy")
ODDITIES = (
    "\U0001f36a\U0001f4c4 We love cookies \U0001f60d!",
    "\u05de\u05d3\u05d9\u05e0\u05d9\u05d5\u05ea \u05e4\u05e8\u05d8\u05d9\u05d5\u05ea",
    "* one\n* two\n  * three",
    "| Data | Shared |\n|---|---|\n| E-mail | yes |",
    "> quoted",
    "[a link](https://bookshop.example/optout)",
    "&lt;script&gt;",
)

PARAGRAPHS = st.one_of(
    st.sampled_from(SENTENCES),
    st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=5).map(" ".join),
    st.sampled_from(HEADINGS),
    st.sampled_from(ODDITIES),
    st.text(max_size=60),
)
WHOLE = "\n\n".join(("# Privacy policy of the Bookshop", *SENTENCES))
POLICIES = st.lists(PARAGRAPHS, max_size=12).map(lambda extra: WHOLE + "\n\n" + "\n\n".join(extra))
