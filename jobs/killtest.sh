#!/usr/bin/env bash
# Kills loads by kill -9 at every step and at random moments, runs them again, and compares every table: jobs/killtest.sh --help
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$home"
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath >&2
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" @jobs/java17.options -Xmx1g -Duser.timezone=UTC -Dlog4j2.configurationFile=jobs/log4j2.properties \
  -Dchipledger.log=target/logs/killtest.log -cp "target/test-classes:target/classes:$(cat target/test.classpath)" dev.chipledger.job.KilledRuns "$@"
