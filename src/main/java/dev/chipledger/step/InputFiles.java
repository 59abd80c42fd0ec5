package dev.chipledger.step;

import dev.chipledger.read.Format;
import dev.chipledger.table.UserMistake;
import java.io.IOException;
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

/** Finds the files that --input means. */
public final class InputFiles {
  private final Configuration conf;
  private final Format forced;
  private final Map<String, InputFile> found = new TreeMap<>();

  private InputFiles(Configuration conf, Format forced) {
    this.conf = conf;
    this.forced = forced;
  }

  /**
   * @param inputs files, folders (walked to the bottom) and globs, on any Hadoop file system
   * @param forced read every file as this; null to go by names
   * @return sorted by name, each file once; never empty
   * @throws UserMistake if an input is missing, or holds nothing to read
   */
  public static List<InputFile> find(Collection<String> inputs, Format forced, Configuration conf) {
    InputFiles files = new InputFiles(conf, forced);
    for (String input : inputs) {
      try {
        boolean any = files.add(input);
        if (!any) {
          throw new UserMistake("no data file in " + input + ": looked for .jsonl, .ndjson and .json, plain or .gz");
        }
      } catch (IOException e) {
        throw new UserMistake("can't list input " + input + ": " + e.getMessage());
      }
    }
    List<InputFile> sorted = new ArrayList<>(files.found.values());
    sorted.sort(Comparator.comparing(InputFile::name));
    return sorted;
  }

  private boolean add(String input) throws IOException {
    Path path = path(input);
    FileSystem fs = path.getFileSystem(conf);
    if (fs.exists(path)) {
      FileStatus named = fs.getFileStatus(path);
      if (named.isDirectory()) {
        return add(fs, fs.listStatus(path));
      }
      keep(named, format(path).orElseThrow(() -> new UserMistake(
          "can't tell the format of " + path.getName() + " by its name: add --format " + Format.values()[0].word())));
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
        Optional<Format> format = Format.ofName(name); // a README beside the data is no data, whatever --format says
        format.ifPresent(named -> keep(child, forced == null ? named : forced));
        any |= format.isPresent();
      }
    }
    return any;
  }

  private Optional<Format> format(Path file) {
    return forced != null ? Optional.of(forced) : Format.ofName(file.getName());
  }

  private void keep(FileStatus file, Format format) {
    String path = file.getPath().toString();
    found.putIfAbsent(path, new InputFile(path, shown(file.getPath()), file.getLen(), format));
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
