"""Rebuild the vendored Chinese faces of this folder from public npm and Debian packages.

A maintainer's script; nothing imports it and a base install never runs it. It reads only
files that are already on disk, and the same downloads give the same bytes. In an empty
folder, with npm and apt (Debian 12) set up as usual:

    npm pack @fontsource/zcool-xiaowei@5.3.0 @fontsource/zcool-kuaile@5.3.0 \
        @fontsource/zcool-qingke-huangyou@5.3.0 @fontsource/ma-shan-zheng@5.3.1 \
        @fontsource/noto-serif-sc@5.3.0 @fontsource/long-cang@5.3.0
    apt-get download fonts-smiley-sans fonts-lxgw-wenkai
    pip install brotli

then, from the repository, `python -m compositor.typography.faces.build FOLDER`. It takes
about five minutes of one core. Brotli is needed only here, to read WOFF2.

Each face is cut to the hanzi of GB 2312 level 1 plus `brand_hanzi.txt`, loses its hinting,
and is written as one or more TrueType parts under `PART_LIMIT_BYTES`, compressed with xz.
Every result is a Modified Version in the words of the OFL, so a face with a Reserved Font
Name is given another name; see LICENSES.md.
"""

import copy
import hashlib
import io
import itertools
import lzma
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any, Final

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from compositor.typography.faces.sources import FACES, FaceSource

__all__ = ["PART_LIMIT_BYTES", "brand_hanzi", "build", "common_hanzi"]

PART_LIMIT_BYTES: Final = 950_000
"""Largest compressed part, in bytes: no file over 1 MB is committed."""

FOLDER: Final = Path(__file__).parent
LAYOUT_FEATURES: Final = ["vert", "vrt2", "kern", "halt", "palt", "vhal", "vpal"]
NOT_HANZI: Final = tuple(
    range(first, last + 1)
    for first, last in (
        (0x20, 0x7E),  # ASCII
        (0xA0, 0xFF),  # Latin-1
        (0x2010, 0x203B),  # dashes, quotes, ellipsis, primes
        (0x20AC, 0x20AC),
        (0x2103, 0x2103),
        (0x2116, 0x2122),
        (0x2190, 0x2193),
        (0x2460, 0x2473),  # circled digits
        (0x3000, 0x301F),  # CJK punctuation
        (0x30FB, 0x30FB),
        (0xFF01, 0xFF5E),  # full-width forms
        (0xFFE0, 0xFFE5),
    )
)


def common_hanzi() -> list[str]:
    """Return the 3755 hanzi of GB 2312 level 1, the most frequent first.

    Frequencies are those of the words in jieba's dictionary. Source: GB/T 2312-1980, rows
    16 to 55.
    """
    level_1 = {
        bytes([0xA0 + row, 0xA0 + cell]).decode("gb2312")
        for row in range(16, 56)
        for cell in range(1, 95)
        if (row, cell) < (55, 90)
    }
    uses: Counter[str] = Counter()
    words = resources.files("jieba").joinpath("dict.txt").read_text("utf-8")
    for line in words.splitlines():
        word, count, *_ = line.split(" ")
        for hanzi in level_1.intersection(word):
            uses[hanzi] += int(count)
    return sorted(level_1, key=lambda hanzi: (-uses[hanzi], hanzi))


def brand_hanzi() -> list[str]:
    """Return the hanzi of `brand_hanzi.txt` in its order, each once."""
    lines = (FOLDER / "brand_hanzi.txt").read_text("utf-8").splitlines()
    rows = (line.partition(": ")[2] for line in lines if not line.startswith("#"))
    return list(dict.fromkeys("".join(rows)))


def build(face: FaceSource, downloads: Path, folder: Path = FOLDER) -> list[Path]:
    """Write the parts of a face and return their paths.

    Args:
        face: What to build.
        downloads: Folder that holds its package.
        folder: Where the parts go; parts of an earlier build are replaced.

    Raises:
        ValueError: The package is not the one that was reviewed.
    """
    archive = (downloads / face.archive).read_bytes()
    digest = hashlib.sha256(archive).hexdigest()
    if digest != face.sha256:
        raise ValueError(f"{face.archive} has SHA-256 {digest}, not {face.sha256}")
    font = _font_with_slices(face, archive)
    _add_middle_dot(font)
    hanzi = common_hanzi()[: face.hanzi_limit] if face.hanzi_limit else _all_hanzi()
    covered = font.getBestCmap().keys()
    code_points = sorted({ord(char) for char in hanzi} & covered)
    others = sorted(set().union(*NOT_HANZI) & covered)
    packed = _packed_parts(face, font, others, code_points)
    for old in folder.glob(f"{face.slug}.*.ttf.xz"):
        old.unlink()
    paths = []
    for number, data in enumerate(packed, start=1):
        path = folder / f"{face.slug}.{number}.ttf.xz"
        path.write_bytes(data)
        paths.append(path)
    return paths


def _all_hanzi() -> list[str]:
    return common_hanzi() + brand_hanzi()


def _packed_parts(
    face: FaceSource, font: TTFont, others: list[int], hanzi: list[int]
) -> list[bytes]:
    """Return compressed parts in code point order; only the first holds what is not hanzi."""
    for count in itertools.count(1):
        step = -(-len(hanzi) // count)
        blocks = [hanzi[start : start + step] for start in range(0, len(hanzi), step)]
        blocks[0] = others + blocks[0]
        parts = [_cut(font, block) for block in blocks]
        for number, part in enumerate(parts, start=1):
            _rename(part, face, number if count > 1 else 0)
        packed = [_xz(_font_bytes(part)) for part in parts]
        if max(map(len, packed)) <= PART_LIMIT_BYTES:
            return packed
    raise AssertionError("the loop ends by returning")


def _font_with_slices(face: FaceSource, archive: bytes) -> TTFont:
    font: TTFont | None = None
    slices: list[TTFont] = []
    for name, data in _members(face.archive, archive):
        if name == face.member:
            font = TTFont(io.BytesIO(data), recalcTimestamp=False)
            font.flavor = None
        elif face.slices and re.fullmatch(face.slices, name):
            slices.append(TTFont(io.BytesIO(data), lazy=True))
    if font is None:
        raise ValueError(f"{face.archive} has no {face.member}")
    missing = set(map(ord, _all_hanzi())) - font.getBestCmap().keys()
    for donor in slices:
        for code_point in sorted(missing & donor.getBestCmap().keys()):
            _graft(font, donor, code_point)
            missing.discard(code_point)
    return font


def _members(name: str, archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an npm tarball or a Debian package, by name order."""
    if name.endswith(".deb"):
        archive = _ar_member(archive, "data.tar.xz")
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in sorted(tar.getmembers(), key=lambda member: member.name):
            stream = tar.extractfile(member)
            if stream is not None:
                yield member.name, stream.read()


def _ar_member(archive: bytes, wanted: str) -> bytes:
    """Return one member of a Debian package, which is a Unix ar archive.

    Source: https://manpages.debian.org/deb.5
    """
    position = len(b"!<arch>\n")
    while position < len(archive):
        header = archive[position : position + 60]
        size = int(header[48:58])
        position += 60
        if header[:16].rstrip(b" /").decode() == wanted:
            return archive[position : position + size]
        position += size + size % 2
    raise ValueError(f"the Debian package has no {wanted}")


def _graft(font: TTFont, donor: TTFont, code_point: int) -> None:
    """Copy one glyph from a font of the same em."""
    source = donor.getBestCmap()[code_point]
    glyph = copy.deepcopy(donor["glyf"][source])
    if glyph.isComposite() or font["head"].unitsPerEm != donor["head"].unitsPerEm:
        raise ValueError(f"U+{code_point:04X} cannot be copied as it stands")
    _add_glyph(font, code_point, glyph, donor["hmtx"][source])
    if "vmtx" in font:
        font["vmtx"][f"uni{code_point:04X}"] = donor["vmtx"][source]


def _add_middle_dot(font: TTFont) -> None:
    """Give a face without U+00B7 one made of its full stop, centered in a full-width em.

    Chinese names join their halves with it; four of the sources lack it.
    """
    cmap = font.getBestCmap()
    if 0xB7 in cmap:
        return
    stop = font["glyf"][cmap[ord(".")]]
    em = font["head"].unitsPerEm
    middle = (font["hhea"].ascent + font["hhea"].descent) / 2
    pen = TTGlyphPen(None)
    stop.draw(pen, font["glyf"])
    glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    shift_x = round(em / 2 - (glyph.xMin + glyph.xMax) / 2)
    shift_y = round(middle - (glyph.yMin + glyph.yMax) / 2)
    glyph.coordinates.translate((shift_x, shift_y))
    glyph.recalcBounds(font["glyf"])
    _add_glyph(font, 0xB7, glyph, (em, glyph.xMin))


def _add_glyph(font: TTFont, code_point: int, glyph: Any, metric: tuple[int, int]) -> None:
    name = f"uni{code_point:04X}"
    glyph.removeHinting()
    font["glyf"][name] = glyph
    font.setGlyphOrder(font["glyf"].glyphOrder)
    font["hmtx"][name] = metric
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code_point] = name


def _cut(font: TTFont, code_points: Iterable[int]) -> TTFont:
    options = subset.Options(
        hinting=False,
        layout_features=LAYOUT_FEATURES,
        notdef_outline=True,
        glyph_names=False,
        name_IDs=["*"],
        name_languages=["*"],
        drop_tables=["BASE", "DSIG", "GDEF", "STAT", "cvt ", "fpgm", "gasp", "meta", "prep"],
    )
    part = TTFont(io.BytesIO(_font_bytes(font)), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(part)
    return part


def _rename(font: TTFont, face: FaceSource, part: int) -> None:
    """Name a part after its face, say what it was, and keep its authors' notices.

    A `part` of 0 means that the face has only one.
    """
    table = font["name"]
    version = table.getDebugName(5)
    licence = table.getDebugName(13) or (
        "This Font Software is licensed under the SIL Open Font License, Version 1.1. "
        "This license is available with a FAQ at: https://openfontlicense.org"
    )
    notices = {number: table.getDebugName(number) for number in (0, 7, 14)}
    postscript = f"{face.family.replace(' ', '')}-{face.style}" + (f"-{part}" if part else "")
    plain = face.style == "Regular"
    names = notices | {
        1: face.family if plain else f"{face.family} {face.style}",
        2: "Regular",
        3: f"{version};{postscript}",
        4: f"{face.family} {face.style}",
        5: version,
        6: postscript,
        10: f"Modified Version: a subset of {face.original}, made for the project Danqing.",
        13: licence,
        16: None if plain else face.family,
        17: None if plain else face.style,
    }
    table.names = []
    for number, text in sorted(names.items()):
        if text:
            table.setName(text, number, 3, 1, 0x409)


def _font_bytes(font: TTFont) -> bytes:
    stream = io.BytesIO()
    font.save(stream, reorderTables=True)
    return stream.getvalue()


def _xz(data: bytes) -> bytes:
    # Font tables are not aligned text: no position bits, more literal context.
    filters = [
        {
            "id": lzma.FILTER_LZMA2,
            "preset": 9 | lzma.PRESET_EXTREME,
            "lc": 4,
            "lp": 0,
            "pb": 0,
        }
    ]
    return lzma.compress(data, format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC32, filters=filters)


def main() -> None:
    """Build every face, or those whose slugs follow the folder on the command line."""
    downloads, slugs = Path(sys.argv[1]), set(sys.argv[2:])
    for face in FACES:
        if not slugs or face.slug in slugs:
            for path in build(face, downloads):
                sys.stdout.write(f"{path.name} {path.stat().st_size}\n")


if __name__ == "__main__":
    main()
