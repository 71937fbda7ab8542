"""Placing: the words a client gave, each in the slot where it is read."""

from typing import Final

import numpy as np

from knowledge.copywriting import display_topic, leads, width_of
from knowledge.copywriting.limits import Script, is_chinese
from tools.base import Copy, ToolResult
from tools.copy_request import GivenText, WriteCopyArguments
from tools.copy_slots import SLOT_OF_PLACE, SLOTS, meta_lines
from tools.errors import ToolFailed

__all__ = ["TITLE_ONLY", "PlacedCopy"]

_EVENTS: Final = frozenset(
    {"wedding", "opening", "exhibition", "concert", "sports_event", "graduation", "market",
     "film", "party", "gala", "birthday", "anniversary", "charity"}
)  # fmt: skip

TITLE_ONLY: Final = frozenset({"cover", "business_card", "certificate"})
"""Uses that carry what the client gives and no advertising line."""

_LOOSE: Final = frozenset({"any", "discount", "on_product"})
"""Texts that take what room the others leave."""


class PlacedCopy:
    """The slots of one deliverable while the client's words fill them."""

    def __init__(self, arguments: WriteCopyArguments, seed: int) -> None:
        self._arguments = arguments
        self._rng = np.random.default_rng(seed)
        self._slots: dict[str, list[str]] = {}
        self._placed: list[str] = []
        self._left_out: list[str] = []
        self._invented: dict[str, str] = {}
        self._script: Script = "zh" if arguments.languages[0] == "zh-Hans" else "en"
        self._use = self._resolved_use()

    def place_given(self) -> None:
        """Put the given and required texts into slots, texts with a known place first."""
        arguments = self._arguments
        for slot, text in arguments.given.items():
            if text.strip():
                self._slots[slot] = [text]
        for name in (arguments.brand_zh, arguments.brand_latin):
            if name and name not in self._joined("brand"):
                self._slots.setdefault("brand", []).append(name)
        ordered = sorted(arguments.required, key=lambda item: not self._is_leading(item.text))
        for required in ordered:
            if required.where not in _LOOSE:
                self._place(required)
        self._place_topic()
        for required in ordered:
            if required.where in _LOOSE:
                self._place(required)

    def result(self) -> ToolResult:
        """Return the copy after checking that every required text stands in it.

        Raises:
            ToolFailed: One does not.
        """
        slots = {slot: self._joined(slot) for slot in SLOTS if self._slots.get(slot)}
        for text in self._placed:
            if not any(text in written for written in slots.values()):
                raise ToolFailed(f"the required text {text!r} found no slot; shorten the brief")
        made = Copy(
            language=" ".join(self._arguments.languages),
            slots=slots,
            required=tuple(self._placed),
            invented=tuple(slot for slot in slots if slot in self._invented),
        )
        return ToolResult(made=made, note=self._note())

    def _note(self) -> str:
        kept = f"{len(self._placed)} required text(s) set as given" if self._placed else ""
        wrote = ", ".join(f"{slot} “{text}”" for slot, text in self._invented.items())
        left = f"left to the poster: {', '.join(self._left_out)}" if self._left_out else ""
        note = "; ".join(filter(None, (kept, wrote and f"wrote {wrote}", left)))
        return (note[:1].upper() + note[1:] if note else "The page stands without words") + "."

    def _resolved_use(self) -> str:
        arguments = self._arguments
        if arguments.deliverable != "poster":
            return "logo"
        if arguments.use not in {"general", "flyer"}:
            return arguments.use
        if arguments.occasion in {"recruitment", "lecture"}:
            return arguments.occasion
        dated = any(item.where == "date" for item in arguments.required)
        return "event" if dated or arguments.occasion in _EVENTS else "general"

    def _place_topic(self) -> None:
        """Say what the poster announces: as headline when strong, else right below it."""
        arguments = self._arguments
        topic = next((fact.text for fact in arguments.facts if fact.kind == "topic"), "")
        is_foreign = len(arguments.languages) == 1 and is_chinese(topic) != (
            self._script == "zh"
        )
        if not topic or is_foreign or arguments.deliverable != "poster":
            return
        if arguments.use in {*TITLE_ONLY, "packaging"} or arguments.is_wordless:
            return
        said = f"{self._joined('headline')} {self._joined('subhead')}".casefold()
        if topic.casefold() in said:
            return
        text = display_topic(topic)
        names = (arguments.brand_zh, arguments.brand_latin)
        repeats_brand = any(name and name in topic for name in names)
        is_titled = "headline" in self._slots and "headline" not in arguments.given
        if "headline" not in self._slots and leads(topic, self._use) and not repeats_brand:
            self._slots["headline"] = [text]
        elif self._use == "menu":
            return
        elif "subhead" not in self._slots:
            self._slots["subhead"] = [text]
        elif "subhead" in arguments.given and not is_titled:
            self._slots.setdefault("body", self._slots["subhead"])
            self._slots["subhead"] = [text]
        elif "subhead" in arguments.given and "body" not in self._slots:
            self._slots["body"] = [text]
        else:
            return
        if not is_titled:
            self._placed.append(text)

    def _place(self, required: GivenText) -> None:
        text = required.text
        if any(text in placed for placed in self._slots.get("brand", ())) and (
            required.where in {"brand", "on_product"}
        ):
            self._placed.append(text)
            return
        if required.where == "brand" and self._is_fuller_name(text):
            return
        if required.where == "headline" and self._is_brand_line(text):
            self._slots["brand"].remove(text)
            if not self._slots["brand"]:
                del self._slots["brand"]
            self._slots["headline"] = [text]
            self._placed.append(text)
            return
        if any(text == written for listed in self._slots.values() for written in listed):
            self._placed.append(text)
            return
        slot = self._slot_for(required)
        if not slot:
            self._left_out.append(text)
            return
        self._slots.setdefault(slot, []).append(text)
        self._placed.append(text)

    def _is_fuller_name(self, text: str) -> bool:
        """Set the name as the client writes it out in place of its short form."""
        names = self._slots.get("brand", [])
        for index, name in enumerate(names):
            if name in text:
                names[index] = text
                self._placed.append(text)
                return True
        return False

    def _is_brand_line(self, text: str) -> bool:
        """Whether a headline is the name that would also sign the poster."""
        is_free = self._arguments.deliverable == "poster" and "headline" not in self._slots
        return is_free and text in self._slots.get("brand", ())

    def _slot_for(self, required: GivenText) -> str:
        if self._arguments.deliverable != "poster":
            return self._identity_slot(required)
        where, text = required.where, required.text
        if where == "on_product":
            return "brand" if "brand" not in self._slots and len(text) <= 16 else "caption"
        if where == "discount":
            return self._discount_slot(text)
        if where == "any":
            return self._free_slot(text)
        slot = SLOT_OF_PLACE[where]
        single = slot in {"headline", "subhead", "tagline", "cta"}
        if single and (slot in self._slots or self._is_long(text)):
            return self._free_slot(text)
        return slot

    def _identity_slot(self, required: GivenText) -> str:
        if required.where in {"brand", "on_product"} and "brand" not in self._slots:
            return "brand"
        if required.where == "tagline" and "tagline" not in self._slots:
            return "tagline"
        if required.where in {"headline", "any"} and width_of(required.text, "en") <= 24:
            if "brand" not in self._slots:
                return "brand"
            if self._arguments.is_only and "tagline" not in self._slots:
                return "tagline"
        return "caption" if self._arguments.is_only else ""

    def _discount_slot(self, text: str) -> str:
        if "headline" not in self._slots and self._arguments.occasion == "sale":
            return "headline"
        if "price" not in self._slots:
            return "price"
        return self._free_slot(text)

    def _free_slot(self, text: str) -> str:
        """Return the first empty slot the text is short enough for; else the body."""
        if not self._is_long(text):
            for slot in ("headline", "subhead"):
                if slot not in self._slots:
                    return slot
        return "body"

    def _is_long(self, text: str) -> bool:
        return width_of(text, "zh") > 40

    def _is_leading(self, text: str) -> bool:
        """Whether the text is in the leading language; only bilingual copy asks."""
        if len(self._arguments.languages) == 1:
            return True
        return is_chinese(text) == (self._script == "zh")

    def _joined(self, slot: str) -> str:
        """Return the texts of a slot as one, set the way the slot is read."""
        texts = self._slots.get(slot, [])
        if slot == "brand":
            return " ".join(texts)
        if slot == "meta":
            return meta_lines(texts, self._arguments.required)
        if slot == "price":
            return " · ".join(texts)
        return "\n".join(texts)
