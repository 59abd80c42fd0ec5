package dev.chipledger.read;

/**
 * A record that could not be used, and why.
 *
 * @param file the input file's path as it was listed
 * @param position where the record starts in the uncompressed file, as a byte offset
 * @param reason a short fixed word for counting: bad_json, no_text, bad_date, …
 * @param detail what exactly was wrong, for a person; one line
 * @param firstBytes the first bytes of the record (at most 200), unprintable ones replaced
 */
public record Reject(String file, long position, String reason, String detail, String firstBytes)
    implements Outcome {}
