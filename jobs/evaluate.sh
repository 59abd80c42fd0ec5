#!/usr/bin/env bash
# Scores the extractor against labelled sentences: jobs/evaluate.sh --help
exec "$(dirname "${BASH_SOURCE[0]}")/run.sh" evaluate "$@"
