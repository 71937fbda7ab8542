"""Look at a prop: python -m generators.mesh.studio PROP --out x.png.

Further props stand beside it; `module:function` names a builder that is not in the registry.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

import numpy as np
from PIL import Image

from compositor.document import AssetStore
from compositor.errors import DesignError
from generators.base import Ticket
from generators.mesh.prop import Prop, PropRequest
from generators.mesh.studio.photograph import render
from generators.mesh.studio.proof import proof_of
from generators.mesh.studio.request import Backdrop, Camera, Placement, Rig, StudioRequest


def main(arguments: list[str]) -> int:
    """Take the picture; return 0, or 1 after saying what is wrong."""
    parser = argparse.ArgumentParser(
        prog="python -m generators.mesh.studio", description=__doc__
    )
    parser.add_argument("prop", nargs="+", help="a name of PROPS, or module:function")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", type=int, default=320, help="px, square")
    parser.add_argument("--quality", default="draft", help="draft, standard or final")
    parser.add_argument("--rig", default="soft_studio")
    parser.add_argument("--backdrop", default="cyclorama")
    parser.add_argument("--color", default="#E9E2D8")
    parser.add_argument("--turn", type=float, default=0.0, help="degrees")
    parser.add_argument("--tilt", type=float, default=14.0, help="of the camera, degrees")
    parser.add_argument("--finish", default=None)
    parser.add_argument("--text", default="")
    parser.add_argument("--art", type=Path, default=None, help="a picture for every area")
    parser.add_argument("--plain", action="store_true", help="no proof sheet on the artwork")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(arguments)
    try:
        request = PropRequest.model_validate(
            {"finish": asked.finish, "text": asked.text, "seed": asked.seed}
        )
        picture = render(
            StudioRequest(
                placements=_side_by_side([_prop(name, request) for name in asked.prop], asked),
                backdrop=Backdrop(kind=asked.backdrop, color=asked.color),
                rig=Rig(name=asked.rig),
                camera=Camera(tilt=asked.tilt),
                width=asked.size,
                height=asked.size,
                quality=asked.quality,
                seed=asked.seed,
            ),
            Ticket(assets=AssetStore()),
        )
    except DesignError as error:
        print(error, file=sys.stderr)  # noqa: T201 - this is a command
        return 1
    asked.out.write_bytes(picture.png())
    print(picture.facts)  # noqa: T201 - this is a command
    return 0


def _prop(name: str, request: PropRequest) -> Prop:
    if ":" in name:
        module, function = name.split(":")
        built: Prop = getattr(import_module(module), function)(request)
        return built
    registry = import_module("generators.mesh.props").PROPS
    if name not in registry:
        raise DesignError(f"no prop named {name!r}; there are {', '.join(sorted(registry))}")
    made: Prop = registry[name].build(request)
    return made


def _side_by_side(props: list[Prop], asked: argparse.Namespace) -> tuple[Placement, ...]:
    placements: list[Placement] = []
    right = 0.0
    for prop in props:
        low = np.min([part.mesh.bounds[0] for part in prop.parts], axis=0)
        high = np.max([part.mesh.bounds[1] for part in prop.parts], axis=0)
        artworks = {}
        for area in prop.artwork:
            if asked.art is not None:
                with Image.open(asked.art) as opened:
                    artworks[area.name] = np.asarray(opened.convert("RGBA"))
            elif not asked.plain:
                artworks[area.name] = proof_of(area)
        half = float(high[0] - low[0]) / 2
        placements.append(
            Placement(
                prop=prop, position=(right + half, 0, 0), turn=asked.turn, artworks=artworks
            )
        )
        right += half * 2.3
    return tuple(placements)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
