"""The rules of the house, checked rather than remembered."""

import ast
import re
import statistics
import subprocess
import sys
import tomllib
from importlib import import_module
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

pytestmark = pytest.mark.house

HOUSE = Path(__file__).parents[2]
PACKAGES = ("agent", "tools", "generators", "brand_kits", "knowledge", "compositor", "ui")
MODULES = sorted(path for name in PACKAGES for path in (HOUSE / name).rglob("*.py"))
VAGUE_NAMES = {"base_utils", "common", "core", "handler", "helpers", "manager", "misc", "utils"}
VAGUE_CLASSES = ("Manager", "Service", "Handler", "Helper", "Processor", "Factory", "Util")
ERROR_ROOTS = {
    "compositor.errors": "DesignError",
    "agent.errors": "AgentError",
    "tools.errors": "ToolError",
    "knowledge.errors": "KnowledgeError",
    "generators.errors": "GenerationError",
}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_module_is_short_named_and_introduced(module: Path) -> None:
    source = module.read_text("utf-8")
    assert len(source.splitlines()) <= 400
    assert module.stem not in VAGUE_NAMES
    tree = ast.parse(source)
    assert ast.get_docstring(tree), "say in one line what lives here"
    classes = [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    assert not [name for name in classes if name.endswith(VAGUE_CLASSES)]


def test_modules_are_small_on_the_whole() -> None:
    lengths = [len(module.read_text("utf-8").splitlines()) for module in MODULES]
    assert statistics.median(lengths) <= 200


@pytest.mark.parametrize("module_name", sorted(ERROR_ROOTS))
def test_error_tree_in_the_docstring_is_the_real_one(module_name: str) -> None:
    errors = import_module(module_name)
    drawn = re.findall(r"^( *)\* (\w+)", errors.__doc__ or "", re.MULTILINE)
    real: list[tuple[str, str]] = []

    def walk(error: type[Exception], depth: int) -> None:
        real.append(("  " * depth, error.__name__))
        for child in error.__subclasses__():
            if child.__module__ == errors.__name__:
                walk(child, depth + 1)

    walk(getattr(errors, ERROR_ROOTS[module_name]), 0)
    assert drawn == real


def test_tests_hold_no_packages() -> None:
    """A tests/agent/__init__.py would hide the real agent from every test."""
    assert not list((HOUSE / "tests").rglob("__init__.py"))


def test_importing_the_house_prints_nothing_and_reads_no_heavy_module() -> None:
    code = (
        "import sys, agent, tools, generators, brand_kits, knowledge, compositor, ui; "
        "heavy = {'skia', 'torch', 'pyvips', 'langgraph', 'openai'} & set(sys.modules); "
        "assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=HOUSE, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""


def test_no_file_is_over_a_megabyte() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], capture_output=True, text=True, cwd=HOUSE, check=True
    ).stdout.split("\0")
    big = [name for name in listed if name and (HOUSE / name).stat().st_size > 1_000_000]
    assert not big


def test_every_tool_of_the_table_loads_and_is_named_after_its_file() -> None:
    tools = import_module("tools")
    opened = tools.toolbox()
    assert list(opened) == list(tools.TOOLS)
    for name, tool in opened.items():
        assert tool.name == name
        assert type(tool).__module__ == f"tools.{name}"
        assert tool.summary.endswith(".")


def test_no_unfinished_work_is_on_the_menu() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
    found = [str(m.relative_to(HOUSE)) for m in MODULES if marks.search(m.read_text("utf-8"))]
    assert not found


EXTRAS = {
    "mesh": "studio",
    "photo": "photo",
    "diffusion": "diffusion",
    "video": "motion",
}
"""Folders whose modules may import what an extra installs; nobody imports them at once."""


def test_what_is_imported_at_once_is_installed_at_once() -> None:
    """Without an extra, every module outside its own folder still imports."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]
    base = _named(project["dependencies"])
    carried = packages_distributions()
    missing: set[str] = set()
    for module in MODULES:
        parts = module.relative_to(HOUSE).parts
        extras = [extra for folder, extra in EXTRAS.items() if folder in parts]
        declared = base.union(
            *(_named(project["optional-dependencies"][extra]) for extra in extras)
        )
        for name in _imported_at_once(ast.parse(module.read_text("utf-8"))):
            if name in {*PACKAGES, *sys.stdlib_module_names, "pydantic_core"}:  # pydantic's own
                continue
            if not {_normal(one) for one in carried.get(name, [name])} & declared:
                missing.add(f"{module.relative_to(HOUSE)}: {name}")
    assert not missing


def _named(lines: list[str]) -> set[str]:
    return {_normal(re.split(r"[\s<>=!~;\[]", line)[0]) for line in lines}


def _normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def _imported_at_once(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names
