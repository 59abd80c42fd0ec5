#!/usr/bin/env bash
# Tells which days a warehouse holds, which are missing, late or failed, and how large it is: jobs/status.sh --help
exec "$(dirname "${BASH_SOURCE[0]}")/run.sh" status "$@"
