package dev.chipledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipledger.job.Values.MaxRejects;
import org.junit.jupiter.api.Test;

class ValuesTest {
  @Test
  void rejects_allowed() throws Exception {
    assertThat(MaxRejects.DEFAULT.allows(10, 20)).isTrue();
    assertThat(MaxRejects.DEFAULT.allows(11, 20)).isFalse();
    assertThat(MaxRejects.DEFAULT.allows(20, 2_000)).isTrue();
    assertThat(MaxRejects.DEFAULT.allows(21, 2_000)).isFalse();
    Values.MaxRejectsReader reader = new Values.MaxRejectsReader();
    assertThat(reader.convert("0").allows(1, 1_000)).isFalse();
    assertThat(reader.convert("90%").allows(9, 10)).isTrue();
    assertThat(reader.convert("90%").allows(10, 10)).isFalse();
    assertThat(reader.convert("0.5%").allows(5, 1_000)).isTrue();
  }
}
