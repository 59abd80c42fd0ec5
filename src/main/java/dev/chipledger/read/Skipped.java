package dev.chipledger.read;

/**
 * A record passed over on purpose: a blank line.
 *
 * @param position where it starts in the uncompressed file, as a byte offset
 */
public record Skipped(long position) implements Outcome {}
