# Every target does its own set-up: what is missing is installed into this folder (.tools, node_modules) at pinned versions.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

TRUNK := 0.21.14
# The glue's tool must be of the glue's version.
BINDGEN := $(shell awk '/^name = "wasm-bindgen"$$/ { getline; gsub(/version = |"/, ""); print }' Cargo.lock)
PORT ?= 8080
PYTHON ?= python3.13

export PATH := $(CURDIR)/.tools/bin:$(PATH)
# The address that the site will have, for what must name it in full: `make dist SITE=https://example.org/interleave/`.
export SITE

# Tools are built once and run briefly: build them fast. wasm-bindgen works on megabytes, so a little optimisation pays.
QUICK = CARGO_TARGET_DIR=$(CURDIR)/.tools/build/$(@F) CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0
INSTALL := cargo install --quiet --root .tools

# The download is compiled for size together with its standard library, and a panic is a trap without words: a fourteenth less.
# That takes two switches that the pinned compiler keeps for itself, and its library's source.
SMALL := RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--cfg erase_components -Zlocation-detail=none -Zunstable-options -Cpanic=immediate-abort"

# Trunk builds one program after the other; asked for both at once, cargo links them side by side, and Trunk finds them made.
BOTH := export $(SMALL); cargo build --quiet --profile page --target wasm32-unknown-unknown --features web --bin app --bin worker
WEB := $(BOTH); trunk build

.PHONY: help audit checks builds differential fuzz soak serve test dist bench lighthouse card fidelity cpython-tests tools
.DELETE_ON_ERROR:

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: tools static/editor.js ## build the page, serve it on http://localhost:8080 and rebuild after changes
	@if (exec 3<> /dev/tcp/127.0.0.1/$(PORT)) 2> /dev/null; then echo "port $(PORT) is taken: make serve PORT=8081"; exit 1; fi
	@echo "building; the first time takes some minutes"
	@$(BOTH); trunk --log warn serve --port $(PORT) & pid=$$!; trap "kill $$pid 2> /dev/null || true" EXIT; \
	  until (exec 3<> /dev/tcp/127.0.0.1/$(PORT)) 2> /dev/null; do kill -0 $$pid 2> /dev/null || exit 1; sleep 0.3; done; \
	  echo "serving on http://localhost:$(PORT) (ctrl-C ends it)"; wait $$pid

dist: tools static/editor.js ## leave the static site in dist/, for any sub-path of any file server
	@$(WEB)
	@node .ci/size.cjs

test: ## formatting, clippy, Rust tests, the web build and the browser tests
	@$(MAKE) -j2 checks builds
	node .ci/licences.mjs
	@chromium="$$(.ci/browser chromium)"; firefox="$$(.ci/browser firefox || true)"; webkit="$$(.ci/browser webkit || true)"; \
	  CHROMIUM="$$chromium" FIREFOX="$$firefox" WEBKIT="$$webkit" node tests/browser/all.mjs

# Both at a time: linking what is downloaded keeps one core busy for minutes. The marked lines share make's two jobs.
checks: .tools/wasm-target static/editor.js
	cargo fmt --check && cargo fmt --check --manifest-path .ci/part/Cargo.toml
	+cargo clippy --quiet --all-targets -- -D warnings
	+cargo clippy --quiet --manifest-path .ci/part/Cargo.toml -- -D warnings
	+cargo clippy --quiet --target wasm32-unknown-unknown --features web --bin app --bin worker -- -D warnings
	+cargo test --quiet

builds: tools static/editor.js node_modules/.ready
	+cargo build --quiet --release
	+@echo web build; $(WEB)
	node .ci/size.cjs

bench: tools static/editor.js node_modules/.ready ## our times as ratios to CPython 3.13, natively and in Chromium, and the timeline at its largest
	cargo build --quiet --release
	@echo web build; $(WEB)
	@chromium="$$(.ci/browser chromium)"; CHROMIUM="$$chromium" PYTHON="$(PYTHON)" node tests/bench/bench.mjs; \
	  CHROMIUM="$$chromium" node tests/bench/timeline.mjs

lighthouse: node_modules/.ready ## Lighthouse on what `make dist` has left, on the mobile profile; brings Lighthouse by npx
	@chromium="$$(.ci/browser chromium)"; CHROMIUM="$$chromium" node tests/bench/lighthouse.mjs

card: node_modules/.ready ## renews the pictures in static/ that other sites and home screens show
	@chromium="$$(.ci/browser chromium)"; CHROMIUM="$$chromium" node .ci/card.mjs

cpython-tests: ## the tests that CPython 3.13 carries, run on Interleave; V=1 lists what fails, ONLY=part of a module's name, UPDATE=1 renews the table
	@command -v "$(PYTHON)" > /dev/null || { echo "CPython 3.13 with its tests is needed: pyenv install 3.13.0, or uv python install 3.13; then make cpython-tests PYTHON=…/python3.13"; exit 1; }
	cargo build --quiet --release
	@"$(PYTHON)" tests/cpython/run.py $(if $(V),-v) $(ONLY)

fidelity: ## our virtual times beside CPython 3.13's clock, for programs of sleeps, waits and time-outs
	cargo build --quiet --release
	PYENV_VERSION="$${PYENV_VERSION:-3.13.0}" $(PYTHON) tests/fidelity/compare.py

differential: ## random programs on Interleave and on CPython 3.13; N=1000 of them, from number FROM
	cargo build --quiet --release
	PYENV_VERSION="$${PYENV_VERSION:-3.13.0}" $(PYTHON) tests/differential/compare.py -n $(or $(N),1000) --from $(or $(FROM),0) $(if $(UPDATE),--table)

fuzz: ## bent links, programs, pickles, messages and traces: fifty times as many as the tests try
	FUZZ=$(or $(FUZZ),50) SEED=$(or $(SEED),1000000) cargo test --test it hostile::bent -- --nocapture

soak: node_modules/.ready ## long use, on what `make dist` has left: memory, Stop, embeds, traces, bent input, random programs; 15 minutes, SHARE=0.1 for less
	cargo build --quiet --release
	@chromium="$$(.ci/browser chromium)"; CHROMIUM="$$chromium" PYTHON="$(PYTHON)" node tests/soak/soak.mjs $(SHARE)

audit: ## what is known of weaknesses in what we build with; asks the databases of npm and RustSec
	npm audit
	@command -v cargo-audit > /dev/null || $(QUICK) $(INSTALL) --locked cargo-audit
	cargo audit

tools: .tools/trunk-$(TRUNK) .tools/wasm-bindgen-$(BINDGEN) .tools/bin/part .tools/crates

# The stamps carry the versions, so a new pin installs anew.
.tools/trunk-$(TRUNK):
	@mkdir -p .tools
	+@trunk --version 2>/dev/null | grep -qF '$(TRUNK)' || { echo "installing Trunk $(TRUNK) into .tools"; \
	  $(QUICK) CARGO_PROFILE_RELEASE_OPT_LEVEL=0 $(INSTALL) --locked --no-default-features --version $(TRUNK) trunk; rm -rf .tools/build/$(@F); }
	@touch $@

.tools/wasm-bindgen-$(BINDGEN):
	@mkdir -p .tools
	+@wasm-bindgen --version 2>/dev/null | grep -qF '$(BINDGEN)' || { echo "installing wasm-bindgen $(BINDGEN) into .tools"; \
	  $(QUICK) CARGO_PROFILE_RELEASE_OPT_LEVEL=1 $(INSTALL) --version $(BINDGEN) wasm-bindgen-cli; rm -rf .tools/build/$(@F); }
	@touch $@

.tools/bin/part: .ci/part/Cargo.toml $(wildcard .ci/part/src/*.rs)
	+@$(QUICK) CARGO_PROFILE_RELEASE_OPT_LEVEL=1 $(INSTALL) --locked --force --path .ci/part; rm -rf .tools/build/$(@F)

.tools/wasm-target: rust-toolchain.toml
	@mkdir -p .tools
	@command -v rustup > /dev/null || { echo "rustup is needed: https://rustup.rs"; exit 1; }
	@rustup target add wasm32-unknown-unknown
	@rustup component add rust-src
	@touch $@

# Trunk builds offline, so what it needs is brought before.
.tools/crates: Cargo.lock .tools/wasm-target
	+@$(SMALL) cargo fetch --quiet --locked --target wasm32-unknown-unknown
	@touch $@

node_modules/.ready: package-lock.json
	@command -v npm > /dev/null || { echo "Node 20 or newer with npm is needed: https://nodejs.org"; exit 1; }
	npm ci --loglevel=error
	@touch $@

static/editor.js: src/ui/editor/editor.js src/ui/editor/sheets.js src/ui/editor/colours.js package.json node_modules/.ready
	@mkdir -p static
	npm run --silent editor
