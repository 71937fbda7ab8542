"""Cut-outs by several ways on thirty pictures with known mattes.

Run: python -m bench.cutouts --weights FOLDER. Tracing the pictures takes some minutes once.
IoU is of the mattes at one half; edge error is the mean difference of the matte on the band
where the truth is soft, 3 px to either side.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bench.cutouts.scenes import Shot, shots
from compositor.document import AssetStore
from generators.base import Ticket
from generators.errors import GenerationFailed
from generators.photo.cutout import cut_out
from generators.photo.subject import find_subject
from generators.photo.weights import find_weights

Way = Callable[[Shot], NDArray[np.float64]]


def _ways(model: Path | None) -> dict[str, Way]:
    def likelihood(shot: Shot, used: Path | None) -> NDArray[np.float64]:
        return find_subject(shot.pixels, None, used).likelihood.astype(float)

    def ours(shot: Shot, used: Path | None, *, clicked: bool) -> NDArray[np.float64]:
        click = shot.click if clicked else None
        ticket = Ticket(assets=AssetStore())
        return cut_out(shot.pixels, ticket, click=click, model=used).pixels[..., 3] / 255

    found: dict[str, Way] = {
        "ground, GrabCut": lambda shot: likelihood(shot, None),
        "without weights": lambda shot: ours(shot, None, clicked=False),
        "without weights, a click": lambda shot: ours(shot, None, clicked=True),
    }
    if model is not None:
        found |= {
            "net alone": lambda shot: likelihood(shot, model),
            "ours": lambda shot: ours(shot, model, clicked=False),
            "ours, a click": lambda shot: ours(shot, model, clicked=True),
        }
    return found


def _iou(made: NDArray[np.float64], truth: NDArray[np.float64]) -> float:
    a, b = made > 0.5, truth > 0.5
    return float((a & b).sum() / max(1, (a | b).sum()))


def _edge_error(made: NDArray[np.float64], truth: NDArray[np.float64]) -> float:
    solid = (truth > 0.5).astype(np.uint8)
    kernel = np.ones((7, 7), np.uint8)
    band = cv2.dilate(solid, kernel) != cv2.erode(solid, kernel)
    return float(np.abs(made - truth)[band].mean())


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=Path("out/models"))
    parser.add_argument("--shots", type=Path, default=Path("out/bench/cutouts"))
    parser.add_argument("--out", type=Path, default=None, help="a folder for the cut-outs")
    parser.add_argument("--only", default="", help="a part of the way's name")
    asked = parser.parse_args()
    model = next(iter(find_weights("cutout", asked.weights)), None)
    if model is None:
        print("no weights: danqing fetch cutout; going on without\n")
    pictures = shots(asked.shots)
    print("| way | set | IoU mean | IoU least | edge error | s each |")
    print("|---|---|---|---|---|---|")
    for name, way in _ways(model).items():
        if asked.only in name:
            _measure(name, way, pictures, asked.out)


def _measure(name: str, way: Way, pictures: list[Shot], out: Path | None) -> None:
    for kind in ("studio", "clutter"):
        of_kind = [shot for shot in pictures if shot.name.startswith(kind)]
        scores, edges, worst = [], [], (2.0, "")
        start = time.perf_counter()
        for shot in of_kind:
            try:
                made = way(shot)
            except GenerationFailed:
                made = np.zeros_like(shot.matte)
            scores.append(_iou(made, shot.matte))
            edges.append(_edge_error(made, shot.matte))
            worst = min(worst, (scores[-1], shot.name))
            if out is not None:
                _keep(out / name.replace(", ", "-").replace(" ", "-"), shot, made)
        each = (time.perf_counter() - start) / max(1, len(of_kind))
        print(
            f"| {name} | {kind} | {np.mean(scores):.3f} | {worst[0]:.3f} {worst[1]} "
            f"| {np.mean(edges):.3f} | {each:.2f} |",
            flush=True,
        )


def _keep(folder: Path, shot: Shot, made: NDArray[np.float64]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    alpha = np.round(made * 255).astype(np.uint8)
    Image.fromarray(np.dstack([shot.pixels, alpha])).save(folder / f"{shot.name}.png")


if __name__ == "__main__":
    _main()
