#!/bin/sh
# Serve the dashboard in the foreground (Ctrl-C ends it) and open it in a browser where there is a screen.
set -eu
cd "$(dirname "$0")/.."
host=${HOST:-127.0.0.1}
port=${PORT:-8501}
case $port in
*[!0-9]* | ??????*) port=0 ;;
esac
if [ "$port" -lt 1 ] || [ "$port" -gt 65535 ]; then
    echo "PORT is ${PORT:-}; allowed: 1 to 65535, such as make run PORT=8600" >&2
    exit 1
fi
.venv/bin/python -c '
import socket, sys
host, port = sys.argv[1], int(sys.argv[2])
try:
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    socket.create_server(address[:2], family=family).close()
except (OSError, UnicodeError) as error:
    sys.exit(f"HOST is {host}, PORT is {port}: {error}; allowed: an address of this machine (127.0.0.1, or 0.0.0.0 "
             f"for all of them) and a port that is free. Then: make run PORT={port % 65535 + 1}")
' "$host" "$port" || exit 1
.venv/bin/python -m tools.open_browser "$host" "$port" &
opener=$!
trap 'ended=by-hand' INT TERM
# Streamlit's own welcome would ask a host outside for this machine's address.
.venv/bin/python -m streamlit run app.py --server.headless true --logger.hideWelcomeMessage true \
    --server.address "$host" --server.port "$port" || [ "${ended:-}" = by-hand ] || {
    kill "$opener" 2>/dev/null || true
    echo "The dashboard did not start or ended; what it wrote above says why." >&2
    exit 1
}
