package dev.chipledger.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.apache.parquet.io.InputFile;

/**
 * What Jazzer calls with mutated files of the kind that the environment's FUZZED names: a seed's name. A crash is any
 * exception; a silent loss is input that is left unread without a reject, or a line that no outcome accounts for.
 */
public final class FuzzedReaders {
  private static final String KIND = System.getenv("FUZZED");
  private static final ArticleMaker MAKER = new ArticleMaker(FieldMap.none(), LocalDate.of(2024, 12, 12));
  private static long inputs;
  private static long articles;
  private static long rejects;
  private static long skipped;

  private FuzzedReaders() {}

  public static void fuzzerInitialize() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.printf(
        "figures: %d inputs, %d articles, %d rejects, %d skipped%n", inputs, articles, rejects, skipped)));
  }

  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    inputs++;
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    boolean[] sought = {false};
    long outcomes = 0;
    long here = 0;
    try (RecordReader reader = new Dump(null, MAKER).open(stored(in, bytes, sought), "dumps/" + KIND)) {
      while (reader.hasNext()) {
        Outcome outcome = reader.next();
        outcomes++;
        if (outcome instanceof Article article) {
          articles++;
          check(!article.text().isBlank(), "a blank article");
        } else if (outcome instanceof Reject reject) {
          rejects++;
          here++;
          check(reject.position() >= 0 && reject.detail().indexOf('\n') < 0 && reject.firstBytes().length() <= 200, "an odd reject: " + reject);
        } else {
          skipped++;
        }
        check(outcomes <= 10L * bytes.length + 10, "more records than bytes");
      }
    }
    check(sought[0] || here > 0 || in.available() == 0, in.available() + " bytes left unread without a reject");
    if (KIND.equals("lines.jsonl") && Format.ofStart(bytes).equals(java.util.Optional.of(Format.JSONL))) {
      long lines = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).lines().count();
      check(outcomes >= new String(bytes, UTF_8).split("\n", -1).length - 1, lines + " lines, but " + outcomes + " outcomes");
    }
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  private static Dump.Stored stored(ByteArrayInputStream in, byte[] bytes, boolean[] sought) {
    Dump.Stored whole = InMemory.stored(bytes);
    return new Dump.Stored() {
      @Override
      public InputStream bytes() {
        return in;
      }

      @Override
      public InputStream bytesFrom(long position) throws IOException {
        return whole.bytesFrom(position);
      }

      @Override
      public InputFile seekable() throws IOException {
        sought[0] = true;
        return whole.seekable();
      }
    };
  }
}
