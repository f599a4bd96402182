#!/bin/sh
# Serve the dashboard in the foreground (Ctrl-C ends it) and open it in a browser where there is a screen.
set -eu
cd "$(dirname "$0")/.."
host=${HOST:-127.0.0.1}
port=${PORT:-8501}
.venv/bin/python -m tools.open_browser "$host" "$port" &
trap 'ended=by-hand' INT TERM
# Streamlit's own welcome would ask a host outside for this machine's address.
.venv/bin/python -m streamlit run app.py --server.headless true --logger.hideWelcomeMessage true \
    --server.address "$host" --server.port "$port" || [ "${ended:-}" = by-hand ]
