# One command per job; every one sets up what it misses first. `make help` lists them.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# The steps of a job share two cores and one target folder.
.NOTPARALLEL:
.PHONY: help serve test check dist bench publish clean
.PHONY: set-up set-up-tests lint test-rust test-web test-data test-e2e FORCE

TOOLS := $(or $(SUBNET_LEDGER_TOOLS),$(HOME)/.cache/subnet-ledger/tools)
export PATH := $(TOOLS)/bin:$(CURDIR)/node_modules/.bin:$(PATH)

HOST ?= 127.0.0.1
PORT ?= 8080
# The public address of the site; its path is the folder of the host that the site lies in.
URL ?= http://127.0.0.1:8080$(or $(BASE),/)
override BASE := $(shell printf '%s' '$(URL)' | sed -E 's,^[a-z]+://[^/]*,,; s,/*$$,/,')
CAPTURES ?= ../shared/captures
say = @printf '\n── %s\n'

help: ## Lists the jobs
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: dist ## Builds the site and serves it on this machine (HOST, PORT)
	$(say) "serving dist/"
	@exec node .ci/serve.mjs $(HOST) $(PORT) $(BASE)

test: set-up-tests test-rust test-web test-data dist test-e2e ## Runs every test

check: set-up-tests lint test ## Formatting, clippy and every test

dist: set-up dist/index.html ## Builds the site into dist/ (URL=https://host/folder/ is where it will lie)

bench: set-up-tests dist ## Measures bytes and times, see tests/bench
	$(say) "measurements"
	@node tests/bench/run.mjs $(ARGS)

publish: ## Publishes a snapshot into public/data from CAPTURES=folder
	$(say) "publishing $(CAPTURES) into public/data"
	@cargo run --quiet --locked --bin ledger -- publish --captures "$(CAPTURES)" --out public/data

clean: ## Removes what was built; the installed tools stay
	rm -rf dist target test-results playwright-report node_modules

set-up:
	@.ci/setup build

set-up-tests:
	@.ci/setup build browser server

lint: set-up
	$(say) "formatting"
	@cargo fmt --check
	$(say) "clippy, native"
	@cargo clippy --quiet --locked --all-targets -- -D warnings
	$(say) "clippy, browser"
	@cargo clippy --quiet --locked --target wasm32-unknown-unknown --lib --bin subnet-ledger --bin explore -- -D warnings

test-rust:
	$(say) "Rust tests, native"
	@cargo test --locked

test-web: export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER := wasm-bindgen-test-runner
test-web: export CHROMEDRIVER := /usr/bin/chromedriver
test-web: export WASM_BINDGEN_TEST_WEBDRIVER_JSON := $(CURDIR)/tests/webdriver.json
test-web: export WASM_BINDGEN_TEST_TIMEOUT := 120
test-web:
	$(say) "Rust tests, in Chromium"
	@cargo test --locked --target wasm32-unknown-unknown --test web

test-data:
	$(say) "the bundled snapshots"
	@cargo run --quiet --locked --bin ledger -- check public/data

test-e2e: dist
	$(say) "the site, in Chromium, behind nginx"
	@playwright test --config tests/e2e/playwright.config.mjs $(ARGS)

# Trunk runs wasm-opt even when nothing has changed, so make decides whether anything has.
SOURCES := $(shell find src style public .ci index.html Trunk.toml Cargo.toml Cargo.lock package.json package-lock.json -type f 2>/dev/null)

dist/index.html: $(SOURCES) target/url
	$(say) "building dist/ for $(URL)"
	@trunk build --release --public-url "$(BASE)"
	@cargo run --quiet --locked --bin ledger -- prerender dist --url "$(URL)"
	@node .ci/compress.mjs dist

target/url: FORCE
	@mkdir -p target
	@[ "$$(cat $@ 2>/dev/null)" = "$(URL)" ] || printf '%s' "$(URL)" >$@
