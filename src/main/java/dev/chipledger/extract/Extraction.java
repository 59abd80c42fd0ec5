package dev.chipledger.extract;

import java.time.LocalDate;
import java.util.List;

/**
 * All that one article yields. Offsets count code points of the field (title or text) that they name.
 * Lists are in order of field (title first) and start; never null.
 */
public record Extraction(
    List<Mention> mentions, List<CoMention> coMentions, List<Sentence> sentences, List<Claim> claims) {

  /**
   * An entity named in an article.
   *
   * @param entityId company or chip id; for {@code kind} chip_word the word's own id ("chip", "gpu")
   * @param kind company, chip or chip_word
   * @param vendor for a chip: company id of its maker; null where several make it, and for what is no chip
   * @param provisional whether the lexicon did not list it
   * @param surface exactly the characters from start to end
   */
  public record Mention(String entityId, String kind, String vendor, boolean provisional, Field field, int start, int end, String surface) {}

  /**
   * A company and a chip named in one article at most two sentences apart; the closest such pair.
   *
   * @param chip null for a bare chip word
   * @param sentencesApart 0 when both stand in one sentence
   * @param tokensApart words between the two
   */
  public record CoMention(String company, String chip, int sentencesApart, int tokensApart) {}

  /**
   * A sentence that names a company and a chip or chip word.
   *
   * @param fingerprint equal for sentences of the same words, whatever their punctuation and case
   * @param entities the companies, chips and chip words inside, each once and sorted: "chip:h20", "chip_word:gpu", "company:nvidia",
   *     and "unlisted_company:firmus", "unlisted_chip:n1x" for provisional ones; without those that only a bullet's own headline names,
   *     where the sentence behind it says them once more
   * @param furniture why it is page furniture by its shape ("link_list"); null if it is none
   */
  public record Sentence(Field field, int start, int end, String text, String fingerprint, List<String> entities, String furniture) {}

  /**
   * A thing asserted in a sentence. Meanings and nulls: tables/claims.sql.
   *
   * @param start where the sentence starts
   * @param spans the characters behind each part (buyer, trigger, vendor, chip, rank, region …)
   */
  public record Claim(
      String buyer,
      String action,
      String vendor,
      String seller,
      String chip,
      String status,
      boolean restrictedTo,
      Integer rank,
      String region,
      Long quantity,
      Long quantityMax,
      Double amount,
      Double amountMax,
      String currency,
      Double capacityMw,
      LocalDate eventStart,
      LocalDate eventEnd,
      String eventPrecision,
      String source,
      boolean hedged,
      Field field,
      int start,
      int end,
      List<Part> spans,
      String rule,
      double confidence) {}

  /** The characters behind one part of a claim. */
  public record Part(String part, Field field, int start, int end) {}
}
