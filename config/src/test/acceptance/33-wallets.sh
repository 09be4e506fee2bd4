#!/usr/bin/env bash
# Wallets over the wire: transfers, top-ups by every token of the sandbox bank, freezing and closing accounts, payouts that fail,
# come back or are found later; kill -9, and everything as it was; replay decides the same.
# Needs bash, python3. Takes free ports. Exits with 77 if something is missing. CLEARHOLD names another command than ./clearhold.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
if ! command -v python3 >/dev/null; then
    echo "install: apt-get install python3"
    exit 77
fi
cd "$root" && exec python3 "$root/config/src/test/acceptance/33-wallets.py" "${CLEARHOLD:-$root/clearhold}"
