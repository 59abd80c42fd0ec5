package dev.chipledger.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Calls of the scripts, as a user makes them, on the packaged jar. */
final class JarRuns {
  private static final Path HOME = Path.of("").toAbsolutePath();

  private JarRuns() {}

  record Told(int code, String out, String err) {}

  /** Runs jobs/NAME.sh to its end in a folder. */
  static Told run(Path folder, String name, String... args) throws IOException, InterruptedException {
    Process process = start(folder, name, args);
    if (!process.waitFor(15, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(name + " hangs: " + Files.readString(folder.resolve("err")));
    }
    return new Told(process.exitValue(), Files.readString(folder.resolve("out"), UTF_8), Files.readString(folder.resolve("err"), UTF_8));
  }

  /** Starts jobs/NAME.sh; what it writes goes to files out and err of the folder. */
  static Process start(Path folder, String name, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(HOME.resolve("jobs/" + name + ".sh").toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
        .redirectOutput(folder.resolve("out").toFile()).redirectError(folder.resolve("err").toFile());
    builder.environment().put("CHIPLEDGER_MEMORY", "1g");
    builder.environment().remove("SPARK_HOME");
    return builder.start();
  }
}
