package dev.chipledger.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Plain Parquet for readers without a catalog: a folder a version, a folder a table below it, and {@code current} that
 * names the version to read: a symbolic link on a local disk, elsewhere a file CURRENT that holds the name.
 */
public final class Published {
  private static final int KEPT = 5;
  private static final Pattern VERSION = Pattern.compile("v-\\d{8}T\\d{6}Z(-\\d+)?");

  private final FileSystem fs;
  private final Path folder;
  private final Configuration conf;

  public Published(String folder, Configuration conf) {
    this.conf = conf;
    try {
      Path path = new Path(folder);
      this.fs = path.getFileSystem(conf);
      this.folder = fs.makeQualified(path);
    } catch (IOException e) {
      throw new UserMistake("can't publish to " + folder + ": " + e.getMessage());
    }
  }

  /** A name for a new version that no folder has: v-20241212T020000Z, with -2 and so on within one second. */
  public String free(String stamp) {
    String name = "v-" + stamp;
    for (int i = 2; exists(new Path(folder, name)); i++) {
      name = "v-" + stamp + "-" + i;
    }
    return name;
  }

  /** Where to write a version before it is whole; readers of v-* never see it. */
  public Path draft(String version) {
    return new Path(folder, "." + version);
  }

  /** The version as readers see it. */
  public Path path(String version) {
    return new Path(folder, version);
  }

  /** Gives a draft its name: it is whole, and not yet current. */
  public void finish(String version) {
    try {
      if (!fs.rename(draft(version), path(version))) {
        throw new IOException("rename refused");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't publish " + path(version) + ": " + e.getMessage(), e);
    }
  }

  /** Makes a version the current one, atomically; nothing if it is already or its folder is gone. */
  public void show(String version) {
    if (!exists(path(version))) {
      return;
    }
    try {
      if (local()) {
        java.nio.file.Path base = java.nio.file.Path.of(folder.toUri().getPath());
        java.nio.file.Path link = base.resolve(".current-" + ProcessHandle.current().pid());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, java.nio.file.Path.of(version));
        Files.move(link, base.resolve("current"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        FileContext context = FileContext.getFileContext(folder.toUri(), conf);
        Path next = new Path(folder, ".CURRENT");
        try (var out = context.create(next, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE))) {
          out.write((version + "\n").getBytes(StandardCharsets.UTF_8));
        }
        context.rename(next, new Path(folder, "CURRENT"), Options.Rename.OVERWRITE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't make " + path(version) + " current: " + e.getMessage(), e);
    }
  }

  /** Where readers look: …/published/current, or the version's folder where there are no links. */
  public String shown(String version) {
    return local() ? folder.toUri().getPath() + "/current" : path(version).toString();
  }

  /** Deletes drafts of killed runs and all but the last five versions. */
  public void prune(String current) {
    try {
      if (!fs.exists(folder)) {
        return;
      }
      FileStatus[] children = fs.listStatus(folder);
      for (FileStatus child : children) {
        String name = child.getPath().getName();
        if (name.startsWith(".") && VERSION.matcher(name.substring(1)).matches()) {
          fs.delete(child.getPath(), true);
        }
      }
      List<Path> versions = Arrays.stream(children)
          .map(FileStatus::getPath)
          .filter(path -> VERSION.matcher(path.getName()).matches() && !path.getName().equals(current))
          .sorted(Comparator.comparing(Path::getName).reversed())
          .toList();
      for (Path old : versions.stream().skip(KEPT - 1).toList()) {
        fs.delete(old, true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't tidy " + folder + ": " + e.getMessage(), e);
    }
  }

  private boolean exists(Path path) {
    try {
      return fs.exists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean local() {
    return "file".equals(fs.getUri().getScheme());
  }
}
