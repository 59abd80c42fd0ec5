package dev.chipledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class FailureTest {
  private static final String SPARKS = "Job aborted due to stage failure: Task 0 failed\nDriver stacktrace:";

  @Test
  void the_first_cause_is_told_with_what_was_being_done() {
    IOException gone = new FileNotFoundException("File x does not exist");
    Throwable ours = new UncheckedIOException("can't read a.jsonl: " + gone.getMessage(), gone);
    assertThat(Failure.line(new SparkException(SPARKS, ours))).isEqualTo("can't read a.jsonl: File x does not exist");
    assertThat(Failure.line(new SparkException(SPARKS, new RuntimeException(gone)))).isEqualTo("File x does not exist");
    assertThat(Failure.line(new SparkException(SPARKS, null))).isEqualTo("Job aborted due to stage failure: Task 0 failed");
    assertThat(Failure.line(new SparkException("Job aborted due to stage failure: Task 1 in stage 9.0 failed 4 times, most recent failure: "
        + "Lost task 1.3 in stage 9.0 (TID 162) (10.0.0.2 executor 1): java.io.UncheckedIOException: can't read a.jsonl: File x does not exist", null)))
        .isEqualTo("can't read a.jsonl: File x does not exist");
    assertThat(Failure.line(new IllegalStateException())).isEqualTo("IllegalStateException");
  }

  @Test
  void a_cluster_that_dropped_the_run_is_told() {
    assertThat(Failure.line(new IllegalStateException("Cannot call methods on a stopped SparkContext.\nThis stopped SparkContext was created at:")))
        .startsWith("Spark stopped under the run");
  }

  @Test
  void a_full_disk_is_told_with_what_to_do() {
    assertThat(Failure.line(new Error(new IOException("No space left on device"))))
        .isEqualTo("No space left on device: make room for the warehouse, what is published and temporary files, and start it again; "
            + "readers see the last finished run");
  }
}
