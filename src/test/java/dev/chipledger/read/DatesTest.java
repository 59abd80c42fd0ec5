package dev.chipledger.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource({
    "2024-12-12T10:00:00Z, 2024-12-12T10:00:00Z",
    "2024-12-12T10:00:00.5+02:00, 2024-12-12T08:00:00.500Z",
    "2024-12-12T10:00:00-0500, 2024-12-12T15:00:00Z",
    "2024-12-12T10:00, 2024-12-12T10:00:00Z",
    "2017-05-09 08:50:32, 2017-05-09T08:50:32Z",
    "2017-05-09 23:15:45+00:00, 2017-05-09T23:15:45Z",
    "2017-05-09 23:15:45 UTC, 2017-05-09T23:15:45Z",
    "2026-02-20, 2026-02-20T00:00:00Z",
    "1733997600, 2024-12-12T10:00:00Z",
    "1733997600.25, 2024-12-12T10:00:00.250Z",
    "1733997600000, 2024-12-12T10:00:00Z",
    "'Thu, 12 Dec 2024 10:00:00 GMT', 2024-12-12T10:00:00Z",
    "'thu, 12 Dec 2024 10:00:00 +0100', 2024-12-12T09:00:00Z",
    "' 2026-02-20 ', 2026-02-20T00:00:00Z",
  })
  void read(String written, Instant instant) {
    assertThat(Dates.parse(written)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2013", "2024-13-01", "2024-02-30", "12/12/2024", "2024-12-12T25:00:00Z", "20241212",
      "99999999999999999", "+12024-01-01", "0000-01-01", "2024-12-12 and more", "NaN"})
  void not_read(String written) {
    assertThat(Dates.parse(written)).isEmpty();
  }
}
