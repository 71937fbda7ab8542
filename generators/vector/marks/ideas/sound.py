"""Sound ideas: a name said twice, the same from both ends, or in beats."""

from __future__ import annotations

from collections.abc import Iterator

from generators.vector.marks.ideas.brand import Brand
from generators.vector.marks.ideas.concept import Idea
from generators.vector.marks.ideas.rhythm import rhythm_of, rhythm_sketch

__all__ = ["sound_ideas"]


def sound_ideas(brand: Brand) -> Iterator[Idea]:
    """Yield ideas that show how the name is said; none for a name of one beat."""
    rhythm = rhythm_of(brand.name_latin) or rhythm_of(brand.name_zh)
    if rhythm is None:
        return
    who_en = brand.name_latin or brand.name_zh
    who_zh = f"「{brand.name_zh or brand.name_latin}」"
    said_en, said_zh, prior = {
        "twin": (
            (
                f"{who_en} says one sound twice ({rhythm.said}); so does the mark: one form, "
                "said twice"
            ),
            f"{who_zh}一音两念（{rhythm.said}），标志也是一形两说",
            0.78,
        ),
        "palindrome": (
            (
                f"{who_en} reads the same from both ends ({rhythm.said}), so its halves face "
                "each other"
            ),
            f"{who_zh}正反同读（{rhythm.said}），左右两半于是相对而立",
            0.78,
        ),
        "beats": (
            (
                f"{who_en} is said in {len(rhythm.beats)} beats ({rhythm.said}); forms keep "
                "them, the last one lit"
            ),
            f"{who_zh}念作{len(rhythm.beats)}拍（{rhythm.said}），形随拍走，末拍点亮",
            0.34,
        ),
    }[rhythm.pattern]
    for turn in range(2):
        yield Idea(
            kind="sound", motif=f"{rhythm.pattern}-{turn}", construction="sketch",
            sketch=rhythm_sketch(rhythm, brand.own_number + turn),
            reason_en=f"{said_en}.", reason_zh=f"{said_zh}。",
            prior=prior - 0.1 * turn - (0.15 if brand.wants_lines else 0.0),
        )  # fmt: skip
