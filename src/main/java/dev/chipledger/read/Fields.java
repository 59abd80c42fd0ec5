package dev.chipledger.read;

import java.util.Set;

/** What a record holds, by column; a column inside another is named by its path: meta.source.name. */
public interface Fields {
  /** @return null if absent, null, or a list or object */
  String get(String column);

  /** Whether the column holds a list or an object. */
  boolean isStructure(String column);

  /** Every column the record has, in its order. */
  Set<String> names();
}
