"""Compose a logo: mark and live wordmark joined, presented large, and its allowed versions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import ClassVar, Literal

from pydantic import Field

from brand_kits.kit import BrandKit
from brand_kits.presentation import Wish, build_presentation
from brand_kits.usage import rules_for
from compositor.document import Document
from compositor.document.frozen import Frozen
from compositor.errors import InvalidValue
from compositor.layout.theme import Theme
from compositor.preflight import check
from compositor.typography.fonts import default_fonts
from compositor.units import size_px_from_text
from tools.base import (
    Copy,
    Drawing,
    Look,
    Made,
    Phase,
    Tool,
    ToolResult,
    Workbench,
    step_field,
)
from tools.concepts import MARK_LABEL, judged
from tools.drawn_name import with_drawn_name
from tools.errors import WrongArguments
from tools.logo_recipe import LOGO_RECIPE_LABEL, LogoRecipe

__all__ = ["ComposeLogo", "ComposeLogoArguments", "kit_from"]

_FINE_NODES = 250
_DETAILED = ("mascot", "emblem", "seal", "monogram")
_HANZI = re.compile(r"[\u3400-\u9fff]")


class ComposeLogoArguments(Frozen):
    """What a logo is made of."""

    look: str = step_field("look", "step that chose the style")
    mark: str = step_field("drawing", "step that drew the mark")
    copy_step: str = step_field("copy", "step that wrote the words", optional=True)
    lockup: Literal["auto", "horizontal", "stacked", "mark_only", "wordmark_only", "badge"] = (
        "auto"
    )
    staging: Literal["auto", "quiet", "offset", "flood", "split"] = "auto"
    size: str = Field(
        default="1600x1200", description="page size, such as 1600x1200 or a4-landscape"
    )
    wordmark: Literal["drawn", "live"] = Field(
        default="drawn",
        description="draw the name with one idea, or set it in the style's face",
    )
    wordmark_variant: int = Field(default=0, ge=0, le=20, description="ask for another drawing")
    versions: bool = Field(default=True, description="add a page with the logo's versions")


class ComposeLogo(Tool[ComposeLogoArguments]):
    """Sets a logo."""

    name: ClassVar[str] = "compose_logo"
    summary: ClassVar[str] = (
        "Join a mark with its live wordmark, present the logo, and show its versions."
    )
    phase: ClassVar[Phase] = "layout"
    arguments = ComposeLogoArguments

    def run(self, arguments: ComposeLogoArguments, bench: Workbench) -> ToolResult:
        """Build the kit and its presentation."""
        theme = bench.find(arguments.look, Look).theme
        mark = bench.find(arguments.mark, Drawing)
        copy = bench.find(arguments.copy_step, Copy) if arguments.copy_step else None
        try:
            size = size_px_from_text(arguments.size)
        except InvalidValue as error:
            raise WrongArguments(str(error)) from error
        kit = kit_from(theme, mark, copy)
        if arguments.wordmark == "drawn" and not kit.rings_name:
            kit = with_drawn_name(kit, mark, bench.seed, arguments.wordmark_variant)
        wish = Wish(
            arrangement=None if arguments.lockup == "auto" else arguments.lockup,
            staging=None if arguments.staging == "auto" else arguments.staging,
            notes=_notes(copy, kit),
            with_versions=arguments.versions,
            seed=bench.seed,
        )
        document = _staged(kit, size, wish, mark, bench)
        labels = {
            **document.labels,
            "construction": str(mark.facts.get("construction", "")),
            "concept": str(mark.facts.get("concept", "")),
            "seed": str(bench.seed),
            MARK_LABEL: judged(mark.facts),
            LOGO_RECIPE_LABEL: LogoRecipe(
                kit=kit,
                mark=mark.made_from,
                construction=str(mark.facts.get("construction", "")),
                arrangement=wish.arrangement,
                staging=wish.staging,
                size=size,
                notes=wish.notes,
                with_versions=wish.with_versions,
                seed=bench.seed,
            ).to_label(),
        }
        document = document.model_copy(update={"labels": labels})
        note = (
            f"{labels['lockup']} lockup, {labels['staging']} staging, logo "
            f"{float(labels['logo_width_share']):.0%} of the width"
        )
        return ToolResult(made=Made(document=document, says=mark.says), note=note)


def _staged(
    kit: BrandKit, size: tuple[float, float], wish: Wish, mark: Drawing, bench: Workbench
) -> Document:
    """Return the presentation, on a quiet ground when the livelier one hurts the logo."""
    fonts = default_fonts()
    document = build_presentation(kit, size, wish, fonts)
    document = document.model_copy(update={"assets": mark.assets})
    findings = check(document, fonts, bench.assets)
    if wish.staging is None and any(finding.severity == "hard" for finding in findings):
        quiet = build_presentation(kit, size, replace(wish, staging="quiet"), fonts)
        return quiet.model_copy(update={"assets": mark.assets})
    return document


def kit_from(theme: Theme, mark: Drawing, copy: Copy | None) -> BrandKit:
    """Return the brand kit a look, a mark and its words amount to.

    Names come from the copy's brand slot; what the mark was drawn for fills the gaps.
    """
    latin, chinese = _names(copy.slots.get("brand", "") if copy else "")
    if not latin and not chinese:
        latin = str(mark.facts.get("name_latin", ""))
        chinese = str(mark.facts.get("name_zh", ""))
    tagline = ""
    if copy is not None:
        tagline = next(
            (copy.slots[s] for s in ("tagline", "headline") if copy.slots.get(s)), ""
        )
        if tagline in (latin, chinese, f"{chinese} {latin}", f"{latin} {chinese}"):
            tagline = ""
    stroke = mark.facts.get("stroke_u", 5.0)
    ground = theme.palette.paint("ground")
    rules = rules_for(mark.layer, ground, default_fonts(), has_name=bool(latin or chinese))
    nodes = mark.facts.get("node_count", 0)
    # Badges and pen drawings fill up below 24 px, however well they are drawn.
    if isinstance(nodes, int) and nodes > _FINE_NODES:
        least = {"min_mark_px": max(24.0, rules.min_mark_px)}
        rules = rules.model_copy(update={**least, "min_mark_mm": max(8.0, rules.min_mark_mm)})
    return BrandKit(
        name_latin=latin,
        name_zh=chinese,
        tagline=tagline,
        language=copy.language if copy else "zh-Hans",
        theme=theme,
        mark=mark.layer,
        mark_side=mark.width,
        stroke_u=float(stroke) if isinstance(stroke, (int, float)) else 5.0,
        spark_is_hole=mark.facts.get("spark_in_mono") == "ground",
        rules=rules,
        is_detailed=mark.facts.get("construction") in _DETAILED,
        can_turn=mark.facts.get("construction") in ("abstract_geo", "line_geo"),
        rings_name=mark.facts.get("construction") == "emblem" and bool(latin or chinese),
    )


def _names(brand: str) -> tuple[str, str]:
    """A brand text parted into its Latin and its Chinese name."""
    text = brand.strip()
    if not _HANZI.search(text):
        return text, ""
    chinese = "".join(re.findall(r"[\u3400-\u9fff·]+", text))
    latin = re.sub(r"[\u3400-\u9fff·]+", " ", text).strip(" -–—|/·()（）")
    if re.search(r"[^\x00-\x7f]", latin) or re.search(
        r"[\u3400-\u9fff]\s*[a-z0-9]+\s*[\u3400-\u9fff]", text, re.I
    ):
        return "", text
    return latin, chinese


def _notes(copy: Copy | None, kit: BrandKit) -> tuple[str, ...]:
    """Required texts the lockup does not already say, one line each."""
    if copy is None:
        return (kit.tagline,) if kit.tagline and not kit.has_name else ()
    said = f"{kit.name_latin}\n{kit.name_zh}\n" + (kit.tagline if kit.has_name else "")
    found = [t for t in copy.required if t not in said]
    if not kit.has_name and kit.tagline and kit.tagline not in found:
        found.insert(0, kit.tagline)
    return tuple(dict.fromkeys(found))
