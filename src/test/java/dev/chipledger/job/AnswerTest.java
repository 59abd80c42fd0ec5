package dev.chipledger.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.TestSpark;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final String QUERY =
      "SELECT 'a,\"b\"' AS text, CAST(NULL AS STRING) AS none, 7 AS text, array('x') AS list, '' AS blank, 'e\u0301\n\uD83D\uDE00' AS odd";

  @Test
  void table() {
    assertThat(print(Answer.Form.TABLE)).isEqualTo("""
        text   none  text  list  blank  odd
        -----  ----  ----  ----  -----  ----
        a,"b"        7     [x]          e\u0301 \uD83D\uDE00
        (1 row)
        """);
  }

  @Test
  void csv() {
    assertThat(print(Answer.Form.CSV)).isEqualTo("text,none,text,list,blank,odd\n\"a,\"\"b\"\"\",,7,[x],\"\",\"e\u0301\n\uD83D\uDE00\"\n");
  }

  @Test
  void tsv() {
    assertThat(print(Answer.Form.TSV)).isEqualTo("text\tnone\ttext\tlist\tblank\todd\na,\"b\"\t\t7\t[x]\t\te\u0301 \uD83D\uDE00\n");
  }

  @Test
  void json() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Answer(TestSpark.session().sql("SELECT 1 AS a, array('x') AS b")).print(Answer.Form.JSON, new PrintStream(out, true, UTF_8));
    assertThat(out.toString(UTF_8)).isEqualTo("{\"a\":1,\"b\":[\"x\"]}\n");
  }

  private static String print(Answer.Form form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Answer(TestSpark.session().sql(QUERY)).print(form, new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8);
  }
}
