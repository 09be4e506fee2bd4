#!/usr/bin/env bash
# The deterministic simulation from the command line: a seed keeps every promise, prints the same text twice, and wrong usage is told.
# Needs bash. Takes about 15 s.
set -uo pipefail
export LC_ALL=C
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "FAILED: $*" >&2
    cat "$work"/*.out "$work"/*.err >&2 2>/dev/null
    exit 1
}

"$root/clearhold" simulate --seed 75 --commands 100000 >"$work/first.out" 2>"$work/first.err" || fail "seed 75 breaks a promise"
grep -q '^every promise was kept$' "$work/first.out" || fail "no verdict"
grep -q '^hash [0-9a-f]\{16\}$' "$work/first.out" || fail "no hash"
for fault in kill power_cut sync_failure answer_lost submission_late line_missing; do
    awk -v fault="$fault" '$1 == fault && $2 > 0 { found = 1 } END { exit !found }' "$work/first.out" || fail "$fault never struck"
done

"$root/clearhold" simulate --seed 75 --commands 100000 >"$work/second.out" 2>"$work/second.err" || fail "the second run breaks a promise"
cmp -s "$work/first.out" "$work/second.out" || fail "the same seed printed something else"

"$root/clearhold" simulate --faults meteor=1 >"$work/usage.out" 2>"$work/usage.err"
[ $? -eq 2 ] || fail "an unknown fault is not wrong usage"
grep -q 'meteor=1' "$work/usage.err" || fail "the unknown fault is not named"
echo "simulate: ok"
