#!/usr/bin/env bash
# Runs a command of target/chipledger.jar: jobs/run.sh COMMAND [OPTIONS]. Called by the script of each command.
#
# With SPARK_HOME set it uses that Spark's bin/spark-submit, else the Spark that Maven puts into target/spark.
# Paths are relative to where you call it from. CHIPLEDGER_MEMORY: the driver's heap, 4g unless set.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$home/target/chipledger.jar
memory=${CHIPLEDGER_MEMORY:-4g}

if [[ ! -f $jar || ( -z ${SPARK_HOME:-} && ! -d $home/target/spark ) ]]; then
  echo "building $jar (once; needs Java 17 and Maven)" >&2
  (cd "$home" && mvn -q -B -DskipTests package) >&2
fi

logs=$home/target/logs
mkdir -p "$logs"
log=$logs/$1-$(date -u +%Y%m%dT%H%M%SZ)-$$.log
find "$logs" -name '*.log' -mtime +30 -delete

# The same output whatever the machine's language, zone and encoding.
java_options="-Duser.timezone=UTC -Duser.language=en -Duser.country=US -Dfile.encoding=UTF-8"
java_options+=" -Dlog4j2.configurationFile=$home/jobs/log4j2.properties -Dchipledger.log=$log"
# A question is over before the JVM's second compiler has earned its keep.
if [[ $1 == sql ]]; then java_options+=" -XX:TieredStopAtLevel=1"; fi
export LC_ALL=C.UTF-8 TZ=UTC

if [[ -n ${SPARK_HOME:-} ]]; then
  exec "$SPARK_HOME/bin/spark-submit" --class dev.chipledger.job.Main --driver-memory "$memory" \
    --driver-java-options "$java_options" "$jar" "$@"
fi

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
# shellcheck disable=SC2086 # the options are words
exec "$java" "@$home/jobs/java17.options" "-Xmx$memory" $java_options -cp "$home/target/spark/*" \
  org.apache.spark.deploy.SparkSubmit --class dev.chipledger.job.Main "$jar" "$@"
