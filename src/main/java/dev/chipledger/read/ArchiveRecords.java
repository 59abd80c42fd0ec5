package dev.chipledger.read;

import dev.chipledger.read.packed.Damage;
import dev.chipledger.read.packed.EntryBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** The records of all files in a tar or zip, streamed. Their file is written archive.tar!/inner/name.jsonl. */
final class ArchiveRecords extends Lookahead {
  /** Bytes; names and attributes of a file take a few thousand, and the decoders hold them whole. */
  private static final long LONGEST_HEADER = 1 << 20;

  private final String file;
  private final Dump dump;
  private final EntryBytes bytes;
  private final ArchiveInputStream<? extends ArchiveEntry> archive;
  private RecordReader entry;
  private boolean inEntry;

  ArchiveRecords(InputStream in, ArchiveKind kind, String file, Dump dump) {
    this.file = file;
    this.dump = dump;
    this.bytes = new EntryBytes(in);
    this.archive = kind.open(bytes.packed());
    bytes.of(archive);
  }

  @Override
  protected Outcome read() {
    try {
      return inArchive();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  /** @return null between two entries and at the end */
  private Outcome inArchive() throws IOException {
    if (entry != null) {
      if (entry.hasNext()) {
        return entry.next();
      }
      entry.close();
      entry = null;
    }
    ArchiveEntry header;
    try {
      if (inEntry) {
        bytes.drain();
      }
      bytes.allow(LONGEST_HEADER);
      header = archive.getNextEntry();
      inEntry = header != null && archive.canReadEntryData(header);
      bytes.allow(Long.MAX_VALUE);
    } catch (IOException | RuntimeException e) { // the decoders throw both for rubbish
      end();
      if (bytes.failure() != null) {
        throw bytes.failure();
      }
      String reason = e instanceof Damage damage ? damage.reason() : "bad_archive";
      return Rejects.of(file, bytes.taken(), reason, "the archive can't be read on: " + e.getMessage(), new byte[0]);
    }
    if (header == null) {
      end();
      return trailing();
    }
    if (header.isDirectory() || header instanceof TarArchiveEntry tar && !tar.isFile()) {
      return null;
    }
    String name = file + "!/" + header.getName();
    if (!archive.canReadEntryData(header)) {
      return Rejects.of(name, 0, "bad_archive", "the entry is encrypted or packed in a way that can't be read", new byte[0]);
    }
    String base = header.getName().substring(header.getName().lastIndexOf('/') + 1);
    if (base.startsWith(".") || base.startsWith("_")) {
      return new Skipped("hidden_file");
    }
    try {
      entry = dump.open(bytes, name, true);
    } catch (Damage e) {
      return Rejects.of(name, 0, e.reason(), e.getMessage(), new byte[0]);
    }
    return null;
  }

  /** @return a reject if more than padding follows the archive's end: another archive, say, that nobody would read */
  private Outcome trailing() throws IOException {
    long position = bytes.taken();
    byte[] rest = new byte[1 << 12];
    try {
      for (int n = bytes.packed().read(rest); n >= 0; n = bytes.packed().read(rest)) {
        for (int i = 0; i < n; i++) {
          if (rest[i] != 0) {
            return Rejects.of(file, position, "trailing_bytes", "something follows the archive's end", Arrays.copyOfRange(rest, i, n));
          }
        }
      }
      return null;
    } catch (Damage e) {
      return Rejects.of(file, position, e.reason(), e.getMessage(), new byte[0]);
    }
  }

  @Override
  public void close() throws IOException {
    if (entry != null) {
      entry.close();
    }
    archive.close();
  }
}
