# downdraft: `make run` for the report, `make test` for the tests; both set up what is missing.

SWIFT ?= swift
CASE ?= Cases/2025-01-27
STORE ?= .build/downdraft.sqlite
AT ?= 2025-01-27T12:00Z
# The binary carries the Swift libraries along, so that it runs where no toolchain is.
RELEASE = -c release --product downdraft --static-swift-stdlib --scratch-path .build-release
DOWNDRAFT = .build-release/release/downdraft
# Rooms as fast as users run them, in a debug build: a third of the time. It has its own folder, or a plain `swift build` would
# begin anew each time.
TESTS = DOWNDRAFT_FAST_TESTS=1 $(SWIFT) test --scratch-path .build-tests

.PHONY: run test check setup build live format lint golden bench fuzz reference case docs clean

run: build ## Import the bundled case, print its report, write report.html
	@mkdir -p .build && rm -f $(STORE) $(STORE)-wal $(STORE)-shm
	@$(DOWNDRAFT) import $(CASE) --store $(STORE)
	@$(DOWNDRAFT) explain --at $(AT) --store $(STORE) --format html --output report.html
	@$(DOWNDRAFT) explain --at $(AT) --store $(STORE)
	@echo "The same with charts: report.html"

test: setup ## Build and run every test
	$(TESTS) --explicit-target-dependency-import-check error

check: lint test ## What a commit must pass

setup:
	@Scripts/setup

build: setup
	$(SWIFT) build $(RELEASE)

live: build ## The program with the network, beside downdraft, for --narrator model
	$(SWIFT) build $(subst --product downdraft,--product downdraft-live,$(RELEASE))

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Benchmarks Fuzz Examples Package.swift

format: ## Rewrite the sources in the house format
	$(SWIFT) format --in-place --recursive Sources Tests Benchmarks Fuzz Examples Package.swift

golden: setup ## Rewrite the golden files; review the difference
	UPDATE_GOLDEN=1 $(TESTS)

bench: build ## Measure, beside what an analyst would run instead
	@$(SWIFT) build $(subst --product downdraft,--product DowndraftBench,$(RELEASE))
	@$(SWIFT) build $(subst --product downdraft,--product CascadeBench,$(RELEASE))
	Benchmarks/run $(DOWNDRAFT) $(CASE) --kernels .build-release/release/DowndraftBench \
		--cascades .build-release/release/CascadeBench $(BENCHFLAGS)

fuzz: build ## Throw bytes at the decoders for a minute each
	Scripts/fuzz

case: ## Build the bundled case again from the raw data; needs DOWNDRAFT_DATA
	python3 Scripts/build_case.py --data "$(DOWNDRAFT_DATA)"

reference: ## Compute the reference vectors again; needs DOWNDRAFT_DATA
	python3 Scripts/reference/golden.py --data "$(DOWNDRAFT_DATA)"
	python3 Scripts/reference/indicators.py --data "$(DOWNDRAFT_DATA)"
	python3 Scripts/reference/indices.py
	python3 Scripts/reference/levels.py
	python3 Scripts/reference/significance.py --data "$(DOWNDRAFT_DATA)"
	python3 Scripts/reference/margin.py
	python3 Scripts/reference/outlook.py
	python3 Scripts/reference/alerts.py
	python3 Scripts/reference/event_study.py
	python3 Scripts/reference/stories.py
	python3 Scripts/reference/feeds.py
	python3 Scripts/reference/onset.py
	python3 Scripts/reference/reports.py

docs: setup ## The library's documentation, into .build/docs
	$(SWIFT) package --allow-writing-to-directory .build/docs generate-documentation \
		--target Downdraft --output-path .build/docs --transform-for-static-hosting

clean:
	rm -rf .build .build-release .build-tests report.html
