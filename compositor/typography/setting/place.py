"""Placing: fitted lines become glyph runs in the coordinates of the layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from compositor.document.layer import TextLayer
from compositor.document.text import TextRun
from compositor.geometry import Box
from compositor.typography.bidi import visual_order
from compositor.typography.block import Glyph, GlyphRun, SetLine
from compositor.typography.script import script_of
from compositor.typography.setting.cluster import Cluster
from compositor.typography.setting.fit import Fitted
from compositor.typography.setting.measures import LineMeasure
from compositor.typography.setting.stream import Hyphen, Stream

__all__ = ["placed_lines"]

_SURE: Final = 0.02
"""What lines that fill their box may seem to be too high, px at scale 1."""
_STRETCH_HAN_EM: Final = 0.18
_STRETCH_MIXED_EM: Final = 0.125
_STRETCH_SPACE_EM: Final = 0.5
_STRETCH_LETTER_EM: Final = 0.03
"""Most that justifying adds at one place; a line that needs more stays ragged."""


def placed_lines(stream: Stream, layer: TextLayer, fit: Fitted) -> tuple[SetLine, ...]:
    """Return the lines at their places in the box."""
    vertical, scale, box = stream.is_vertical, fit.scale, layer.box
    room = (box.height if vertical else box.width) / scale
    origin = _first_baseline(layer, fit, (box.width if vertical else box.height) / scale)
    lines = []
    for number, span in enumerate(fit.lines.spans):
        at = origin + fit.measure.baselines[number]
        baseline = box.right - at * scale if vertical else box.y + at * scale
        width = stream.width(*span)
        first, last = stream.visible(*span)
        ends_paragraph = (
            number + 1 == len(fit.lines.spans) or number + 1 in fit.lines.paragraph_starts
        )
        stretch: list[float] = [0.0] * (last - first)
        if width > room:
            stretch, given = _closed_up(stream, first, last, width - room)
            width -= given
        start = 0.0
        if layer.align == "center":
            start = (room - width) / 2
        elif layer.align == "right":
            start = room - width
        elif layer.align == "justify" and not ends_paragraph and width < room:
            stretch = _stretches(stream, first, last, room - width)
            width += sum(stretch)
        shown = stream.clusters[first:last]
        parted = _place_at_end(shown, layer)
        if parted and room > width:
            stretch[parted - 1] += room - width
            start, width = 0.0, room
        pens = _pens(shown, start, stretch)
        runs = _runs(shown, pens, layer, scale, baseline)
        if span[1] in stream.hyphens and runs:
            runs += (_hyphen(stream.hyphens[span[1]], shown[-1], runs[-1], scale),)
        begin = (box.y if vertical else box.x) + start * scale
        lines.append(
            SetLine(
                text="".join(c.text for c in shown),
                box=_line_box(
                    fit.measure.lines[number], scale, baseline, (begin, width * scale), vertical
                ),
                baseline_px=baseline,
                runs=runs,
            )
        )
    return tuple(lines)


def _first_baseline(layer: TextLayer, fit: Fitted, room: float) -> float:
    """Return how far the first baseline lies from the box's top, or right, px at scale 1."""
    measures, baselines = fit.measure.lines, fit.measure.baselines
    pairs = list(zip(baselines, measures, strict=True))
    above = -min(at - m.above for at, m in pairs)
    below = max(at + m.below for at, m in pairs)
    if layer.valign == "top":
        return above
    if layer.valign == "bottom":
        return room - below
    caps = max(at + m.cap_below for at, m in pairs) - measures[0].cap_above
    middle = (room - caps) / 2
    if above + below > room + _SURE:
        return middle
    return max(above, min(middle, room - below))


def _closed_up(stream: Stream, first: int, last: int, over: float) -> tuple[list[float], float]:
    """Return what to add after each cluster, zero or less, so that marks give up an excess."""
    spares = [stream.spare_after(place) for place in range(first, last - 1)] + [0.0]
    whole = sum(spares)
    share = min(1.0, over / whole) if whole > 0 else 0.0
    return [-share * spare for spare in spares[: last - first]], share * whole


def _stretches(stream: Stream, first: int, last: int, slack: float) -> list[float]:
    """Return what to add after each cluster so that the line fills its width, or zeros.

    Spaces and the gaps beside Latin give first, Chinese characters and letters after them.
    """
    clusters = stream.clusters[first:last]
    loose, firm = [0.0] * len(clusters), [0.0] * len(clusters)
    for place in range(len(clusters) - 1):
        cluster, after = clusters[place], clusters[place + 1]
        if cluster.kind == "space" and cluster.trim_after == 0:
            loose[place] = _STRETCH_SPACE_EM * cluster.em
        elif cluster.gap_after > 0 or cluster.kind == "space":
            loose[place] = _STRETCH_MIXED_EM * cluster.em
        elif {cluster.kind, after.kind} <= {"han", "mark"} and cluster.text != after.text:
            firm[place] = _STRETCH_HAN_EM * cluster.em
        elif cluster.kind == after.kind == "word" and not script_of(cluster.text[0]):
            firm[place] = _STRETCH_LETTER_EM * cluster.em
    easy, hard = sum(loose), sum(firm)
    if slack <= 0 or slack > easy + hard:
        return [0.0] * len(clusters)
    a = min(1.0, slack / easy) if easy else 0.0
    b = (slack - a * easy) / hard if hard else 0.0
    return [a * x + b * y for x, y in zip(loose, firm, strict=True)]


def _place_at_end(clusters: Sequence[Cluster], layer: TextLayer) -> int:
    """Return which cluster begins what stands at the line's end; 0 when nothing does."""
    stands = [layer.runs[cluster.run].at_end for cluster in clusters]
    return next((k for k in range(1, len(stands)) if stands[k] and not stands[k - 1]), 0)


def _pens(
    clusters: Sequence[Cluster], start: float, stretch: Sequence[float]
) -> list[tuple[float, float]]:
    """Return for each cluster where its glyphs' pen begins, and how far it takes the line.

    Clusters are in reading order; those that run leftwards lie right to left, their front
    at the right.
    """
    spans: list[tuple[float, float]] = [(start, 0.0)] * len(clusters)
    pen, final = start, len(clusters) - 1
    for place in visual_order([cluster.level for cluster in clusters]):
        cluster = clusters[place]
        front = cluster.trim_at_start if place == 0 else cluster.trim_before
        back = cluster.trim_at_end if place == final else cluster.trim_after
        after = 0.0 if place == final else cluster.tracking + cluster.gap_after
        after += stretch[place]
        shown = cluster.advance - front - back
        if cluster.level % 2:
            spans[place] = (pen + after - back, shown + back)
        else:
            spans[place] = (pen - front, shown + front + after)
        pen += shown + after
    return spans


def _runs(
    clusters: Sequence[Cluster],
    pens: Sequence[tuple[float, float]],
    layer: TextLayer,
    scale: float,
    baseline: float,
) -> tuple[GlyphRun, ...]:
    groups: list[list[int]] = []
    for place, cluster in enumerate(clusters):
        if groups and (
            cluster.face is None or _alike(clusters[_face_place(clusters, groups[-1])], cluster)
        ):
            groups[-1].append(place)
        else:
            groups.append([place])
    runs = []
    for group in groups:
        head = clusters[_face_place(clusters, group)]
        if head.face is None:
            continue
        run = layer.runs[head.run]
        runs.append(_run(clusters, pens, group, run, layer, scale, baseline))
    return tuple(runs)


def _run(
    clusters: Sequence[Cluster],
    pens: Sequence[tuple[float, float]],
    group: Sequence[int],
    run: TextRun,
    layer: TextLayer,
    scale: float,
    baseline: float,
) -> GlyphRun:
    head = clusters[_face_place(clusters, group)]
    if head.face is None:
        raise AssertionError("a run has a face")
    vertical = layer.writing == "vertical-rl"
    begin = layer.box.y if vertical else layer.box.x
    first = clusters[group[0]].start
    glyphs = []
    leftward = head.level % 2 == 1
    for place in reversed(group) if leftward else group:
        cluster = clusters[place]
        pen, moved = begin + pens[place][0] * scale, pens[place][1] * scale
        for number, glyph in enumerate(cluster.glyphs):
            rest = sum(g.advance for g in cluster.glyphs[:number]) * scale
            is_last = number == len(cluster.glyphs) - 1
            x, y = glyph.x * scale, glyph.y * scale
            glyphs.append(
                Glyph(
                    id=glyph.id,
                    x=baseline + x if vertical else pen + x,
                    y=pen + y if vertical else baseline + y,
                    advance=moved - rest if is_last else glyph.advance * scale,
                    cluster=cluster.start - first,
                )
            )
    return GlyphRun(
        face=head.face,
        size_px=head.size * scale,
        glyphs=tuple(glyphs),
        text="".join(clusters[place].text for place in group),
        paint=run.paint,
        stroke=run.stroke,
        rotation_deg=90.0 if head.stance == "sideways" else 0.0,
        vertical=head.stance == "upright",
        start=first,
        right_to_left=leftward,
    )


def _hyphen(hyphen: Hyphen, last: Cluster, run: GlyphRun, scale: float) -> GlyphRun:
    """Return the hyphen after the last letter of a line, as a run of no characters."""
    end = run.glyphs[-1]
    x = end.x + end.advance
    glyph = Glyph(hyphen.glyph, x, end.y, hyphen.advance * scale, 0)
    start = last.start + len(last.text)
    return replace(run, glyphs=(glyph,), text="", start=start)


def _face_place(clusters: Sequence[Cluster], group: Sequence[int]) -> int:
    return next((place for place in group if clusters[place].face is not None), group[0])


def _alike(first: Cluster, second: Cluster) -> bool:
    if first.face is None:
        return first.run == second.run
    return (
        first.face == second.face
        and first.run == second.run
        and first.size == second.size
        and first.stance == second.stance
        and first.level == second.level
    )


def _line_box(
    measure: LineMeasure,
    scale: float,
    baseline: float,
    along: tuple[float, float],
    vertical: bool,  # noqa: FBT001
) -> Box:
    start, length = along
    if vertical:
        return Box(
            baseline - measure.descent * scale,
            start,
            (measure.ascent + measure.descent) * scale,
            length,
        )
    return Box(
        start,
        baseline - measure.ascent * scale,
        length,
        (measure.ascent + measure.descent) * scale,
    )
