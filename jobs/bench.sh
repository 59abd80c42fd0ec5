#!/usr/bin/env bash
# Measures what reading costs, against plain reading of the same articles: jobs/bench.sh --help
exec "$(dirname "${BASH_SOURCE[0]}")/run.sh" bench "$@"
