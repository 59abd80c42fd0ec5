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
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Keeps a second run off a warehouse. On a local disk the operating system holds the lock and lets go when the process
 * ends, however it ends. Elsewhere it is a {@link LockFile}.
 */
public final class RunLock implements AutoCloseable {
  private static final String NAME = ".run-lock";

  /** What differs by file system. */
  interface Hold {
    /** Whether the lock is still this run's. */
    boolean isHeld() throws IOException;

    void release() throws IOException;
  }

  private final Path warehouse;
  private final Hold hold;

  private RunLock(Path warehouse, Hold hold) {
    this.warehouse = warehouse;
    this.hold = hold;
  }

  /** @throws UserMistake if another run holds it: who, since when, and where */
  public static RunLock take(Path warehouse, Configuration conf, Instant now) {
    String holder = "process " + ProcessHandle.current().pid() + " on " + host() + " since " + now;
    try {
      FileSystem fs = warehouse.getFileSystem(conf);
      fs.mkdirs(warehouse);
      Path file = fs.makeQualified(new Path(warehouse, NAME));
      return new RunLock(warehouse, "file".equals(fs.getUri().getScheme())
          ? local(java.nio.file.Path.of(file.toUri().getPath()), holder)
          : LockFile.take(fs, file, holder));
    } catch (IOException e) {
      throw new UncheckedIOException("can't lock warehouse " + warehouse + ": " + e.getMessage(), e);
    }
  }

  private static Hold local(java.nio.file.Path file, String holder) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null; // another run of this process
    }
    if (lock == null) {
      channel.close();
      throw busy(Files.readString(file));
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
    FileLock held = lock;
    return new Hold() {
      @Override
      public boolean isHeld() {
        return held.isValid();
      }

      @Override
      public void release() throws IOException {
        channel.close();
      }
    };
  }

  static UserMistake busy(String holder) {
    return new UserMistake("another run works on this warehouse: " + (holder.isBlank() ? "it has just begun" : holder));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "an unnamed host";
    }
  }

  /**
   * To be asked before anything is shown: a machine that slept may have lost its lock to another run.
   *
   * @throws CheckFailed if the lock is no longer this run's
   */
  public void check() {
    try {
      if (!hold.isHeld()) {
        throw new CheckFailed("another run took over the warehouse " + warehouse + " in the meantime; nothing was shown");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't see the lock of " + warehouse + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      hold.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
