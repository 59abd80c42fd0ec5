package dev.chipledger.read.record;

import dev.chipledger.read.Fields;
import dev.chipledger.read.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** A Parquet row's values as text: times in ISO form, numbers and words as they are. */
final class GroupFields implements Fields {
  private static final int DEEPEST_PATH = 8;
  private static final long EPOCH_JULIAN_DAY = 2_440_588;
  private static final int SHOWN = 200;

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> structures = new java.util.HashSet<>();
  private boolean tooLong;

  private GroupFields() {}

  static GroupFields of(Group group) {
    GroupFields fields = new GroupFields();
    fields.take(group, "", 1);
    return fields;
  }

  private void take(Group group, String path, int depth) {
    for (int i = 0; i < group.getType().getFieldCount(); i++) {
      Type type = group.getType().getType(i);
      String name = path + type.getName();
      int count = group.getFieldRepetitionCount(i);
      values.put(name, null);
      if (count == 0) {
        continue;
      }
      if (type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED)) {
        boolean bytes = type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
        if (bytes && group.getBinary(i, 0).length() > Limits.RECORD) {
          tooLong = true;
        } else {
          values.put(name, text(group, i, type));
        }
      } else {
        structures.add(name);
        if (!type.isPrimitive() && count == 1 && depth < DEEPEST_PATH) {
          take(group.getGroup(i, 0), name + ".", depth + 1);
        }
      }
    }
  }

  private static String text(Group group, int column, Type type) {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    PrimitiveTypeName stored = type.asPrimitiveType().getPrimitiveTypeName();
    if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
      long value = group.getLong(column, 0);
      return Instant.EPOCH.plus(value, switch (timestamp.getUnit()) {
        case MILLIS -> ChronoUnit.MILLIS;
        case MICROS -> ChronoUnit.MICROS;
        case NANOS -> ChronoUnit.NANOS;
      }).toString();
    }
    if (meaning instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(group.getInteger(column, 0)).toString();
    }
    return switch (stored) {
      case INT96 -> {
        NanoTime time = NanoTime.fromBinary(group.getInt96(column, 0));
        yield LocalDate.ofEpochDay(time.getJulianDay() - EPOCH_JULIAN_DAY).atTime(LocalTime.ofNanoOfDay(time.getTimeOfDayNanos()))
            .toInstant(ZoneOffset.UTC).toString();
      }
      case BINARY, FIXED_LEN_BYTE_ARRAY -> group.getBinary(column, 0).toStringUsingUTF8();
      default -> group.getValueToString(column, 0);
    };
  }

  @Override
  public String get(String column) {
    return values.get(column);
  }

  @Override
  public boolean isStructure(String column) {
    return structures.contains(column);
  }

  @Override
  public Set<String> names() {
    return values.keySet();
  }

  /** Whether one of the values is longer than a record may be; it is then left out. */
  boolean isTooLong() {
    return tooLong;
  }

  /** The row's beginning as a reject shows it. */
  byte[] start() {
    StringBuilder shown = new StringBuilder();
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (shown.length() < SHOWN && value.getValue() != null) {
        shown.append(value.getKey()).append('=').append(value.getValue(), 0, Math.min(SHOWN, value.getValue().length())).append(' ');
      }
    }
    return shown.toString().getBytes(StandardCharsets.UTF_8);
  }
}
