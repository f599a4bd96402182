#!/bin/sh
# Print the path of a Chromium for the browser tests; where there is none, install Debian's.
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
    "$(dirname "$0")/apt.sh" chromium
    find_chromium
}
