#!/bin/sh
# Make the atlas's own environment, .venv: `setup.sh run` for what running needs, `setup.sh dev` for tests and build too.
# A second call does nothing unless the requirements changed.
set -eu
cd "$(dirname "$0")/.."
what=${1:?run or dev}

find_python() {
    for name in python3 python3.11 python3.12 python3.13 python3.14; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    return 1
}

make_environment() {
    python=$(find_python) || {
        tools/apt.sh python3 python3-venv
        python=$(find_python) || {
            echo "The atlas needs Python 3.11 or newer; this machine has $(python3 --version 2>&1)." >&2
            exit 1
        }
    }
    # Debian keeps venv and ensurepip in a package apart from Python.
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        tools/apt.sh "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    "$python" -m venv --clear .venv
}

install() {
    echo "Setting up .venv from $1 (once; a minute or two)"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input -r "$1"
}

# Two calls at once (make run beside make test) wait for each other.
if command -v flock >/dev/null && [ "${ATLAS_SETUP_LOCK:-}" != held ]; then
    mkdir -p .cache
    ATLAS_SETUP_LOCK=held exec flock .cache/setup.lock "$0" "$what"
fi

.venv/bin/python -c '' 2>/dev/null || make_environment
run=.venv/.ready-run-$(cat requirements.txt constraints.txt | cksum | tr -d ' ')
dev=.venv/.ready-dev-$(cat requirements.txt constraints.txt requirements-dev.txt | cksum | tr -d ' ')
case $what in
run)
    [ -e "$run" ] || install requirements.txt
    ;;
dev)
    [ -e "$dev" ] || {
        install requirements-dev.txt
        # The program by which Playwright drives a browser needs a library that a bare Debian lacks.
        .venv/bin/python -m playwright --version >/dev/null 2>&1 || tools/apt.sh libatomic1
        touch "$dev"
    }
    ;;
esac
[ -e "$run" ] || .venv/bin/python -c 'from atlas.fonts import make; make()'
touch "$run"
