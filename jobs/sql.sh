#!/usr/bin/env bash
# Asks the tables in SQL: jobs/sql.sh --help
exec "$(dirname "${BASH_SOURCE[0]}")/run.sh" sql "$@"
