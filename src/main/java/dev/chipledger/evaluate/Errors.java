package dev.chipledger.evaluate;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints what went wrong, grouped by kind of fault, each with its claim, rule and sentence. */
public final class Errors {
  private static final int SENTENCE_SHOWN = 300;

  private Errors() {}

  public static void print(List<Scorer.Fault> faults, PrintStream out) {
    Map<String, List<Scorer.Fault>> byKind = new TreeMap<>();
    for (Scorer.Fault fault : faults) {
      byKind.computeIfAbsent(fault.kind() + " " + fault.claim().anAction(), key -> new ArrayList<>()).add(fault);
    }
    byKind.forEach(
        (kind, some) -> {
          out.println("== " + kind + ": " + some.size());
          for (Scorer.Fault fault : some) {
            String sentence = fault.sentence().sentence();
            out.println(
                fault.sentence().id() + " " + claim(fault.claim()) + " | "
                    + (sentence.length() > SENTENCE_SHOWN ? sentence.substring(0, SENTENCE_SHOWN) + "…" : sentence));
          }
        });
  }

  private static String claim(Label c) {
    StringBuilder text = new StringBuilder();
    text.append(c.buyer()).append(' ').append(String.join("/", c.action())).append(' ').append(dash(c.vendor())).append(' ')
        .append(dash(c.chip())).append(' ').append(String.join("/", c.status()));
    append(text, "seller", c.seller());
    append(text, "rank", c.rank());
    append(text, "region", c.region());
    append(text, "quantity", c.quantity());
    append(text, "amount", c.amount());
    append(text, "mw", c.capacityMw());
    append(text, "when", c.eventDate());
    if (c.rule() != null) {
      text.append(String.format(java.util.Locale.ROOT, " [%s %.2f]", c.rule(), c.confidence()));
    }
    return text.toString();
  }

  private static String dash(String value) {
    return value == null ? "-" : value;
  }

  private static void append(StringBuilder text, String key, Object value) {
    if (value != null) {
      text.append(' ').append(key).append('=').append(value);
    }
  }
}
