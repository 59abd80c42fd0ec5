package dev.chipledger.read;

import java.time.Instant;
import java.util.List;

/**
 * One article as a dump holds it, before any reading of its sentences.
 *
 * @param articleId hash of the canonical URL, or of title and text where there is no URL; never null
 * @param file the input file's path as it was listed; never null
 * @param position where the record starts in the uncompressed file, as a byte offset
 * @param publishedAt UTC; null where the record names no date
 * @param publishedBasis where the date came from ("field"); null with publishedAt
 * @param url as written in the record; null if absent
 * @param publisher as written, else the URL's host without "www."; null if neither is there
 * @param language ISO 639-1 code as written; null if absent (read as English)
 * @param title null if absent
 * @param text never null or blank
 * @param contentHash hash of title and text, equal for equal words at two addresses
 * @param flags what is odd about the record, though it is kept ("future_date", …); never null
 */
public record Article(
    String articleId,
    String file,
    long position,
    Instant publishedAt,
    String publishedBasis,
    String url,
    String publisher,
    String language,
    String title,
    String text,
    String contentHash,
    List<String> flags)
    implements Outcome {}
