"""Phrases as one pattern: the way every list of words in the content is looked for in a text."""

import re
from collections.abc import Iterable


def whole(phrases: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the phrases as whole words, the longest first; a word may end in * for any ending."""
    forms = (re.escape(phrase).replace(r"\*", r"\w*") for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(r"(?<![\w'])(?:" + "|".join(forms) + r")(?![\w'])")
