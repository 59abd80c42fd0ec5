#!/usr/bin/env bash
# Loads one batch of news, from dumps to published marts: jobs/nightly.sh --help
exec "$(dirname "${BASH_SOURCE[0]}")/run.sh" nightly "$@"
