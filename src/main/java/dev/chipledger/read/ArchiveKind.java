package dev.chipledger.read;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** A kind of file that holds files, told by the first bytes. */
enum ArchiveKind {
  TAR,
  ZIP;

  static Optional<ArchiveKind> of(byte[] start) {
    if (ZipArchiveInputStream.matches(start, start.length)) {
      return Optional.of(ZIP);
    }
    return TarArchiveInputStream.matches(start, start.length) && start[0] != 0 ? Optional.of(TAR) : Optional.empty();
  }

  ArchiveInputStream<? extends ArchiveEntry> open(InputStream in) {
    return switch (this) {
      case TAR -> new TarArchiveInputStream(in, StandardCharsets.UTF_8.name());
      case ZIP -> new ZipArchiveInputStream(in, StandardCharsets.UTF_8.name(), true, false); // such entries would be held whole
    };
  }
}
