package dev.chipledger.read;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which column of a record holds which field of an article. */
public final class FieldMap implements Serializable {
  /** The fields; a record's column has the same name unless mapped. */
  public static final List<String> FIELDS = List.of("url", "title", "text", "published", "publisher", "language");

  /** Mappings of known dumps, by name. */
  private static final Map<String, List<String>> KNOWN = Map.of("news-please", List.of(
      "text=maintext", "published=date_publish", "publisher=source_domain"));

  private final Map<String, String> mapped;

  private FieldMap(Map<String, String> mapped) {
    this.mapped = mapped;
  }

  /** Every field from the column of its name. */
  public static FieldMap none() {
    return new FieldMap(Map.of());
  }

  /**
   * @param pairs field=column each, as in text=maintext or text=article.body, or a known dump's name; what is named
   *     one by one goes before what the dump's name stands for
   * @throws IllegalArgumentException with a message for the user
   */
  public static FieldMap of(Collection<String> pairs) {
    Map<String, String> mapped = new LinkedHashMap<>();
    Map<String, String> known = new LinkedHashMap<>();
    for (String pair : pairs) {
      if (KNOWN.containsKey(pair.trim())) {
        KNOWN.get(pair.trim()).forEach(one -> known.put(one.split("=")[0], one.split("=")[1]));
        continue;
      }
      int equals = pair.indexOf('=');
      String field = equals < 0 ? pair.trim() : pair.substring(0, equals).trim();
      String column = equals < 0 ? "" : pair.substring(equals + 1).trim();
      if (column.isEmpty()) {
        throw new IllegalArgumentException("bad mapping '" + pair + "': write field=column, as in text=maintext, or " + String.join(", ", KNOWN.keySet()));
      }
      if (!FIELDS.contains(field)) {
        throw new IllegalArgumentException(
            "bad mapping '" + pair + "': no field " + field + "; fields are " + String.join(", ", FIELDS));
      }
      if (mapped.putIfAbsent(field, column) != null) {
        throw new IllegalArgumentException("bad mapping '" + pair + "': " + field + " is mapped twice");
      }
    }
    known.forEach(mapped::putIfAbsent);
    return new FieldMap(mapped);
  }

  String column(String field) {
    return mapped.getOrDefault(field, field);
  }

  /**
   * What is wrong with this mapping for records of these columns.
   *
   * @param columns every column that a sample of records has
   * @return empty if nothing; messages for the user
   */
  public List<String> complaints(Collection<String> columns) {
    List<String> complaints = new ArrayList<>();
    String there = "; columns there: " + String.join(", ", columns);
    mapped.forEach((field, column) -> {
      if (!columns.contains(column)) {
        complaints.add("bad mapping " + field + "=" + column + ": no record has a column " + column + there);
      }
    });
    if (!mapped.containsKey("text") && !columns.contains("text")) {
      complaints.add("no record has a column text: name the one that holds it, as in --map text=maintext" + there);
    }
    return complaints;
  }
}
