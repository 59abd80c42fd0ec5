#!/usr/bin/env bash
# Loads many days in one session: jobs/backfill.sh --help
exec "$(dirname "${BASH_SOURCE[0]}")/run.sh" backfill "$@"
