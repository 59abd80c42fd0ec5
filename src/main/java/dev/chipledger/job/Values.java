package dev.chipledger.job;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values of options, read strictly. */
final class Values {
  private Values() {}

  /** yyyy-MM-dd. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      try {
        return LocalDate.parse(value);
      } catch (DateTimeException e) {
        throw new TypeConversionException("'" + value + "' is no day; write it as 2024-12-31");
      }
    }
  }

  /** 0 to 1. */
  static final class Share implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      try {
        double share = Double.parseDouble(value);
        if (share >= 0 && share <= 1) {
          return share;
        }
      } catch (NumberFormatException e) {
        // said below
      }
      throw new TypeConversionException("'" + value + "' is no number from 0 to 1");
    }
  }

  /**
   * How many rejects a load may have.
   *
   * @param share of the records, 0 to 1; 0 for a plain number
   * @param least as many at any rate
   */
  record MaxRejects(double share, long least) {
    static final MaxRejects DEFAULT = new MaxRejects(0.01, 10);

    boolean allows(long rejects, long records) {
      return rejects <= Math.max(least, (long) Math.floor(share * records));
    }
  }

  /** A number, or a percentage of the records. */
  static final class MaxRejectsReader implements ITypeConverter<MaxRejects> {
    @Override
    public MaxRejects convert(String value) {
      try {
        if (value.endsWith("%")) {
          double percent = Double.parseDouble(value.substring(0, value.length() - 1));
          if (percent >= 0 && percent <= 100) {
            return new MaxRejects(percent / 100, 0);
          }
        } else if (Long.parseLong(value) >= 0) {
          return new MaxRejects(0, Long.parseLong(value));
        }
      } catch (NumberFormatException e) {
        // said below
      }
      throw new TypeConversionException("'" + value + "' is neither a number nor a percentage; write 100 or 1%");
    }
  }
}
