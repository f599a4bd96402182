#!/bin/sh
# Install Debian packages as root, or with a sudo that asks nothing; else say what to do, and fail.
set -eu
if [ "$(id -u)" = 0 ]; then
    as_root=
elif sudo -n true 2>/dev/null; then
    as_root='sudo -n'
else
    echo "Missing on this machine: $*. Install it as an administrator (on Debian: apt-get install $*), then run this again." >&2
    exit 1
fi
if ! command -v apt-get >/dev/null; then
    echo "Missing on this machine: $* (named as on Debian). Install it, then run this again." >&2
    exit 1
fi
# Two calls at once (a browser beside Python's own packages) wait for each other.
if command -v flock >/dev/null; then
    cache=$(dirname "$0")/../.cache
    mkdir -p "$cache"
    exec 9>"$cache/apt.lock"
    flock 9
fi
echo "Installing $* with apt-get" >&2
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get -qq update >&2
$as_root apt-get -qq install -y --no-install-recommends "$@" >&2
