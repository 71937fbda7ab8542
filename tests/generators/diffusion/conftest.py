"""Tiny models with random weights, built once for all tests of one process."""

import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from compositor.document import AssetStore
from generators.base import Ticket
from generators.provider_settings import LocalModel, ProviderSettings

Build = Callable[[str], Path]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep them in one process: importing torch takes longer than most of them."""
    for item in items:
        if "tests/generators/diffusion" in str(item.path):
            item.add_marker(pytest.mark.xdist_group("diffusion"))
            for module in ("diffusers", "transformers", "torch", "peft", "accelerate"):
                item.add_marker(pytest.mark.filterwarnings(f"ignore:::{module}.*"))


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for models, after torch was told to use one thread."""
    import_module("torch").set_num_threads(1)
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="session")
def tiny(models: Path) -> Build:
    """Build a tiny model by name, or find it built."""

    def build(name: str) -> Path:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            folder: Path = import_module("bench.tiny_models").build(name, models)
        return folder

    return build


@pytest.fixture(autouse=True)
def _empty_pool() -> Iterator[None]:
    """Start every test with no model loaded."""
    yield
    import_module("generators.diffusion.pool").pool_of("cpu").forget()


@pytest.fixture
def store() -> AssetStore:
    return AssetStore()


@pytest.fixture
def ticket(store: AssetStore) -> Ticket:
    return Ticket(assets=store)


def settings_of(folder: Path, **more: object) -> ProviderSettings:
    """Return settings that name a local model on the processor."""
    return ProviderSettings(
        diffusion=LocalModel.model_validate({"source": str(folder), "device": "cpu", **more})
    )
