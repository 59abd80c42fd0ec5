package dev.chipledger.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** Dumps that are bytes, for tests of readers. */
public final class InMemory {
  private InMemory() {}

  /** Everything a file of this name and content gives. */
  public static List<Outcome> read(String name, byte[] bytes, Format forced, FieldMap map) throws IOException {
    return all(new Dump(forced, maker(map)).open(stored(bytes), name));
  }

  public static List<Outcome> read(String name, byte[] bytes) throws IOException {
    return read(name, bytes, null, FieldMap.none());
  }

  public static List<Outcome> read(String name, String text) throws IOException {
    return read(name, text.getBytes(UTF_8));
  }

  public static List<Outcome> all(RecordReader reader) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    try (reader) {
      reader.forEachRemaining(outcomes::add);
    }
    return outcomes;
  }

  public static ArticleMaker maker(FieldMap map) {
    return new ArticleMaker(map, LocalDate.of(2024, 12, 12));
  }

  /** One word an outcome: the article's text, or why there is none. */
  public static List<String> words(List<Outcome> outcomes) {
    return outcomes.stream().map(InMemory::word).toList();
  }

  private static String word(Outcome outcome) {
    return outcome instanceof Article article ? article.text()
        : outcome instanceof Reject reject ? "!" + reject.reason() : "-" + ((Skipped) outcome).reason();
  }

  public static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  public static Dump.Stored stored(byte[] bytes) {
    return new Dump.Stored() {
      @Override
      public InputStream bytes() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public InputStream bytesFrom(long position) {
        return new ByteArrayInputStream(bytes, (int) position, bytes.length - (int) position);
      }

      @Override
      public InputFile seekable() {
        return new Seekable(bytes);
      }
    };
  }

  /** @param in read once, from its beginning */
  public static Dump.Stored stream(InputStream in) {
    return new Dump.Stored() {
      @Override
      public InputStream bytes() {
        return in;
      }

      @Override
      public InputStream bytesFrom(long position) {
        throw new UnsupportedOperationException();
      }

      @Override
      public InputFile seekable() {
        throw new UnsupportedOperationException();
      }
    };
  }

  private record Seekable(byte[] bytes) implements InputFile {
    @Override
    public long getLength() {
      return bytes.length;
    }

    @Override
    public SeekableInputStream newStream() {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      InputStream in = new InputStream() {
        @Override
        public int read() {
          return buffer.hasRemaining() ? buffer.get() & 0xff : -1;
        }
      };
      return new DelegatingSeekableInputStream(in) {
        @Override
        public long getPos() {
          return buffer.position();
        }

        @Override
        public void seek(long position) throws IOException {
          if (position < 0 || position > bytes.length) {
            throw new IOException("no byte " + position);
          }
          buffer.position((int) position);
        }
      };
    }
  }
}
