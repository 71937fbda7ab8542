"""Our worker: reads one JSON order a line, makes the PNG through the public API, answers."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.poster_scene.document import store_of_scene
from compositor.document import Document
from compositor.export import export
from compositor.typography.fonts import default_fonts


def _main() -> None:
    store, _, _ = store_of_scene()
    fonts = default_fonts()
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        document = Document.from_json(order["tree"])
        out = Path(order["out"])
        made = export(document, out.parent, ["png"], fonts, store)[0]
        made.path.replace(out)
        print(json.dumps({"bytes": made.bytes}), flush=True)


if __name__ == "__main__":
    _main()
