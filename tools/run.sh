#!/bin/sh
# Serve the dashboard in the foreground (Ctrl-C ends it) and open it in a browser where there is a screen.
set -eu
cd "$(dirname "$0")/.."
host=${HOST:-127.0.0.1}
port=${PORT:-8501}
.venv/bin/python -m tools.open_browser "$host" "$port" &
exec .venv/bin/python -m streamlit run app.py --server.headless true --server.address "$host" --server.port "$port"
