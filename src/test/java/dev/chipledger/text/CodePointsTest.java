package dev.chipledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CodePointsTest {
  @Test
  void countsAnEmojiOnce() {
    String text = "😀 Nvidia 😀";
    assertThat(new CodePoints(text).at(text.indexOf("Nvidia"))).isEqualTo(2);
  }

  @Property(tries = 300)
  void agreesWithTheJdk(@ForAll @StringLength(max = 40) @CharRange(from = '\uD83C', to = '\uE010') String rare, @ForAll String any) {
    String text = any + rare + "x" + any + rare;
    CodePoints codePoints = new CodePoints(text);
    for (int i = 0; i <= text.length(); i++) {
      boolean insidePair = i > 0 && i < text.length() && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
      if (!insidePair) {
        assertThat(codePoints.at(i)).isEqualTo(text.codePointCount(0, i));
      }
    }
  }
}
