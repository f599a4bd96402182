#!/bin/sh
# Print the path of a Chromium for the browser tests; where there is none, install Debian's: best the one without windows,
# which is smaller and does the same with less work.
set -eu
find_chromium() {
    for name in "${CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
        if [ -n "$name" ] && command -v "$name"; then
            return
        fi
    done
    return 1
}
find_chromium || {
    apt=$(dirname "$0")/apt.sh
    "$apt" chromium-headless-shell 2>/dev/null || "$apt" chromium
    find_chromium
}
