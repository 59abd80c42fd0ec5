package dev.chipledger.extract;

import dev.chipledger.text.Span;
import java.time.LocalDate;

/**
 * One of the stories that a stored article holds, from its source's or headline's line to where the next one starts.
 *
 * @param span UTF-16
 * @param headline the story's own; null where the article's title stands for it
 * @param published the day that the story itself gives; null where the article's counts
 */
record Story(Span span, String headline, LocalDate published) {}
