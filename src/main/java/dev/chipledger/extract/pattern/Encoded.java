package dev.chipledger.extract.pattern;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Reference;
import dev.chipledger.lexicon.Name;
import dev.chipledger.text.Folding;
import dev.chipledger.text.Span;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A sentence as patterns match it: folded text in which every entity and reference is a single sign of a private block,
 * and tickers, legal forms and quotation marks are gone. So "ByteDance Ltd. (NYSE: X)" is one sign, whatever its name.
 */
final class Encoded {
  static final char COMPANY = '\uE000';
  static final char CHIP = '\uE400';
  static final char CHIP_WORD = '\uE800';
  static final char REGION = '\uEC00';
  static final char REFERENCE = '\uF000';
  private static final int BLOCK = 0x400;

  private static final Pattern LEGAL_FORM =
      Pattern.compile("\\G,?\\s+(?:Corporation|Corp|Inc|Ltd|Limited|LLC|PLC|plc|Co|Company|Holdings|Holding|Group|Technologies|AG|SE|NV|N\\.V|S\\.A)\\b\\.?");
  private static final Pattern TICKER =
      Pattern.compile("\\G\\s*\\((?:(?:NYSE|NASDAQ|Nasdaq|NasdaqGS|OTC|OTCMKTS|LSE|TSE|HKEX|HKG|TYO|KRX|KS|SHA|SHE|TPE|TWSE)[^)]{0,40}|\\$?[A-Z0-9.]{1,8})\\)");

  private final String signs;
  private final int[] starts;
  private final int[] ends;
  private final Passage passage;

  private Encoded(String signs, int[] starts, int[] ends, Passage passage) {
    this.signs = signs;
    this.starts = starts;
    this.ends = ends;
    this.passage = passage;
  }

  static Encoded of(Passage passage) {
    String text = passage.text();
    int end = passage.sentence().end();
    StringBuilder signs = new StringBuilder();
    int[] starts = new int[passage.sentence().length() + 1];
    int[] ends = new int[passage.sentence().length() + 1];
    int i = passage.sentence().start();
    int hit = 0;
    int reference = 0;
    while (i < end) {
      while (hit < passage.hits().size() && passage.hits().get(hit).start() < i) {
        hit++;
      }
      while (reference < passage.references().size() && passage.references().get(reference).start() < i) {
        reference++;
      }
      int from = i;
      char sign;
      if (hit < passage.hits().size() && passage.hits().get(hit).start() == i && hit < BLOCK) {
        Hit one = passage.hits().get(hit);
        sign = (char) (block(one.kind()) + hit);
        i = one.end();
        if (one.isCompany()) {
          i = skip(LEGAL_FORM, text, i, end);
          i = skip(TICKER, text, i, end);
          i = skip(TICKER, text, i, end);
        } else if (i < end && text.charAt(i) == 's') {
          i++;
        }
      } else if (reference < passage.references().size() && passage.references().get(reference).start() == i && reference < BLOCK) {
        sign = (char) (REFERENCE + reference);
        i = passage.references().get(reference).end();
      } else {
        sign = Folding.fold(text.charAt(i));
        i++;
        boolean doubled = sign == ' ' && signs.length() > 0 && signs.charAt(signs.length() - 1) == ' ';
        if (sign == '"' || doubled) {
          continue;
        }
      }
      starts[signs.length()] = from;
      ends[signs.length()] = i;
      signs.append(sign);
    }
    return new Encoded(signs.toString(), Arrays.copyOf(starts, signs.length()), Arrays.copyOf(ends, signs.length()), passage);
  }

  private static int skip(Pattern pattern, String text, int at, int end) {
    var match = pattern.matcher(text).region(at, end).useTransparentBounds(true);
    return match.find() ? match.end() : at;
  }

  private static char block(Name.Kind kind) {
    return switch (kind) {
      case COMPANY, BRAND, DESCRIPTION -> COMPANY;
      case CHIP -> CHIP;
      case CHIP_WORD -> CHIP_WORD;
      case REGION -> REGION;
    };
  }

  /** What patterns run over. */
  String signs() {
    return signs;
  }

  /** The text's characters behind a stretch of signs; an empty stretch is empty at its place. */
  Span span(int from, int to) {
    if (from >= to) {
      int at = from < starts.length ? starts[from] : passage.sentence().end();
      return new Span(at, at);
    }
    return new Span(starts[from], ends[to - 1]);
  }

  /** The entity that a sign stands for; null if it is no entity's sign. */
  Hit hit(int at) {
    char sign = signs.charAt(at);
    return sign >= COMPANY && sign < REFERENCE ? passage.hits().get((sign - COMPANY) % BLOCK) : null;
  }

  /** The reference that a sign stands for; null if it is none. */
  Reference reference(int at) {
    char sign = signs.charAt(at);
    return sign >= REFERENCE && sign < REFERENCE + BLOCK ? passage.references().get(sign - REFERENCE) : null;
  }
}
