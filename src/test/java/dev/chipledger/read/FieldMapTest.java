package dev.chipledger.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldMapTest {
  @Test
  void mistakes_are_told() {
    assertThatThrownBy(() -> FieldMap.of(List.of("text"))).hasMessageContaining("write field=column");
    assertThatThrownBy(() -> FieldMap.of(List.of("text="))).hasMessageContaining("write field=column");
    assertThatThrownBy(() -> FieldMap.of(List.of("body=x"))).hasMessageContaining("no field body; fields are url, title");
    assertThatThrownBy(() -> FieldMap.of(List.of("text=a", "text=b"))).hasMessageContaining("mapped twice");
  }

  @Test
  void a_column_that_no_record_has() {
    FieldMap map = FieldMap.of(List.of("text=body"));
    assertThat(map.complaints(List.of("maintext", "title")))
        .containsExactly("bad mapping text=body: no record has a column body; columns there: maintext, title");
    assertThat(map.complaints(List.of("body"))).isEmpty();
  }

  @Test
  void no_text_at_all() {
    assertThat(FieldMap.none().complaints(List.of("maintext")).get(0)).contains("--map text=");
    assertThat(FieldMap.none().complaints(List.of("text"))).isEmpty();
  }
}
