package dev.chipledger.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableTest {
  @ParameterizedTest
  @EnumSource
  void every_column_says_what_it_is(Table table) {
    assertThat(table.schema().fields()).isNotEmpty();
    for (StructField column : table.schema().fields()) {
      assertThat(column.getComment().isDefined()).as(table.word() + "." + column.name()).isTrue();
    }
  }

  @Test
  void every_ddl_is_a_table() throws Exception {
    try (var files = Files.list(Path.of("src/main/resources/tables"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".sql", "")))
          .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(Table.values()).map(Table::word).toList());
    }
  }

  @Test
  void the_version_is_the_poms() throws Exception {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<artifactId>chipledger</artifactId>\n  <version>" + Version.CURRENT + "</version>");
  }
}
