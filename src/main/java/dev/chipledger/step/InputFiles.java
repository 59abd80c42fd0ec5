package dev.chipledger.step;

import dev.chipledger.read.Dump;
import dev.chipledger.read.Format;
import dev.chipledger.table.CheckFailed;
import dev.chipledger.table.UserMistake;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the files that --input means, and cuts the large ones that can be read in parts. */
public final class InputFiles {
  private final Configuration conf;
  private final Format forced;
  private final Map<String, InputFile> found = new TreeMap<>();
  private final List<String> passedBy = new ArrayList<>();

  private InputFiles(Configuration conf, Format forced) {
    this.conf = conf;
    this.forced = forced;
  }

  /**
   * @param files whole, sorted by name, each once; never empty
   * @param passedBy names of files in folders that are no dumps: a README and the like
   */
  public record Found(List<InputFile> files, List<String> passedBy) {}

  /**
   * @param inputs files, folders (walked to the bottom) and globs, on any Hadoop file system
   * @param forced what every file holds; null to go by content
   * @throws UserMistake if an input is missing, or holds nothing to read
   */
  public static Found find(Collection<String> inputs, Format forced, Configuration conf) {
    InputFiles files = new InputFiles(conf, forced);
    for (String input : inputs) {
      try {
        boolean any = files.add(input);
        if (!any) {
          throw new UserMistake("no dump in " + input + ": neither content nor name of a file there tells one");
        }
      } catch (IOException e) {
        throw new UserMistake("can't list input " + input + ": " + e.getMessage());
      }
    }
    List<InputFile> sorted = new ArrayList<>(files.found.values());
    sorted.sort(Comparator.comparing(InputFile::name));
    return new Found(sorted, files.passedBy);
  }

  /** Whether a file, folder or glob is there at all. */
  public static boolean anything(String input, Configuration conf) {
    try {
      Path path = path(input);
      FileSystem fs = path.getFileSystem(conf);
      FileStatus[] matches = fs.exists(path) ? new FileStatus[] {fs.getFileStatus(path)} : fs.globStatus(path);
      return matches != null && matches.length > 0;
    } catch (IOException e) {
      throw new UserMistake("can't list input " + input + ": " + e.getMessage());
    }
  }

  /**
   * Parts of about {@link ReadStep#BYTES_A_TASK} of those files that are larger than two of them and can be read so:
   * Parquet, and JSON Lines that aren't packed. The others as they are.
   */
  public static List<InputFile> parts(List<InputFile> files, Format forced, Configuration conf) {
    List<InputFile> parts = new ArrayList<>();
    for (InputFile file : files) {
      Optional<Format> format = file.size() > 2 * ReadStep.BYTES_A_TASK ? splittable(file, forced, conf) : Optional.empty();
      if (format.isEmpty()) {
        parts.add(file);
        continue;
      }
      for (long start = 0; start < file.size(); start += ReadStep.BYTES_A_TASK) {
        long size = Math.min(ReadStep.BYTES_A_TASK, file.size() - start);
        parts.add(new InputFile(file.path(), file.name(), size, start, format.get()));
      }
    }
    return parts;
  }

  /**
   * To be called when the files have been read: one that is still being written was read in part.
   *
   * @throws CheckFailed if a file has another size than when it was listed
   */
  public static void checkUnchanged(List<InputFile> files, Configuration conf) {
    for (InputFile file : files) {
      Path path = new Path(file.path());
      try {
        long now = path.getFileSystem(conf).getFileStatus(path).getLen();
        if (now != file.size()) {
          throw new CheckFailed(String.format(
              "%s changed while it was read: it had %,d bytes and has %,d now. Nothing was loaded; load it when it is whole",
              file.name(), file.size(), now));
        }
      } catch (FileNotFoundException e) {
        // it was moved away after it had been read to its end
      } catch (IOException e) {
        throw new UncheckedIOException("can't see " + file.name() + " any more: " + e.getMessage(), e);
      }
    }
  }

  private static Optional<Format> splittable(InputFile file, Format forced, Configuration conf) {
    try (InputStream in = new HadoopFile(file.path(), conf).bytes()) {
      return Dump.plainFormat(in, file.name()).map(format -> forced == null ? format : forced)
          .filter(format -> format == Format.JSONL || format == Format.PARQUET);
    } catch (IOException e) {
      throw new UserMistake("can't read " + file.name() + ": " + e.getMessage());
    }
  }

  private boolean add(String input) throws IOException {
    Path path = path(input);
    FileSystem fs = path.getFileSystem(conf);
    if (fs.exists(path)) {
      FileStatus named = fs.getFileStatus(path);
      if (named.isDirectory()) {
        return add(fs, fs.listStatus(path));
      }
      if (forced == null && !isDump(named)) {
        throw new UserMistake("can't tell the format of " + path.getName() + " by its content or name: add --format " + Format.JSONL.word() + ", or another");
      }
      keep(named);
      return true;
    }
    FileStatus[] matches = fs.globStatus(path);
    if (matches == null || matches.length == 0) {
      throw new UserMistake("no such input: " + input);
    }
    return add(fs, matches);
  }

  private boolean add(FileSystem fs, FileStatus[] children) throws IOException {
    boolean any = false;
    for (FileStatus child : children) {
      String name = child.getPath().getName();
      if (name.startsWith(".") || name.startsWith("_")) {
        continue;
      }
      if (child.isDirectory()) {
        any |= add(fs, fs.listStatus(child.getPath()));
      } else {
        if (isDump(child)) {
          keep(child);
          any = true;
        } else {
          passedBy.add(shown(child.getPath()));
        }
      }
    }
    return any;
  }

  /** Most files tell it by their name; only of the others the first bytes are looked at. */
  private boolean isDump(FileStatus file) throws IOException {
    String name = file.getPath().getName();
    if (Format.ofName(name).isPresent()) {
      return true;
    }
    try (InputStream in = new HadoopFile(file.getPath().toString(), conf).bytes()) {
      return Dump.isDump(in, name);
    }
  }

  private void keep(FileStatus file) {
    String path = file.getPath().toString();
    found.putIfAbsent(path, new InputFile(path, shown(file.getPath()), file.getLen(), 0, null));
  }

  private static Path path(String input) {
    try {
      return new Path(input);
    } catch (IllegalArgumentException e) {
      throw new UserMistake("bad input path '" + input + "': " + e.getMessage());
    }
  }

  private static String shown(Path file) {
    if (!"file".equals(file.toUri().getScheme())) {
      return file.toString();
    }
    String local = file.toUri().getPath();
    String here = System.getProperty("user.dir") + "/";
    return local.startsWith(here) ? local.substring(here.length()) : local;
  }
}
