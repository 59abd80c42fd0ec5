package dev.chipledger.evaluate;

import java.util.List;

/**
 * A labelled sentence and what stands before it in its article.
 *
 * @param url key of its document; null if the file names none
 * @param date yyyy-MM-dd of the article; null if unknown
 * @param title null if unknown
 * @param before the text just before the sentence; empty if none
 */
public record GoldSentence(
    String id, String kind, String url, String date, String title, String before, String sentence, List<Label> claims) {}
