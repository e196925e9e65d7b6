#!/usr/bin/env bash
# Asks version 0.1 (built, in $JOURNAL) about the journal restored from journal-0.1.sql.gz into the database $JOURNAL_DATABASE, and leaves the answers in $1.
# $TOKEN is the token that make-journal.sh printed.
set -euo pipefail
journal() { dotnet "$JOURNAL/artifacts/cli/journal.dll" "$@"; }
url=http://127.0.0.1:5199
export JOURNAL_DATABASE
JOURNAL_URL=$url dotnet "$JOURNAL/artifacts/cli/journal.dll" serve --no-samples > /dev/null & server=$!
work=$(mktemp -d)
trap 'kill $server; wait; rm -rf "$work"' EXIT
until curl -sf $url/health/ready > /dev/null; do sleep .5; done
api=$(curl -s $url/openapi/v1.json)
reports=$(jq -r '.paths | keys[] | select(startswith("/api/v1/reports/")) | sub("/api/v1/"; "")' <<< "$api")
subjects=$(jq -r '.paths | to_entries[] | select(.value.get and .value.post and (.key | test("^/api/v1/[a-z]+$")) and .key != "/api/v1/tokens") | .key | sub("/api/v1/"; "")' <<< "$api")

keep() { jq -c --arg person "$person" --arg question "$1" "${@:2}" '$ARGS.named + {answer: .}' >> "$work/record"; }
ask() { curl -sf --max-time 600 "$url/api/v1/$1" -H "Authorization: Bearer $token"; }
# All pages of a list as one answer, without where the pages ended.
whole() {
    local next='' page
    while :; do
        page=$(ask "$1?limit=500${next:+&cursor=$next}")
        jq -c ".$2[]" <<< "$page"
        next=$(jq -r '.next // ""' <<< "$page")
        [[ -n $next ]] || break
    done | jq -cs "{$2: .}"
}
of() {
    token=$(journal token create record --read-only --person "$1" 2> /dev/null)
    person=$(journal person list --json | jq -r --arg handle "$1" '.. | objects | select(.handle? == $handle) | .id')
    for window in "${@:2}"; do
        for report in $reports; do ask "$report?$window" | keep "$report?$window"; done
    done
    whole history events | keep history
    for subject in $subjects; do whole "$subject" items | keep "$subject"; done
    ask me | keep me
    jq -c --arg id "$person" '.. | objects | select(.person? == $id)' <<< "$verified" | keep verify
}

verified=$(journal verify --json 2> /dev/null)
of founder 'asOf=2026-10-26T12:00:00Z&from=2024-10-28&to=2026-10-25' 'asOf=2025-09-01T00:00:00Z&from=2024-10-28&to=2025-08-31'
of consultant 'asOf=2026-06-22T12:00:00Z&from=2024-12-01&to=2026-06-21'
of me 'asOf=2026-04-01T12:00:00Z&from=2026-02-02&to=2026-03-31'
of loop 'asOf=2016-03-21&from=2016-01-01&to=2016-03-21' 'asOf=2016-06-01&from=2016-01-01&to=2016-06-01'
# The token and the keys that make-journal.sh used.
token=$TOKEN person=$(jq -r .id <(ask me))
jq -n --arg token "$token" '{secret: $token}' | keep token
again() { curl -sf "$url/api/v1/$1" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -H "Idempotency-Key: $2" -d "$3" | keep "POST $1" --arg key "$2" --arg body "$3"; }
again states morning '{"energy":5,"doubt":2,"occurredAt":"2026-03-24T08:00"}'
again decisions question '{"question":"Publish on Fridays?","occurredAt":"2026-03-25T08:00"}'
jq -s . "$work/record" | brotli -q 11 -w 24 > "$1"
