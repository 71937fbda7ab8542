"""Make new material: pictures, marks and motifs, from a request and a seed.

Add a generator by writing one module and adding one line to `GENERATORS`. Modules are
imported on first use, so listing them costs nothing.
"""

from importlib import import_module

from generators.base import Generator, Picture, PictureRequest, Subject, Ticket
from generators.errors import UnknownGenerator
from generators.roster import Roster

__all__ = [
    "GENERATORS",
    "Generator",
    "Picture",
    "PictureRequest",
    "Subject",
    "Ticket",
    "choose_generator",
    "load_generator",
]

GENERATORS: dict[str, str] = {
    "painted": "generators.painted:Painted",
    "art": "generators.art:Art",
}
"""Name → ``module:Class``. `choose_generator` asks them in the order written here, so what
needs a model goes before ``art``, which is always ready."""


def load_generator(name: str, roster: Roster | None = None) -> Generator:
    """Return a generator.

    Args:
        name: As in `GENERATORS`.
        roster: Who it may order material from; None stands for nobody.

    Raises:
        UnknownGenerator: None has that name; the message lists those that do.
    """
    if name not in GENERATORS:
        raise UnknownGenerator(
            f"no generator named {name!r}; there are {', '.join(sorted(GENERATORS))}"
        )
    module_name, class_name = GENERATORS[name].split(":")
    generator: Generator = getattr(import_module(module_name), class_name)(roster)
    return generator


def choose_generator(
    request: PictureRequest | None = None,
    roster: Roster | None = None,
    *,
    allow_remote: bool = False,
) -> tuple[Generator, str]:
    """Return the first ready generator that suits a request, and why it was chosen."""
    passed: list[str] = []
    for name in GENERATORS:
        generator = load_generator(name, roster)
        readiness = generator.probe()
        if generator.is_remote and not allow_remote:
            passed.append(f"{name} is remote and not allowed")
        elif not readiness.ready:
            passed.append(f"{name} lacks {', '.join(readiness.missing)}")
        elif reason := generator.hesitates(request):
            passed.append(f"{name} {reason}")
        else:
            why = "; ".join(passed) or "it is ready here"
            return generator, f"{name}: {why}"
    raise UnknownGenerator(f"no generator is ready: {'; '.join(passed)}")
