"""The logo package: complete, pure vector, and the same geometry in SVG and PDF."""

import math
import struct
from pathlib import Path as FilePath

import pikepdf
import pytest
from lxml import etree

from compositor.document import AssetStore, Document
from compositor.geometry import Path
from knowledge.themes import resolve_theme
from tools.base import Copy, Look, Made, Workbench
from tools.compose_logo import ComposeLogo, ComposeLogoArguments
from tools.draw_mark import DrawMark, DrawMarkArguments
from tools.errors import WrongArguments
from tools.logo_package import write_logo_package

_ALLOWED = {
    "svg",
    "title",
    "desc",
    "g",
    "path",
    "defs",
    "linearGradient",
    "radialGradient",
    "stop",
}
_PX_PER_PT = 96 / 72


def _logo() -> Document:
    theme = resolve_theme(("minimal",), "tea", seed=2)
    materials: dict[str, object] = {"look": Look(theme=theme)}

    def bench() -> Workbench:
        return Workbench(seed=3, assets=AssetStore(), out=FilePath(), materials=materials)

    wish = DrawMarkArguments(
        look="look",
        construction="line_art",
        name_zh="山漂",
        name_latin="Drift",
        subjects=("mountain",),
    )
    materials["mark"] = DrawMark().run(wish, bench()).made
    materials["copy"] = Copy(language="zh-Hans", slots={"brand": "山漂 Drift"})
    arguments = ComposeLogoArguments(look="look", mark="mark", copy_step="copy", versions=False)
    made = ComposeLogo().run(arguments, bench()).made
    assert isinstance(made, Made)
    return Document.from_json(made.document.to_json())


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> FilePath:
    out = tmp_path_factory.mktemp("package")
    write_logo_package(_logo(), out)
    return out


def test_has_every_version(package: FilePath) -> None:
    for ground in ("full-color", "reversed", "black", "white"):
        for arrangement in ("mark", "horizontal", "stacked", "wordmark"):
            for suffix in ("svg", "pdf", "png"):
                assert (package / ground / f"logo-{arrangement}.{suffix}").stat().st_size > 300
    for name in ("small/mark-small-color-16.png", "app-icon/app-icon-superellipse-1024.png",
                 "favicon/favicon-16.svg", "favicon/favicon-32.svg", "logo.json",
                 "production/mark-embroidery-35mm.svg"):  # fmt: skip
        assert (package / name).is_file(), name
    kind, count = struct.unpack("<HH", (package / "favicon/favicon.ico").read_bytes()[2:6])
    assert (kind, count) == (1, 3)


def test_svg_is_nothing_but_filled_paths_inside_the_page(package: FilePath) -> None:
    files = sorted(package.rglob("*.svg"))
    assert len(files) > 20
    for file in files:
        root = etree.parse(file).getroot()
        tags = {etree.QName(node).localname for node in root.iter(etree.Element)}
        assert tags <= _ALLOWED, file
        _, _, width, height = (float(v) for v in root.get("viewBox").split())
        for path in _svg_paths(file):
            box = path.bounds
            assert box.x >= -0.01, file
            assert box.y >= -0.01, file
            assert box.right <= width + 0.01, file
            assert box.bottom <= height + 0.01, file
            assert all(-width <= p.x <= 2 * width for p in path.points())


def test_one_color_files_have_one_color(package: FilePath) -> None:
    for name, color in (("black", "#000000"), ("white", "#ffffff")):
        for file in sorted((package / name).glob("*.svg")):
            fills = {
                node.get("fill").lower()
                for node in etree.parse(file).getroot().iter("{*}path")
                if node.get("fill") != "none"
            }
            full = {f"#{f[1] * 2}{f[2] * 2}{f[3] * 2}" if len(f) == 4 else f for f in fills}
            assert full == {color}, file


def test_pdf_has_the_paths_of_the_svg(package: FilePath) -> None:
    files = [package / "full-color" / f"logo-{n}.svg" for n in ("mark", "horizontal")]
    files += [package / "production" / "mark-engraving-12mm.svg"]
    for file in files:
        wanted, found = _svg_paths(file), _pdf_paths(file.with_suffix(".pdf"))
        assert len(found) == len(wanted), file
        for svg, pdf in zip(wanted, found, strict=True):
            verbs = [verb for verb, _ in svg.segments]
            assert [verb for verb, _ in pdf.segments] == verbs
            pairs = zip(svg.points(), pdf.points(), strict=True)
            assert max(max(abs(a.x - b.x), abs(a.y - b.y)) for a, b in pairs) < 0.02, file


def test_other_documents_are_refused() -> None:
    document = _logo()
    bare = document.model_copy(update={"labels": {}})
    with pytest.raises(WrongArguments, match="holds no logo"):
        write_logo_package(bare, FilePath())


def _svg_paths(file: FilePath) -> list[Path]:
    root = etree.parse(file).getroot()
    assert not list(root.iter("{*}clipPath", "{*}mask", "{*}image", "{*}use", "{*}text"))
    nodes = [node for node in root.iter("{*}path") if node.get("fill") != "none"]
    assert all(node.get("stroke") is None for node in nodes)
    assert all(node.get("transform") is None for node in root.iter(etree.Element))
    return [_cubic(Path.from_svg(node.get("d"))) for node in nodes]


def _pdf_paths(file: FilePath) -> list[Path]:
    """Filled paths of page 1 in px, y down; the bare background is none."""
    found: list[Path] = []
    with pikepdf.open(file) as pdf:
        page = pdf.pages[0]
        height = float(page.MediaBox[3])
        assert not page.get("/Resources", {}).get("/XObject")
        matrix, stack = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), []
        segments: list[tuple[str, tuple[float, ...]]] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("q", "Q"):
                if name == "q":
                    stack.append(matrix)
                else:
                    matrix = stack.pop()
            elif name == "cm":
                matrix = _times(tuple(float(v) for v in operands), matrix)
            elif name in ("m", "l", "c"):
                numbers = [float(v) for v in operands]
                moved = [
                    value
                    for i in range(0, len(numbers), 2)
                    for value in _px(numbers[i], numbers[i + 1], matrix, height)
                ]
                segments.append((name.upper(), tuple(moved)))
            elif name == "h":
                segments.append(("Z", ()))
            elif name in ("f", "f*", "F"):
                found.append(_cubic(Path(tuple(segments))))  # type: ignore[arg-type]  # verbs of a path
                segments = []
            elif name == "n":
                segments = []
            assert name not in ("Do", "sh", "Tj", "TJ")
    return found


def _cubic(path: Path) -> Path:
    """The path as PDF says it: quadratics as cubics, no line back to where Z goes anyway."""
    segments: list[tuple[str, tuple[float, ...]]] = []
    at = start = (0.0, 0.0)
    for verb, n in path.segments:
        if verb == "M":
            start = n
        if verb == "Z" and segments[-1][0] == "L" and math.dist(segments[-1][1], start) < 0.01:
            segments.pop()
        if verb == "Q":
            first = tuple(at[k] + 2 / 3 * (n[k] - at[k]) for k in (0, 1))
            second = tuple(n[2 + k] + 2 / 3 * (n[k] - n[2 + k]) for k in (0, 1))
            segments.append(("C", (*first, *second, n[2], n[3])))
        else:
            segments.append((verb, n))
        if n:
            at = (n[-2], n[-1])
    return Path(tuple(segments))  # type: ignore[arg-type]  # verbs of a path


def _times(a: tuple[float, ...], b: tuple[float, ...]) -> tuple[float, ...]:
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )  # fmt: skip


def _px(x: float, y: float, m: tuple[float, ...], height: float) -> tuple[float, float]:
    px, py = m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]
    return px * _PX_PER_PT, (height - py) * _PX_PER_PT
