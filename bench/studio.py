"""What a 1024² still life costs in the studio: draft and final, with LLVM and without.

Wall seconds are from asking to having the picture, the child's start and the staging included;
CPU seconds are the child's alone. Run: python -m bench.studio
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from compositor.document import AssetStore
from generators.base import Ticket
from generators.mesh.prop import PropRequest
from generators.mesh.props import PROPS
from generators.mesh.studio import Backdrop, Placement, StudioRequest, render
from generators.mesh.studio.proof import proof_of
from generators.mesh.studio.request import Quality

__all__ = ["still_life"]


def still_life(side_px: int, quality: Quality) -> StudioRequest:
    """Return a can, a jar and a box with artwork on every face, on swept paper."""
    placements = []
    for name, right, away, turn in (
        ("can", 0.0, -2.0, 8.0),
        ("cosmetic_jar", 9.5, 0.5, -10.0),
        ("carton", -10.5, 3.0, 24.0),
    ):
        prop = PROPS[name].build(PropRequest())
        artworks = {area.name: proof_of(area) for area in prop.artwork}
        placements.append(
            Placement(prop=prop, position=(right, away, 0), turn=turn, artworks=artworks)
        )
    return StudioRequest(
        placements=tuple(placements),
        backdrop=Backdrop(color="#F0D8C6"),
        width=side_px,
        height=side_px,
        quality=quality,
    )


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1024, help="px, square")
    parser.add_argument("--out", type=Path, default=None, help="a folder for the pictures")
    parser.add_argument("--only", default="", help="such as draft:llvm_ad_rgb")
    asked = parser.parse_args()
    print(f"a still life of {asked.size}²\n")
    print("| quality | variant | wall s | CPU s | traced | samples |")
    print("|---|---|---|---|---|---|")
    qualities: tuple[Quality, ...] = ("draft", "final")
    for quality in qualities:
        for variant in ("llvm_ad_rgb", "scalar_rgb"):
            if asked.only not in {"", f"{quality}:{variant}"}:
                continue
            start = time.monotonic()
            made = render(
                still_life(asked.size, quality), Ticket(assets=AssetStore()), variant=variant
            )
            wall_s = time.monotonic() - start
            facts = made.facts
            print(
                f"| {quality} | {facts['variant']} | {wall_s:.1f} | {facts['cpu_s']} "
                f"| {facts['traced']} | {facts['spp']} |",
                flush=True,
            )
            if asked.out is not None:
                asked.out.mkdir(parents=True, exist_ok=True)
                (asked.out / f"{quality}-{variant}.png").write_bytes(made.png())


if __name__ == "__main__":
    _main()
