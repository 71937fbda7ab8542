"""A local model from the command line: doctor says what is missing, design paints with it."""

import json
import os
import warnings
from importlib import import_module
from pathlib import Path

import pytest
from pydantic import SecretStr
from typer.testing import CliRunner, Result

from compositor.errors import InvalidValue
from ui.cli import app
from ui.providers import read_providers, with_model

TEXT = "潍坊风筝节海报，标题：乘风而上，时间：4月18日，地点：滨海放飞场"
pytestmark = [
    pytest.mark.xdist_group("diffusion"),
    *(
        pytest.mark.filterwarnings(f"ignore:::{module}.*")
        for module in ("diffusers", "transformers", "torch", "peft", "accelerate")
    ),
]


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):  # noqa: TID251  the test clears what the command would read
        if name.startswith(("DANQING_", "OPENAI_")):
            monkeypatch.delenv(name)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import_module("torch").set_num_threads(1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made: Path = import_module("bench.tiny_models").build(
            "sd15", tmp_path_factory.mktemp("models")
        )
    return made


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env=environment)


def parts(**environment: str) -> dict[str, dict[str, object]]:
    found = run("doctor", "--json", **environment)
    assert found.exit_code == 0, found.stderr
    return {part["name"]: part for part in json.loads(found.stdout)["parts"]}


def test_doctor_with_nothing_says_exactly_what_to_do() -> None:
    found = parts()
    for name, variable in (
        ("provider diffusion", "DANQING_DIFFUSION_MODEL=PATH"),
        ("provider diffusion_video", "DANQING_VIDEO_MODEL=PATH"),
        ("provider shap_e", "DANQING_MESH_MODEL=PATH"),
    ):
        assert not found[name]["ready"]
        assert variable in str(found[name]["says"])
    assert not found["generator painted"]["ready"]
    assert found["generator art"]["ready"]


def test_doctor_with_a_tiny_model_says_ready(model: Path) -> None:
    found = parts(DANQING_DIFFUSION_MODEL=str(model), DANQING_DEVICE="cpu")
    assert found["provider diffusion"]["ready"]
    assert "pictures with sd15@" in str(found["provider diffusion"]["says"])
    assert "only when asked for" in str(found["provider diffusion"]["says"])
    assert found["generator painted"]["ready"]


def test_design_paints_its_picture_with_the_model(model: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run(
        "design", TEXT, "--out", str(out), "--size", "400x560", "--formats", "png",
        "--picture", "diffusion", "--model", str(model), "--quality", "draft",
    )  # fmt: skip
    assert done.exit_code in {0, 5}, done.stderr
    assert "Painted on this machine by sd15" in done.stderr
    document = json.loads((out / "poster" / "document.json").read_text("utf-8"))
    sources = {one["provenance"]["source"] for one in document["assets"].values()}
    assert "diffusion" in sources
    plan = json.loads((out / "plan.json").read_text("utf-8"))
    painted = [step for step in plan["steps"] if step["tool"] == "make_image"]
    assert all(step["arguments"]["medium"] == "diffusion" for step in painted)
    assert all(step["arguments"]["model"].startswith("diffusion sd15@") for step in painted)
    again = run("resize", str(out / "poster" / "document.json"), "--to", "560x400",
                "--out", str(tmp_path / "wide"))  # fmt: skip
    assert again.exit_code in {0, 5}, again.stderr


def test_without_a_model_design_says_what_is_missing(tmp_path: Path) -> None:
    done = run("design", TEXT, "--out", str(tmp_path / "out"), "--pictures", "diffusion")
    assert done.exit_code == 4
    assert "DANQING_DIFFUSION_MODEL" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_settings_are_read_once_and_keys_stay_hidden() -> None:
    read = read_providers(
        {
            "DANQING_DIFFUSION_MODEL": "/models/sdxl",
            "DANQING_DIFFUSION_FAMILY": "sdxl",
            "DANQING_CONTROLNETS": "canny=/nets/canny, depth=/nets/depth",
            "DANQING_ACCEPT_LICENSES": "krea2,sd3.5",
            "DANQING_IMAGES_MODEL": "gpt-image-1",
            "OPENAI_API_KEY": "sk-secret",
            "DANQING_NONCOMMERCIAL": "yes",
            "DANQING_CACHE": "/var/kept",
        }
    )
    assert read.diffusion is not None
    assert read.diffusion.controls == {"canny": "/nets/canny", "depth": "/nets/depth"}
    assert read.accepted_licenses == ("krea2", "sd3.5")
    assert read.allow_noncommercial
    assert not read.allow_remote
    assert read.openai_images is not None
    assert read.openai_images.key == SecretStr("sk-secret")
    assert "sk-secret" not in repr(read)
    other = with_model(read, "/models/klein", remote=True)
    assert other.diffusion is not None
    assert (other.diffusion.source, other.diffusion.family) == ("/models/klein", "")
    assert other.allow_remote


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"DANQING_REMOTE": "perhaps"}, "must be yes or no"),
        ({"DANQING_COMFYUI_URL": "localhost"}, "it must be http"),
        ({"DANQING_ACCEPT_LICENSES": "mit"}, "names 'mit'; choose from"),
        (
            {"DANQING_DIFFUSION_MODEL": "/m", "DANQING_DIFFUSION_FAMILY": "gan"},
            "is 'gan'; choose from",
        ),
        (
            {"DANQING_DIFFUSION_MODEL": "/m", "DANQING_CONTROLNETS": "canny"},
            "write canny=PATH",
        ),
    ],
)
def test_wrong_settings_are_named(variables: dict[str, str], says: str) -> None:
    with pytest.raises(InvalidValue, match=says):
        read_providers(variables)
