package dev.chipledger.job;

import dev.chipledger.table.UserMistake;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the dumps of a day lie: a path or glob with {yyyy}, {MM} and {dd} in it. */
record DayPattern(String text) {
  private static final Pattern PART = Pattern.compile("\\{(yyyy|MM|dd)}");

  /** @throws UserMistake if a part is missing: every day would get the same files */
  static DayPattern of(String text) {
    for (String part : new String[] {"{yyyy}", "{MM}", "{dd}"}) {
      if (!text.contains(part)) {
        throw new UserMistake("--input " + text + " has no " + part + ": a day's files are told by {yyyy}, {MM} and {dd}, as dumps/{yyyy}-{MM}-{dd}*");
      }
    }
    return new DayPattern(text);
  }

  /** The path or glob of one day. Other braces are the glob's own. */
  String on(LocalDate day) {
    return PART.matcher(text).replaceAll(part -> Matcher.quoteReplacement(switch (part.group(1)) {
      case "yyyy" -> String.format("%04d", day.getYear());
      case "MM" -> String.format("%02d", day.getMonthValue());
      default -> String.format("%02d", day.getDayOfMonth());
    }));
  }
}
