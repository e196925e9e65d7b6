#!/usr/bin/env bash
# Makes the journal of which journal-0.1.sql.gz is the dump. Needs version 0.1, built, in $JOURNAL, and a Loop file of 2016 in $LOOP; leaves the dump in $1 and prints the token.
set -euo pipefail
journal() { dotnet "$JOURNAL/artifacts/cli/journal.dll" "$@"; }
JOURNAL_HOME=$(mktemp -d); export JOURNAL_HOME; chmod 755 "$JOURNAL_HOME"
url=http://127.0.0.1:5199
JOURNAL_URL=$url dotnet "$JOURNAL/artifacts/cli/journal.dll" serve > "$JOURNAL_HOME/serve.log" 2>&1 & server=$!
trap 'kill $server; wait; rm -rf "$JOURNAL_HOME"' EXIT
until curl -sf $url/health/ready > /dev/null; do sleep .5; done

journal person move Europe/Lisbon > /dev/null
journal aim set 'Publish weekly' --at 2026-02-02T09:00 > /dev/null
journal practice adopt Write --times 3 --days 7 --at 2026-02-02T09:05 > /dev/null
for day in 02-03 02-05 02-07 02-10 02-12 02-14 02-17 02-19 02-21 03-24 03-26 03-28; do
    journal outcome done Write --effort 4 --at 2026-${day}T07:30 > /dev/null
done
for day in 03-03 03-05 03-10 03-12; do journal outcome missed Write --at 2026-${day}T21:00 > /dev/null; done
outcome=0195f3a0-0000-7000-8000-000000000001 written=0195f3a0-0000-7000-8000-000000000002 mistaken=0195f3a0-0000-7000-8000-000000000003
journal outcome done Write --at 2026-03-14T07:30 --id $outcome > /dev/null
journal outcome retract Write $outcome --reason 'wrong day' --at 2026-03-15T08:00 > /dev/null
journal log 'Did not write' --layer execution --at 2026-03-03T22:00 --id $written > /dev/null
journal entry amend $written 'Wrote a line after all' --at 2026-03-04T08:00 > /dev/null
journal log 'Meant for another notebook' --at 2026-03-05T22:00 --id $mistaken > /dev/null
journal entry retract $mistaken --at 2026-03-06T08:00 > /dev/null
# The clocks went on that night: 01:30 was no time of day.
journal log 'Too early' --layer thinking --at 2026-03-29T01:30 > /dev/null
journal belief state 'Visibility is scrutiny' --scope safe --strength 0.8 --limits --at 2026-02-02T10:00 > /dev/null
journal belief rate 'Visibility' 0.4 --at 2026-03-10T10:00 > /dev/null
journal belief replace 'Visibility is scrutiny' 'Visibility is service' --strength 0.6 --at 2026-03-20T10:00 > /dev/null
journal intervention start 'Ship ugly' --layer belief --at 2026-03-16T09:00 > /dev/null
journal moment label 'New office' --at 2026-03-18T10:00 > /dev/null

token=$(journal token create laptop)
echo "$token"
post() { curl -sf "$url/api/v1/$1" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -H "Idempotency-Key: $2" -d "$3" > /dev/null; }
post states morning '{"energy":5,"doubt":2,"occurredAt":"2026-03-24T08:00"}'
post decisions question '{"question":"Publish on Fridays?","occurredAt":"2026-03-25T08:00"}'

journal import loop "$LOOP" --person loop --timezone UTC > /dev/null
journal verify > /dev/null
PGPASSWORD=$(cat "$JOURNAL_HOME/postgres/password") pg_dump -h 127.0.0.1 -p "$(cat "$JOURNAL_HOME/postgres/port")" -U journal -d journal -n journal \
    --inserts --rows-per-insert=200 --no-owner --no-privileges |
    sed -E '/^(\\(un)?restrict |SET |SELECT pg_catalog.set_config)/d' | gzip -9n > "$1"
