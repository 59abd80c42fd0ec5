package dev.chipledger.read;

/** What became of one record: every record of a file ends as exactly one of these. */
public sealed interface Outcome permits Article, Reject, Skipped {}
