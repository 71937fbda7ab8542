"""What a reader copies out of a PDF: the document's characters, in reading order.

Source: ISO 32000-1, sections 9.10.3 (ToUnicode) and 14.9.4 (ActualText)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pikepdf
from pikepdf import ContentStreamInstruction, Dictionary, Name, Operator, Stream, String

from compositor.canvas.shaping_font import needs_shaping
from compositor.typography.block import SetText

__all__ = ["mark_vertical", "spell_out", "spoken_text"]

_BF_BLOCK: Final = re.compile(rb"\d+ beginbf(char|range)\n(.*?)endbf\1\n", re.DOTALL)
_BF_HEX: Final = re.compile(rb"<([0-9A-Fa-f]+)>")
_VERTICAL_FONT: Final = re.compile(r"-V(\d+)$")


def spoken_text(block: SetText) -> str:
    """Return what a block says when readers could not tell: set downwards, bent, stacked."""
    runs = [run for line in block.lines for run in line.runs]
    if block.path is None and not any(run.vertical or needs_shaping(run) for run in runs):
        return ""
    said = ""
    for run in runs:
        # Spaces and line ends trimmed between runs are in none of them.
        said += " " * (run.start - runs[0].start - len(said)) + run.text
    return said


def spell_out(pdf: pikepdf.Pdf, aliases: dict[int, str]) -> None:
    """Let ligatures and second forms copy out as the characters they stand for.

    Args:
        pdf: Changed in place.
        aliases: What private-use code points stand for.
    """
    for thing in pdf.objects if aliases else ():
        if isinstance(thing, Dictionary) and "/ToUnicode" in thing:
            table = thing["/ToUnicode"]
            table.write(_spelled_out(table.read_bytes(), aliases))


def mark_vertical(pdf: pikepdf.Pdf, texts: Sequence[str]) -> None:
    """Let vertical text copy out as one line: readers take every character for a line.

    Args:
        pdf: Changed in place.
        texts: The text that fonts named ``…-V0``, ``…-V1`` and so on set.
    """
    if not texts:
        return
    for page in pdf.pages:
        marked = _marked(page, _vertical_fonts(page.resources), texts)
        if marked is not None:
            page.Contents = pdf.make_stream(marked)
    for thing in pdf.objects:
        if isinstance(thing, Stream) and thing.get("/Subtype") == Name.Form:
            fonts = _vertical_fonts(thing.get("/Resources", Dictionary()))
            marked = _marked(thing, fonts, texts)
            if marked is not None:
                thing.write(marked)


def _vertical_fonts(resources: Any) -> dict[str, int]:
    """Return resource names of fonts that set vertical text, with the number of the text."""
    found: dict[str, int] = {}
    for name, font in dict(resources.get("/Font", Dictionary())).items():
        match = _VERTICAL_FONT.search(str(font.get("/BaseFont", "")))
        if match is not None:
            found[name] = int(match[1])
    return found


def _marked(
    content: pikepdf.Page | Stream, fonts: dict[str, int], texts: Sequence[str]
) -> bytes | None:
    """Return the content with each vertical text in an ActualText span, if it has any."""
    if not fonts:
        return None
    instructions = list(pikepdf.parse_content_stream(content))
    spans = list(_spans(instructions, fonts))
    for first, last, text in reversed(spans):
        end = ContentStreamInstruction([], Operator("EMC"))
        words = Dictionary(ActualText=String(texts[text]))
        begin = ContentStreamInstruction([Name("/Span"), words], Operator("BDC"))
        instructions.insert(last + 1, end)
        instructions.insert(first, begin)
    return pikepdf.unparse_content_stream(instructions)


def _spans(
    instructions: Sequence[Any], fonts: dict[str, int]
) -> Iterator[tuple[int, int, int]]:
    """Yield first and last place of each stretch of text objects that set one vertical text."""
    begin = 0
    text: int | None = None
    stretch: tuple[int, int, int] | None = None
    for place, instruction in enumerate(instructions):
        operator = str(instruction.operator)
        if operator == "BT":
            begin, text = place, None
        elif operator == "Tf":
            text = fonts.get(str(instruction.operands[0]))
        elif operator == "ET":
            if stretch is not None and stretch[2] != text:
                yield stretch
                stretch = None
            if text is not None:
                stretch = (stretch[0] if stretch else begin, place, text)
    if stretch is not None:
        yield stretch


def _spelled_out(cmap: bytes, aliases: dict[int, str]) -> bytes:
    """Return a ToUnicode table with private-use code points replaced by their texts."""
    pairs: dict[int, str] = {}
    for kind, block in _BF_BLOCK.findall(cmap):
        for line in block.splitlines():
            numbers = _BF_HEX.findall(line)
            first = int(numbers[0], 16)
            last = int(numbers[1], 16) if kind == b"range" else first
            start = bytes.fromhex(numbers[-1].decode()).decode("utf-16-be")
            for step in range(last - first + 1):
                code = ord(start[-1]) + step
                pairs[first + step] = aliases.get(code, start[:-1] + chr(code))
    entries = [
        f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>\n".encode()
        for glyph, text in sorted(pairs.items())
        if text
    ]
    blocks = [
        b"%d beginbfchar\n%sendbfchar\n" % (len(part), b"".join(part))
        for part in (entries[i : i + 100] for i in range(0, len(entries), 100))
    ]
    head, tail = _BF_BLOCK.split(cmap)[0], cmap[cmap.rindex(b"endcmap") :]
    return head + b"".join(blocks) + tail
