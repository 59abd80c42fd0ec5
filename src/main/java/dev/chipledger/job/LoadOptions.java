package dev.chipledger.job;

import dev.chipledger.extract.model.ReaderSettings;
import dev.chipledger.job.Values.MaxRejects;
import dev.chipledger.lexicon.LexiconFiles;
import dev.chipledger.read.FieldMap;
import dev.chipledger.read.Format;
import dev.chipledger.table.Audits;
import dev.chipledger.table.UserMistake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How days are loaded, whatever their files: the options that nightly and backfill share. */
final class LoadOptions {
  @Option(names = "--format", description = "What every input holds, however it is packed: ${COMPLETION-CANDIDATES}. Default: by content, then by name.")
  Format format;

  @Option(names = "--map", split = ",", paramLabel = "FIELD=COLUMN",
      description = "Which column holds url, title, text, published, publisher, language, where it has another name or lies in another"
          + " (text=article.body); or a known dump: news-please.")
  List<String> map = new ArrayList<>();

  @Mixin
  LexiconOptions lexiconOptions;

  @Option(names = "--max-rejects", paramLabel = "N|P%", converter = Values.MaxRejectsReader.class,
      description = "Stop, and show nothing, if more records can't be used. Default: 1%% of the records, at least 10.")
  MaxRejects maxRejects = MaxRejects.DEFAULT;

  @Option(names = "--min-confidence", paramLabel = "C", converter = Values.Share.class,
      description = "Leave claims less sure than this out of the marts, 0 to 1. Default: where 9 of 10 are right.")
  Double minConfidence;

  @Option(names = "--audits", paramLabel = "DIR",
      description = "SQL files of yours that check each day beside ours: a query of :load_day that returns what offends.")
  Path audits;

  @Option(names = "--accept", paramLabel = "AUDIT", description = "Load also what this audit finds something in; repeatable.")
  List<String> accepted = new ArrayList<>();

  @Option(names = "--publish", paramLabel = "DIR", description = "Where to publish the marts as Parquet. Default: WAREHOUSE/published.")
  String publish;

  @Mixin
  SparkOptions sparkOptions;

  /** Checks what can be checked before any work, and makes folders absolute. */
  NightlyRun.Settings settings(String command) {
    FieldMap fields = fields();
    LexiconFiles files = lexiconOptions.files();
    sparkOptions.warehouse = SparkOptions.absolute(sparkOptions.warehouse);
    return new NightlyRun.Settings(
        command, format, fields, files, maxRejects, minConfidence == null ? ReaderSettings.standard().sureCut() : minConfidence,
        Audits.of(audits, accepted), sparkOptions.warehouse, publish == null ? sparkOptions.warehouse + "/published" : SparkOptions.absolute(publish));
  }

  private FieldMap fields() {
    try {
      return FieldMap.of(map);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(e.getMessage());
    }
  }
}
