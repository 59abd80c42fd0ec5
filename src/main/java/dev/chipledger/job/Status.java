package dev.chipledger.job;

import dev.chipledger.table.UserMistake;
import dev.chipledger.table.Warehouse;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how a warehouse is: what a person looks at when something seems wrong, and a monitor every hour. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Tells which days are loaded, missing between them, late (due by yesterday) or failed since, rows and size by table, and the last run"
          + " with its audits. Waits for nobody. Example:",
      "  status --json"
    })
final class Status implements Callable<Integer> {
  @Option(names = "--json", description = "One JSON object, for monitoring.")
  boolean json;

  @Mixin
  SparkOptions sparkOptions;

  @Override
  public Integer call() {
    sparkOptions.warehouse = SparkOptions.absolute(sparkOptions.warehouse);
    SparkSession spark = sparkOptions.session("status");
    try {
      WarehouseStatus status = WarehouseStatus.of(new Warehouse(spark, sparkOptions.warehouse), Clock.systemUTC())
          .orElseThrow(() -> new UserMistake("no finished run in warehouse " + sparkOptions.warehouse + ": load a day with nightly, or name another --warehouse"));
      if (json) {
        System.out.println(status.json());
      } else {
        status.print(System.out);
      }
    } finally {
      spark.stop();
    }
    return Main.DONE;
  }
}
