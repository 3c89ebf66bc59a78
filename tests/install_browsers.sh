#!/bin/sh
# Makes sure that there is a Chromium: the system's own, or Debian's, or the one that Playwright downloads.
set -eu
venv=$1

for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then
        echo "Using the system's $name."
        exit 0
    fi
done

if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing Debian's Chromium."
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium
else
    echo "Installing Playwright's Chromium."
    "$venv/playwright" install chromium
fi
