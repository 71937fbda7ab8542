"""Notes: how each thing was read, one sentence each, for the plan's reasons."""

from collections.abc import Sequence

from agent.brief import BrandName, RequiredText
from agent.reading.colors import ColorReading
from agent.reading.names import NameReading

__all__ = ["notes_of"]


def notes_of(
    names: NameReading,
    making: Sequence[str],
    required: Sequence[RequiredText],
    colors: ColorReading,
    styles: Sequence[str],
    industry: str,
) -> tuple[str, ...]:
    """Return the notes in the order they are read aloud."""
    return (
        *_brand_notes(names),
        *making,
        *(f"“{item.text}” must appear ({item.where})." for item in required),
        *_color_notes(colors),
        *((f"Styles asked for: {', '.join(styles)}.",) if styles else ()),
        *((f"Read as {industry}.",) if industry else ("No trade is recognized.",)),
    )


def _brand_notes(names: NameReading) -> tuple[str, ...]:
    brand: BrandName = names.brand
    if not brand.is_given:
        return ("No brand is named, so none is shown.",)
    written = " / ".join(part for part in (brand.zh, brand.latin) if part)
    return (f"The brand is {written}: {names.how}.",)


def _color_notes(colors: ColorReading) -> tuple[str, ...]:
    asked = [f"{color.name} {color.hex} ({color.role})" for color in colors.asked]
    avoided = [color.name for color in colors.avoided]
    notes = []
    if asked:
        notes.append(f"Colors asked for: {', '.join(asked)}.")
    if avoided:
        notes.append(f"Colors to avoid: {', '.join(avoided)}.")
    return tuple(notes)
