package dev.chipledger.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A lock where the operating system keeps none: a file that its holder writes anew every {@link #BEAT}. One that nobody has
 * written for {@link #DEAD} is a dead run's, and is taken over. Times are those of the file system, so that clocks may differ.
 */
final class LockFile implements RunLock.Hold {
  static final Duration BEAT = Duration.ofSeconds(30);
  static final Duration DEAD = Duration.ofMinutes(5);

  private final FileSystem fs;
  private final Path file;
  private final byte[] holder;
  private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
    Thread thread = new Thread(task, "run lock");
    thread.setDaemon(true);
    return thread;
  });

  private LockFile(FileSystem fs, Path file, byte[] holder) {
    this.fs = fs;
    this.file = file;
    this.holder = holder;
  }

  /**
   * @param holder who takes it, as a person reads it
   * @throws UserMistake if a living run holds it
   */
  static LockFile take(FileSystem fs, Path file, String holder) throws IOException {
    // What is in the file tells one run from another, even of one process.
    LockFile lock = new LockFile(fs, file, (holder + " (" + UUID.randomUUID() + ")").getBytes(StandardCharsets.UTF_8));
    try {
      lock.create();
    } catch (FileAlreadyExistsException e) {
      if (!isDead(fs, file)) {
        throw RunLock.busy(read(fs, file));
      }
      // Of several that see it dead only one can move it away, and only one can create it anew.
      Path dead = file.suffix("-dead-" + UUID.randomUUID());
      if (!fs.rename(file, dead)) {
        throw RunLock.busy("");
      }
      fs.delete(dead, false);
      try {
        lock.create();
      } catch (FileAlreadyExistsException another) {
        throw RunLock.busy(read(fs, file));
      }
    }
    lock.heart.scheduleAtFixedRate(lock::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
    return lock;
  }

  private void create() throws IOException {
    try (FSDataOutputStream out = fs.create(file, false)) {
      out.write(holder);
    }
  }

  private static boolean isDead(FileSystem fs, Path file) throws IOException {
    Path probe = file.suffix("-probe-" + UUID.randomUUID());
    fs.create(probe, false).close();
    try {
      return fs.getFileStatus(probe).getModificationTime() - fs.getFileStatus(file).getModificationTime() > DEAD.toMillis();
    } finally {
      fs.delete(probe, false);
    }
  }

  private static String read(FileSystem fs, Path file) throws IOException {
    try (var in = fs.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void beat() {
    try {
      if (isHeld()) {
        try (FSDataOutputStream out = fs.create(file, true)) {
          out.write(holder);
        }
      }
    } catch (IOException e) {
      // The next beat may get through; if none does, isHeld tells before anything is shown.
    }
  }

  @Override
  public boolean isHeld() throws IOException {
    return fs.exists(file) && read(fs, file).equals(new String(holder, StandardCharsets.UTF_8));
  }

  @Override
  public void release() throws IOException {
    heart.shutdownNow();
    if (isHeld()) {
      fs.delete(file, false);
    }
  }
}
