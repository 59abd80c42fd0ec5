package dev.chipledger.read;

/**
 * A record passed over on purpose.
 *
 * @param reason a short fixed word for counting: blank_line, request, revisit, not_html, http_404, …
 */
public record Skipped(String reason) implements Outcome {}
