package dev.chipledger.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told before Spark starts. */
class MainTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      nightly --imput x --date 2024-12-12           | unknown option --imput; did you mean --input
      nightly --input x --date 2024-12-12 --dryrun  | unknown option --dryrun; did you mean --dry-run
      nightly --input x                             | Missing required option: '--date=D'
      nightly --date 2024-12-12                     | Missing required option: '--input=PATH
      nightly --input x --date 2024-13-12           | '2024-13-12' is no day; write it as 2024-12-31
      nightly --input x --date 2024-12-12 --map body=x     | no field body; fields are url, title
      nightly --input x --date 2024-12-12 --map text       | write field=column
      nightly --input x --date 2024-12-12 --max-rejects lots  | neither a number nor a percentage
      nightly --input x --date 2024-12-12 --max-rejects 101%  | neither a number nor a percentage
      nightly --input x --date 2024-12-12 --min-confidence 2  | no number from 0 to 1
      nightly --input x --date 2024-12-12 --format docx       | Invalid value for option '--format'
      nightly --input x --date 2024-12-12 --lexicon /none     | /none
      sql                                           | Missing required argument
      sql -e x -f y                                 | mutually exclusive
      sql -f /none.sql                              | can't read /none.sql: no such file
      sql --question none                           | no question none
      nightl --input x                              | did you mean nightly
      ''                                            | no command: try nightly
      """)
  void a_users_mistake_is_one_line_and_exit_2(String args, String message) {
    Told told = run(args.isEmpty() ? new String[0] : args.split(" +"));
    assertThat(told.err).startsWith("chipledger: ").contains(message).endsWith("\n");
    assertThat(told.err.lines()).hasSize(1);
    assertThat(told.code).isEqualTo(Main.MISTAKE);
  }

  @Test
  void help_is_no_mistake() {
    assertThat(run("nightly", "--help").code).isZero();
    assertThat(run("--version").code).isZero();
  }

  private record Told(int code, String err) {}

  private static Told run(String... args) {
    PrintStream before = System.err;
    PrintStream out = System.out;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, UTF_8));
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    try {
      return new Told(Main.run(args), err.toString(UTF_8));
    } finally {
      System.setErr(before);
      System.setOut(out);
    }
  }
}
