package dev.chipledger.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short run of the fuzzer; jobs/fuzz.sh is the long one, over every kind. */
class FuzzIT {
  private static final int RUNS = 400;

  @TempDir
  private Path work;

  @ParameterizedTest
  @ValueSource(strings = {"lines.jsonl", "table.csv", "pages.warc", "lines.zip"})
  void mutated_dumps_end_as_records(String kind) throws Exception {
    Map<String, byte[]> seeds = Fuzz.seeds(work);
    Fuzz.Result result = Fuzz.run(work, kind, seeds.get(kind), RUNS);
    assertThat(result.clean()).as(result.lastLines()).isTrue();
    assertThat(result.inputs()).isGreaterThanOrEqualTo(RUNS);
    assertThat(result.articles()).isPositive();
  }
}
