#!/usr/bin/env bash
# Feeds every reader with mutated dumps, by Jazzer: jobs/fuzz.sh [RUNS [KIND...]], 10,000 each unless told.
# Prints how many inputs of each kind were read and what became of their records; exit 1 if a reader failed.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$home"
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath >&2
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$home/target/test-classes:$home/target/classes:$(cat target/test.classpath)" dev.chipledger.read.Fuzz "$@"
