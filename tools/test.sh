#!/bin/sh
# Everything that must hold, step by step. All steps run; the end says which failed and how long each took.
# `test.sh quick` leaves out what takes minutes: the tests and the build.
set -u
cd "$(dirname "$0")/.." || exit
PATH=$PWD/.venv/bin:$PATH
export PATH PYTHONDONTWRITEBYTECODE=
failed=
report=

step() {
    name=$1
    shift
    printf '\n== %s: %s\n' "$name" "$*"
    began=$(date +%s)
    if "$@"; then verdict=ok; else verdict=FAILED failed="$failed $name"; fi
    report="$report$(printf '%-10s %-6s %4d s' "$name" "$verdict" $(($(date +%s) - began)))
"
}

step lint ruff check .
step format ruff format --check .
step records python -m atlas check
if [ "${1:-all}" != quick ]; then
    step schema python -m atlas schema --check
    step types mypy
    step floors lint-imports
    step layers python -m atlas build --check
    step tests python -m pytest
fi

printf '\n%s' "$report"
if [ -n "$failed" ]; then
    echo "FAILED:$failed"
    exit 1
fi
echo "All good."
