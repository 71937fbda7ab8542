"""Run the benchmark: every engine in turn, round by round, then the table."""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bench.poster_scene.document import poster, store_of_scene
from bench.poster_scene.elements import FEATURES, poster_elements
from bench.poster_scene.engines import ENGINES, OURS, Cost, Engine, missing
from bench.poster_scene.peer_files import write_peer_files
from bench.poster_scene.probes import measured_features
from bench.poster_scene.words import Words, words_of_round

WARM_UP_ROUNDS: Final = 3


@dataclass
class _Entrant:
    """An engine, what it can do, and what its posters took."""

    engine: Engine
    can: frozenset[str]
    costs: dict[str, list[Cost]] = field(default_factory=dict)
    left_out: dict[str, tuple[str, ...]] = field(default_factory=dict)


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--scenes", nargs="+", default=["rich", "flat"])
    parser.add_argument("--engines", nargs="+", default=list(ENGINES), choices=ENGINES)
    parser.add_argument("--out", type=Path, default=Path("out/bench"), help="the last posters")
    parser.add_argument("--peers", type=Path, default=Path("bench/.peers"))
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    files = asked.peers / "files"
    write_peer_files(files)
    entrants = _started(asked.engines, files, asked.peers, asked.out)
    our_tree = _our_trees()
    try:
        for scene in asked.scenes:
            _race(scene, entrants, our_tree, asked.rounds, asked.out)
            _print_table(scene, entrants, asked.rounds)
    finally:
        for entrant in entrants:
            entrant.engine.close()
    print(f"\nThe last posters are in {asked.out}: look whether they are the same poster.")


def _started(names: list[str], files: Path, peers: Path, out: Path) -> list[_Entrant]:
    entrants = []
    for name in names:
        reason = missing(name, peers)
        if reason:
            print(f"skipped {name}: {reason}")
            continue
        engine = Engine(name, files, peers)
        can = frozenset(FEATURES) if name == OURS else measured_features(engine, out)
        entrants.append(_Entrant(engine, can))
    return entrants


def _our_trees() -> Callable[[Words, bool], str]:
    _, photo, grain = store_of_scene()
    return lambda words, rich: poster(words, photo, grain, rich=rich).to_json()


def _race(
    scene: str,
    entrants: list[_Entrant],
    our_tree: Callable[[Words, bool], str],
    rounds: int,
    out: Path,
) -> None:
    rich = scene == "rich"
    for number in range(WARM_UP_ROUNDS + rounds):
        words = words_of_round(number)
        # The order turns, so that no engine always follows the same one.
        turn = number % len(entrants)
        for entrant in (*entrants[turn:], *entrants[:turn]):
            name = entrant.engine.name
            tree: Any
            if name == OURS:
                tree, entrant.left_out[scene] = our_tree(words, rich), ()
            else:
                tree, entrant.left_out[scene] = poster_elements(words, entrant.can, rich=rich)
            file = out / f"{scene}-{name.split(' ')[0].lower()}.png"
            cost = entrant.engine.render(tree, file)
            if number >= WARM_UP_ROUNDS:
                entrant.costs.setdefault(scene, []).append(cost)


def _print_table(scene: str, entrants: list[_Entrant], rounds: int) -> None:
    cpu = {e.engine.name: [c.cpu_s * 1000 for c in e.costs[scene]] for e in entrants}
    wall = {e.engine.name: [c.wall_s * 1000 for c in e.costs[scene]] for e in entrants}
    ours = statistics.median(cpu[OURS]) if OURS in cpu else float("nan")
    ours_wall = statistics.median(wall[OURS]) if OURS in wall else float("nan")
    print(f"\n{scene} scene, 1080 × 1440 PNG, {rounds} rounds, interleaved; medians\n")
    print("| engine | CPU ms | quartiles | CPU, ours = 1 | wall ms | wall, ours = 1 |")
    print("|---|---|---|---|---|---|")
    for name in sorted(cpu, key=lambda n: statistics.median(cpu[n])):
        middle, middle_wall = statistics.median(cpu[name]), statistics.median(wall[name])
        low, _, high = statistics.quantiles(cpu[name], n=4) if rounds > 1 else (middle,) * 3
        print(
            f"| {name} | {middle:.0f} | {low:.0f}–{high:.0f} | {middle / ours:.2f} "
            f"| {middle_wall:.0f} | {middle_wall / ours_wall:.2f} |"
        )
    print()
    for entrant in entrants:
        gone = "; ".join(entrant.left_out[scene]) or "nothing"
        print(f"- {entrant.engine.name} left out: {gone}")
    print()


if __name__ == "__main__":
    _main()
