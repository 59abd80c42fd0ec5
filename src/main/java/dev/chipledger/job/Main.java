package dev.chipledger.job;

import dev.chipledger.table.CheckFailed;
import dev.chipledger.table.UserMistake;
import dev.chipledger.table.Version;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry of every command; spark-submit's --class. */
@Command(
    name = "chipledger",
    description = "Who buys which chips, over time, from the news.",
    version = "ChipLedger " + Version.CURRENT,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      Nightly.class,
      Backfill.class,
      Status.class,
      Sql.class,
      Evaluate.class,
      Bench.class,
      TrainingExamples.class,
    })
public final class Main implements Runnable {
  /** Done. */
  public static final int DONE = 0;
  /** Anything that is neither the user's mistake nor a failed check. */
  public static final int FAILED = 1;
  /** The user's mistake, told in one line. */
  public static final int MISTAKE = 2;
  /** A check failed; readers see nothing of the run. */
  public static final int CHECK_FAILED = 3;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec;

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] args) {
    // Whatever the machine is set to, the same input gives the same output.
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    System.exit(run(args));
  }

  /** Runs a command in this JVM. */
  static int run(String... args) {
    try {
      return new CommandLine(new Main())
          .setParameterExceptionHandler(Main::mistake)
          .setExecutionExceptionHandler((e, command, parsed) -> failure(e))
          .setCaseInsensitiveEnumValuesAllowed(true)
          .execute(args);
    } catch (Error e) {
      return failure(e); // a full local disk, as Hadoop tells of it, or no memory
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command: try nightly, sql or evaluate, or --help");
  }

  private static int mistake(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    Set<String> options = command.getCommandSpec().optionsMap().keySet();
    Optional<String> unknown = Optional.empty();
    if (e instanceof UnmatchedArgumentException unmatched) {
      unknown = unmatched.getUnmatched().stream().findFirst();
    } else if (e instanceof MissingParameterException) {
      // A required option that is missing was often only misspelt: then that is what to say.
      unknown = Arrays.stream(args)
          .filter(arg -> arg.startsWith("--"))
          .map(arg -> arg.split("=", 2)[0])
          .filter(arg -> !options.contains(arg))
          .findFirst();
    }
    if (unknown.isEmpty()) {
      return say(e.getMessage(), MISTAKE);
    }
    String word = unknown.get();
    return word.startsWith("-")
        ? say("unknown option " + word + meant(word, options), MISTAKE)
        : say("unknown word " + word + meant(word, command.getSubcommands().keySet()), MISTAKE);
  }

  private static String meant(String word, Set<String> words) {
    return Spelling.closest(word, words).map(close -> "; did you mean " + close + "?").orElse("");
  }

  private static int failure(Throwable e) {
    if (e instanceof UserMistake) {
      return say(e.getMessage(), MISTAKE);
    }
    if (e instanceof CheckFailed) {
      return say(e.getMessage(), CHECK_FAILED);
    }
    LoggerFactory.getLogger(Main.class).error("run failed", e);
    String log = System.getProperty("chipledger.log");
    return say("failed: " + Failure.line(e) + (log == null ? "" : "; the log is " + log), FAILED);
  }

  private static int say(String message, int code) {
    System.err.println("chipledger: " + Failure.oneLine(message));
    return code;
  }
}
