"""Fit the words of a brief to a deliverable, and write the lines it leaves open."""

from typing import ClassVar, Final

import numpy as np

from knowledge.copywriting import (
    Line,
    LineRequest,
    display_topic,
    echoes,
    find_lines,
    fits,
    leads,
    liveliness_of,
    trade_descriptor,
    width_of,
)
from knowledge.copywriting.bank import BankSlot
from knowledge.copywriting.limits import Script, is_chinese
from knowledge.copywriting.places import place_in_english
from tools.base import Copy, Phase, Tool, ToolResult, Workbench
from tools.copy_request import GivenFact, GivenText, TextWhere, WriteCopyArguments
from tools.copy_slots import SLOT_OF_PLACE, SLOTS, meta_lines
from tools.errors import ToolFailed, WrongArguments

__all__ = ["GivenFact", "GivenText", "TextWhere", "WriteCopy", "WriteCopyArguments"]

_EVENTS: Final = frozenset(
    {"wedding", "opening", "exhibition", "concert", "sports_event", "graduation", "market",
     "film", "party", "birthday", "anniversary", "charity"}
)  # fmt: skip
_SELLING: Final = frozenset(
    {"sale", "opening", "recruitment", "concert", "sports_event", "film", "camp", "club"}
)
_SELLING_USES: Final = frozenset({"banner", "ecom_main", "flyer", "story"})
_TITLE_ONLY: Final = frozenset({"cover", "business_card", "certificate"})
"""Uses that carry what the client gives and no advertising line."""

_LOOSE: Final = frozenset({"any", "discount", "on_product"})
"""Texts that take what room the others leave."""

_BEST: Final = 4
"""Among how many of the best lines the seed picks."""
_LEAST_SHARE: Final = 0.75
"""A line below this much of the best score is not picked."""


class WriteCopy(Tool[WriteCopyArguments]):
    """Keeps what the client wrote and writes only what is missing."""

    name: ClassVar[str] = "write_copy"
    summary: ClassVar[str] = (
        "Put the brief's texts into the slots of a logo, poster or VI sheet, and write the "
        "headline, subhead, tagline or call to action it leaves open; invents no facts."
    )
    phase: ClassVar[Phase] = "elements"
    arguments = WriteCopyArguments

    def run(self, arguments: WriteCopyArguments, bench: Workbench) -> ToolResult:
        """Return the words by slot.

        Raises:
            WrongArguments: `given` names a slot that does not exist.
            ToolFailed: A required text found no slot.
        """
        unknown = sorted(set(arguments.given) - set(SLOTS))
        if unknown:
            raise WrongArguments(f"no slot {unknown[0]!r}; there are {', '.join(SLOTS)}")
        writer = _Writer(arguments, bench.seed)
        writer.place_given()
        if arguments.is_wordless:
            return writer.result()
        if arguments.deliverable == "poster":
            writer.write_poster()
        else:
            writer.write_identity()
        return writer.result()


class _Writer:
    """The slots of one deliverable while they fill."""

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

    def write_poster(self) -> None:
        """Write what the poster still lacks."""
        if self._arguments.use in _TITLE_ONLY and ({"headline", "brand"} & set(self._slots)):
            return
        if "headline" not in self._slots:
            self._write("headline")
        if "subhead" not in self._slots and self._use != "menu":
            other: Script = "en" if self._script == "zh" else "zh"
            spoken = is_chinese(self._joined("headline")) == (other == "zh")
            if len(self._arguments.languages) > 1 and not spoken:
                self._write("subhead", bank_slot="headline", script=other)
            else:
                self._write("subhead")
        if "brand" in self._slots and "tagline" not in self._slots:
            self._write("tagline")
        if "cta" not in self._slots and self._sells():
            self._write("cta")

    def write_identity(self) -> None:
        """Give a logo or VI sheet its descriptor, and the VI sheet a tagline."""
        descriptor = self._descriptor()
        if "brand" not in self._slots:
            if descriptor and "tagline" not in self._slots:
                self._invent("tagline", descriptor)
                english = self._descriptor_in_english(descriptor)
                if english and english.casefold() != descriptor.casefold():
                    self._invent("caption", english)
            return
        if "tagline" not in self._slots and self._arguments.deliverable == "vi_sheet":
            self._write("tagline")
        if descriptor and "caption" not in self._slots:
            self._invent("caption", descriptor)

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
        if arguments.use in {*_TITLE_ONLY, "packaging"} or arguments.is_wordless:
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

    def _write(
        self, slot: str, *, bank_slot: BankSlot | None = None, script: Script | None = None
    ) -> None:
        """Pick a line for the slot; leave it empty when the bank has none that is new."""
        if slot == "tagline" and not self._has_character():
            return
        wanted: BankSlot = bank_slot or slot  # type: ignore[assignment]  # the four callers pass bank slots
        lines = self._lines(wanted, script or self._script)
        said = " ".join(self._joined(name) for name in self._slots)
        fresh = [
            line for line in lines if line.text not in said and not echoes(line.text, said)
        ]
        if not fresh:
            return
        floor = fresh[0].score * _LEAST_SHARE
        picked = [line for line in fresh[:_BEST] if line.score >= floor]
        self._invent(slot, picked[int(self._rng.integers(len(picked)))].text)

    def _has_character(self) -> bool:
        """Whether there is anything to write a tagline from; a bilingual set needs one."""
        arguments = self._arguments
        known = (arguments.industry, arguments.occasion, arguments.moods, arguments.styles)
        return any(known) or len(arguments.languages) > 1

    def _lines(self, slot: BankSlot, script: Script) -> list[Line]:
        arguments = self._arguments
        required = {item.text for item in arguments.required}
        facts = {fact.kind: fact.text for fact in arguments.facts if fact.text not in required}
        return find_lines(
            LineRequest(
                slot=slot,
                script=script,
                use=self._use,
                trade=arguments.industry,
                nouns=arguments.nouns,
                occasion=arguments.occasion,
                moods=(*arguments.styles, *arguments.moods),
                liveliness=liveliness_of(arguments.moods, arguments.styles),
                facts=facts,
            )
        )

    def _invent(self, slot: str, text: str) -> None:
        self._slots[slot] = [text]
        self._invented[slot] = text

    def _sells(self) -> bool:
        arguments = self._arguments
        if arguments.use in _SELLING_USES or arguments.occasion in _SELLING:
            return True
        return "price" in self._slots

    def _descriptor(self) -> str:
        """Return the client's words for the trade, unless the name already says them."""
        arguments = self._arguments
        words = arguments.descriptor.replace("-", " ").strip()
        known = f"{arguments.brand_latin} {arguments.brand_zh}".casefold()
        if words.casefold() in known or not fits(words, "logo", "caption", self._script):
            return ""
        return words.upper() if words.isascii() else words

    def _descriptor_in_english(self, descriptor: str) -> str:
        trade = trade_descriptor(self._arguments.industry, "en")
        place = place_in_english(descriptor)
        return f"{place} {trade}".upper() if place and trade else ""

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
