package dev.chipledger.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Keeps a second run off a warehouse. On a local disk the operating system holds the lock and lets go when the process
 * ends, however it ends. Elsewhere it is a file that a killed run leaves behind, and that a person deletes.
 */
public final class RunLock implements AutoCloseable {
  private static final String NAME = ".run-lock";

  private interface Release {
    void run() throws IOException;
  }

  private final Release release;

  private RunLock(Release release) {
    this.release = release;
  }

  /** @throws UserMistake if another run holds it: who, and since when */
  public static RunLock take(Path warehouse, Configuration conf, Instant now) {
    String holder = "process " + ProcessHandle.current().pid() + " on " + host() + " since " + now;
    try {
      FileSystem fs = warehouse.getFileSystem(conf);
      fs.mkdirs(warehouse);
      Path file = fs.makeQualified(new Path(warehouse, NAME));
      return "file".equals(fs.getUri().getScheme())
          ? local(java.nio.file.Path.of(file.toUri().getPath()), holder)
          : remote(fs, file, holder);
    } catch (IOException e) {
      throw new UncheckedIOException("can't lock warehouse " + warehouse + ": " + e.getMessage(), e);
    }
  }

  private static RunLock local(java.nio.file.Path file, String holder) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null; // another run of this process
    }
    if (lock == null) {
      channel.close();
      throw new UserMistake(busy(Files.readString(file)));
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
    return new RunLock(channel::close);
  }

  private static RunLock remote(FileSystem fs, Path file, String holder) throws IOException {
    try (FSDataOutputStream out = fs.create(file, false)) {
      out.write(holder.getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException e) {
      try (var in = fs.open(file)) {
        String other = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        throw new UserMistake(busy(other) + "; if that process is dead, delete " + file);
      }
    }
    return new RunLock(() -> fs.delete(file, false));
  }

  private static String busy(String holder) {
    return "another run works on this warehouse: " + (holder.isBlank() ? "it has just begun" : holder);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "an unnamed host";
    }
  }

  @Override
  public void close() {
    try {
      release.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
