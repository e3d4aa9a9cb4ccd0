# What one can do here. The work is done by xtask.
-include .env
export

.DEFAULT_GOAL := help
.PHONY: help run build check test audit bench controls timing observatory setup sqlx fmt

help: ## Say what one can do here
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

run: ## Install what is missing, build, and serve http://localhost:3000
	@cargo xtask run

build: ## Build what runs in production: target/release/healthpost and target/site
	@cargo xtask build --release

check: ## The fast loop: format, lints, rules of the house, unit tests
	@cargo xtask check

test: ## Everything: lints, unit, integration, browser journeys, accessibility
	@cargo xtask test

audit: ## Look for known faults in dependencies; ADVISORY_DB names an offline copy
	@cargo xtask audit

bench: ## Measure a release build beside a plain baseline; SCALE=full: 50,000 editions, 1,000,000 registrations, long histories
	@cargo xtask bench

controls: ## Take each control away in a copy, and see the tests that hold it fail; ONLY=G-A4 for some of them
	@cargo xtask controls $(ONLY)

timing: ## Measure whether strangers learn from the time of an answer what is known; for an idle machine
	@cargo xtask timing

observatory: ## Have MDN's HTTP Observatory grade pages of every kind, behind TLS
	@cargo xtask observatory

setup: ## Install what building and testing need
	@cargo xtask setup

sqlx: ## Check every statement against a database and write .sqlx
	@cargo xtask sqlx

fmt: ## Format the code
	@cargo fmt --all
