# Everything goes through these targets; CI calls `make test` too.

VENV := .venv
PYTHON ?= python3
BIN := $(VENV)/bin
LISTS ?= ../shared/lists
SETUP := $(VENV)/.set-up

SECONDS ?= 60
READERS ?= json yaml xml csv sheet

.PHONY: demo compile fuzz hostile mutants test check format golden schemas docs changelog benchmark backtest backtest-record lists-report clean

demo: compile ## sets up, and runs the main job on the fixtures
	@$(BIN)/sanctcheck validate --as-of 2026-06-01 fixtures/dossiers/gb-ghr/complete.yaml
	@echo
	@$(BIN)/sanctcheck validate --as-of 2026-06-01 --fail-on none fixtures/demo

test: compile check ## sets up, and passes every test
	$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report=
	$(BIN)/python -m coverage report --skip-covered
	$(BIN)/python -m coverage report --include='sanctcheck/checks/*,sanctcheck/law/*,sanctcheck/dossier/*' \
		--fail-under=95
	$(BIN)/python -m coverage report --include='sanctcheck/reading/*,sanctcheck/lists/*' --fail-under=99
	$(BIN)/python -m coverage report --include='sanctcheck/text.py,sanctcheck/dossier/handling.py,sanctcheck/redaction/*' \
		--fail-under=99
	$(BIN)/python -m coverage report --fail-under=99 \
		--include='sanctcheck/leaks/*,sanctcheck/portrait/*,sanctcheck/sealing/*,sanctcheck/exhibits/*,sanctcheck/report/*,sanctcheck/site/*'

compile: $(SETUP) ## the inner loops, after a change of one of them (ci/compile.py)
	@$(BIN)/python ci/compile.py

fuzz: $(SETUP) ## fuzzes the readers, SECONDS for each of READERS; fuzz/work keeps what grows
	$(BIN)/python fuzz/rounds.py $(SECONDS) $(READERS)

hostile: $(SETUP) ## every hostile case as a process of its own, with its time and memory measured
	@rm -f build/hostile.costs; mkdir -p build
	HOSTILE_ISOLATED=$(CURDIR)/build/hostile.costs $(BIN)/python -m pytest -q -n $(or $(PARTS),2) tests/hostile; \
	  status=$$?; $(BIN)/python tests/hostile/costs.py build/hostile.costs; exit $$status

mutants: $(SETUP) ## breaks the modules in PATHS in small ways; TESTS, if not those of the same folder, should notice
	@$(BIN)/python -c 'import mutmut' || $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[mutation]'
	$(BIN)/python ci/mutants.py $(PATHS) $(if $(TESTS),--tests $(TESTS)) $(if $(SAMPLE),--sample $(SAMPLE))

check: $(SETUP) ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(SETUP)
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

golden: $(SETUP) ## writes tests/golden anew: read the difference before you keep it
	WRITE_GOLDEN=1 $(BIN)/python -m pytest tests/lists/test_whole_listings.py tests/cli/test_golden_commands.py tests/report/test_golden.py tests/report/test_report_pictures.py

schemas: $(SETUP) ## writes schemas/ and the generated pages of docs/ from the models and from criteria/
	$(BIN)/python -m sanctcheck.schemas schemas
	$(BIN)/python -m sanctcheck.reference docs
	$(BIN)/python -m sanctcheck.pages docs

docs: $(SETUP) ## the documentation as a site, in docs/_build
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs docs/_build

changelog: $(SETUP) ## gathers changelog.d/ into CHANGELOG.md, at a release
	$(BIN)/python -m towncrier build --yes

benchmark: compile ## ratios against tools run beside it
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/validate.py
	$(BIN)/python benchmarks/compare.py
	$(BIN)/python benchmarks/site.py
	$(BIN)/python benchmarks/lsp.py
	$(BIN)/python benchmarks/lists_store.py $(LISTS)
	$(BIN)/python benchmarks/lists_parse.py $(LISTS)
	$(BIN)/python benchmarks/names_speed.py $(LISTS)
	$(BIN)/python benchmarks/survey_overlap.py $(LISTS)

lists-report: $(SETUP) ## reads every published list in the folder LISTS, and shows whether all of it came out
	$(BIN)/python benchmarks/lists_report.py $(LISTS)

backtest: $(SETUP) ## decided cases: would the gaps that courts found have been found?
	$(BIN)/python benchmarks/backtest.py

backtest-record: $(SETUP) ## records the result of the back-test, and writes docs/backtest.md
	$(BIN)/python benchmarks/backtest.py --write

$(SETUP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis dist build
	find sanctcheck -name '*.so' -delete
