#!/usr/bin/env bash
# Terms, milestones and payment links over the wire, and races: many clients ask at once for what can happen only once or only in part
# (confirm and confirm, confirm and refund, cancel and the bank's word, dispute and deadline, payout and clawback, uses of a link).
# The order of the log decides, never twice; replay decides everything the same.
# Needs bash, python3. Takes free ports. Exits with 77 if something is missing. CLEARHOLD names another command than ./clearhold.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
if ! command -v python3 >/dev/null; then
    echo "install: apt-get install python3"
    exit 77
fi
cd "$root" && exec python3 "$root/config/src/test/acceptance/35-races.py" "${CLEARHOLD:-$root/clearhold}"
