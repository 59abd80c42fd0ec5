package dev.chipledger.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a tab-separated file with a header line, where lines that start with # are comments. */
final class TsvRows {
  /** One row: cells by column name, and where it stands, for messages. */
  record Row(String place, Map<String, String> cells) {
    /** The cell's value, or null where it is empty or the column is absent. */
    String get(String column) {
      String value = cells.get(column);
      return value == null || value.isBlank() ? null : value.strip();
    }

    /** @throws LexiconException where the cell is empty */
    String need(String column) {
      String value = get(column);
      if (value == null) {
        throw new LexiconException(place + ": " + column + " is empty");
      }
      return value;
    }

    /** The cell's values, parted by |; empty list where there are none. */
    List<String> list(String column) {
      String value = get(column);
      return value == null
          ? List.of()
          : Arrays.stream(value.split("\\|")).map(String::strip).filter(s -> !s.isEmpty()).distinct().toList();
    }
  }

  private TsvRows() {}

  /**
   * @param file name for messages
   * @param texts contents, one after the other; each with a header of its own
   * @param columns columns that each header must hold
   * @throws LexiconException for a missing column or a row with more cells than the header
   */
  static List<Row> of(String file, List<String> texts, String... columns) {
    List<Row> rows = new ArrayList<>();
    for (String text : texts) {
      String[] header = null;
      int number = 0;
      for (String line : text.split("\r?\n")) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        String place = file + " line " + number;
        if (header == null) {
          header = cells;
          for (String column : columns) {
            if (!Arrays.asList(header).contains(column)) {
              throw new LexiconException(place + ": the header lacks the column " + column);
            }
          }
          continue;
        }
        if (cells.length > header.length) {
          throw new LexiconException(place + ": " + cells.length + " cells, but " + header.length + " columns");
        }
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
          byName.put(header[i], cells[i]);
        }
        rows.add(new Row(place, byName));
      }
    }
    return rows;
  }
}
