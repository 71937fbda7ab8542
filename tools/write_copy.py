"""Fit the words of a brief to a deliverable, and write the lines it leaves open."""

from typing import ClassVar, Final

from knowledge.copywriting import (
    Line,
    LineRequest,
    echoes,
    find_lines,
    fits,
    liveliness_of,
    trade_descriptor,
)
from knowledge.copywriting.bank import BankSlot
from knowledge.copywriting.limits import Script, is_chinese
from knowledge.copywriting.places import place_in_english
from tools.base import Phase, Tool, ToolResult, Workbench
from tools.copy_placing import TITLE_ONLY, PlacedCopy
from tools.copy_request import GivenFact, GivenText, TextWhere, WriteCopyArguments
from tools.copy_slots import SLOTS
from tools.errors import WrongArguments

__all__ = ["GivenFact", "GivenText", "TextWhere", "WriteCopy", "WriteCopyArguments"]

_SELLING: Final = frozenset(
    {"sale", "opening", "recruitment", "concert", "sports_event", "film", "camp", "club"}
)

_SELLING_USES: Final = frozenset({"banner", "ecom_main", "flyer", "story"})

_SILENT: Final = frozenset({"notice"})
"""Occasions on which a page says what the client says and nothing beside it."""

_NAMED_USES: Final = frozenset({"menu", "packaging"})
"""Uses whose headline is the name."""

_SPEAKS_FOR_ITSELF: Final = 2
"""Kinds of lines of the client's own from which a poster needs no more."""

_LONGEST_PROMOTED: Final = 28
"""Characters up to which a line of the client's may head the page."""

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
            if arguments.is_tight:
                writer.tighten()
        else:
            writer.write_identity()
        return writer.result()


class _Writer(PlacedCopy):
    """Writes what the client left open."""

    def write_poster(self) -> None:
        """Write what the poster still lacks: never a line that would suit any subject.

        What the client said comes first: with two lines of theirs nothing is added.
        """
        if self._arguments.use in TITLE_ONLY and ({"headline", "brand"} & set(self._slots)):
            return
        own = self._own_lines()
        is_silent = self._arguments.occasion in _SILENT
        if "headline" not in self._slots and not (
            is_silent or own >= _SPEAKS_FOR_ITSELF or self._use in _NAMED_USES
        ):
            self._write("headline")
        if "headline" not in self._slots and not self._promote("headline"):
            self._write("headline", anything=True)
        if "subhead" not in self._slots:
            self._raise_line()
        if is_silent:
            return
        if own < _SPEAKS_FOR_ITSELF:
            self._write_beside()
        if "cta" not in self._slots and self._sells():
            self._write("cta", anything=True)

    def tighten(self) -> None:
        """Set each kind of words in one line, without ours, for pages that hold few lines."""
        for slot in [name for name in self._invented if name != "headline"]:
            del self._slots[slot], self._invented[slot]
        said = [*self._slots.pop("subhead", ()), *self._slots.pop("body", ())]
        meta = self._joined("meta").split("\n") if "meta" in self._slots else []
        for slot, lines in (("subhead", said), ("meta", meta)):
            if lines:
                self._slots[slot] = [" · ".join(lines)]

    def _own_lines(self) -> int:
        """Return how many lines the client gave that say what the page is about."""
        counted = ("headline", "subhead", "body", "tagline")
        return sum(len(self._slots.get(slot, ())) for slot in counted)

    def _promote(self, slot: str) -> bool:
        """Move the client's own words to an empty slot; whether there were any."""
        for source in ("brand", "subhead", "body", "tagline"):
            lines = self._slots.get(source, [])
            if lines and len(lines[0]) <= _LONGEST_PROMOTED:
                self._slots[slot] = lines if source == "brand" else [lines.pop(0)]
                if source == "brand" or not lines:
                    del self._slots[source]
                return True
        return False

    def _raise_line(self) -> None:
        """Let the first of several lines stand below the headline; a list stays whole."""
        lines = self._slots.get("body", [])
        plain = [line for line in lines if not any(sign.isdigit() for sign in line)]
        if len(lines) > 1 and plain and len(plain[0]) <= _LONGEST_PROMOTED:
            lines.remove(plain[0])
            self._slots["subhead"] = [plain[0]]

    def _write_beside(self) -> None:
        """Write a line below the headline and, for a brand, a tagline."""
        if "subhead" not in self._slots and self._use != "menu":
            other: Script = "en" if self._script == "zh" else "zh"
            spoken = is_chinese(self._joined("headline")) == (other == "zh")
            if len(self._arguments.languages) > 1 and not spoken:
                self._write("subhead", bank_slot="headline", script=other)
            else:
                self._write("subhead")
        wrote = "subhead" in self._invented
        if "brand" in self._slots and "tagline" not in self._slots and not wrote:
            self._write("tagline")

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
            self._write("tagline", anything=True)
        if descriptor and "caption" not in self._slots:
            self._invent("caption", descriptor)

    def _write(
        self,
        slot: str,
        *,
        bank_slot: BankSlot | None = None,
        script: Script | None = None,
        anything: bool = False,
    ) -> None:
        """Pick a line for the slot; leave it empty when the bank has none that is new.

        Args:
            slot: To fill.
            bank_slot: What kind of line is wanted; the slot's own by default.
            script: Chinese or English; the leading language's by default.
            anything: Whether a line that suits any subject is better than none.
        """
        if slot == "tagline" and not self._has_character():
            return
        wanted: BankSlot = bank_slot or slot  # type: ignore[assignment]  # the four callers pass bank slots
        lines = self._lines(wanted, script or self._script)
        said = " ".join(self._joined(name) for name in self._slots)
        fresh = [
            line
            for line in lines
            if (anything or line.is_specific)
            and line.text not in said
            and not echoes(line.text, said)
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
        return "price" in self._slots and bool(arguments.industry)

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
