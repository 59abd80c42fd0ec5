package dev.chipledger.read.page;

import java.time.Instant;

/**
 * What a web page says of itself. No field holds NULs or half surrogate pairs.
 *
 * @param canonicalUrl from rel=canonical, else og:url; null unless it is absolute http(s) and on the page's own site
 * @param title without the site's name; null if there is none
 * @param text the main text, paragraphs joined by line ends, without the title; never null, "" if none was found
 * @param published UTC; null where nothing tells it
 * @param publishedBasis json-ld, opengraph, meta, time, url or last-modified; null with published
 * @param publisher the site's name as the page writes it; null if it doesn't
 * @param language ISO 639-1, lower case: as detected from the text, else as the page claims; null if neither is known
 */
public record Page(
    String canonicalUrl,
    String title,
    String text,
    Instant published,
    String publishedBasis,
    String publisher,
    String language) {}
