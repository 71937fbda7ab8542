"""Topics on a page: whether the client's own words are strong enough to lead."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.copywriting.limits import Script, fits, is_chinese

__all__ = ["display_topic", "leads"]


def leads(topic: str, use: str) -> bool:
    """Whether a topic makes a headline; a weak or a long one stands below a written line.

    >>> leads("Farmers market", "event"), leads("开业", "event")
    (True, False)
    """
    script: Script = "zh" if is_chinese(topic) else "en"
    if not fits(topic, use, "headline", script):
        return False
    rules, folded = _rules(), topic.lower().replace("’", "'")
    if any(re.search(pattern, folded) for pattern in rules.get(f"strong_{script}", ())):
        return True
    if use == "recruitment" and not re.search(rules["hiring"], folded):
        return False
    return not any(re.search(pattern, folded) for pattern in rules[f"weak_{script}"])


def display_topic(topic: str) -> str:
    """Return the topic as a line of its own begins: with a capital letter."""
    return topic[:1].upper() + topic[1:]


@cache
def _rules() -> dict[str, Any]:
    path = Path(__file__).parent / "topics.json"
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded
