#!/bin/sh
# Makes sure that there are browsers for the tests. Chromium is a must. Where Firefox or WebKit cannot be had, their
# tests are skipped and say so; with EVERY_BROWSER=1, as in the project's own checks, that is a failure, and what is
# missing is installed through sudo.
#
# Chromium and Firefox: Debian's own as root, because they need no other host than apt does, and Playwright can drive
# them. Elsewhere Playwright's own, which fit it best; Ubuntu's are snaps, which cannot see the profiles that Playwright
# lays out for them in /tmp.
# WebKit: WebKitGTK by apt on both, because one way to drive it is enough; Playwright's own would be a second.
set -eu
venv=$1

has() {
    command -v "$1" >/dev/null
}

is_root() {
    [ "$(id -u)" = 0 ]
}

may_be_root() {
    is_root || [ "${EVERY_BROWSER:-}" ]
}

is_debian() {
    grep -qs '^ID=debian$' /etc/os-release
}

as_root() {
    if is_root; then "$@"; else sudo "$@"; fi
}

apt_install() {
    as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

playwright_install() {
    if may_be_root; then "$venv/playwright" install --with-deps "$1"; else "$venv/playwright" install "$1"; fi
}

# Debian's package, or Playwright's browser.
install_browser() {
    if is_debian && is_root; then apt_install "$1"; else playwright_install "$2"; fi
}

# Newer releases call the driver's package by its second name.
install_webkit() {
    has apt-get || return 1
    may_be_root || return 1
    apt_install xvfb webkit2gtk-driver || apt_install xvfb webkitgtk-webdriver
}

go_without() {
    echo "There is no $1, and it cannot be installed here. $2" >&2
    [ -z "${EVERY_BROWSER:-}" ] || exit 1
    echo "Its tests will be skipped." >&2
}

has chromium-headless-shell || has chromium || has chromium-browser || has google-chrome || install_browser chromium-headless-shell chromium
# The benches want the whole browser, which paints.
[ "${2:-}" != whole ] || has chromium || has chromium-browser || has google-chrome || install_browser chromium chromium
has firefox-esr || install_browser firefox-esr firefox || go_without Firefox "sh $0 $venv tries again."
{ has WebKitWebDriver && has Xvfb; } || install_webkit ||
    go_without WebKit "On Debian and Ubuntu, webkit2gtk-driver and xvfb bring it."
