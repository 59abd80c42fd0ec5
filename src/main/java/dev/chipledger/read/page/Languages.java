package dev.chipledger.read.page;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells the language of a text. It errs towards English: news of chips is full of names and tables that look like any
 * language to a detector, and an English article that is called foreign is lost.
 */
public final class Languages {
  private static final int LOOKED_AT = 2_000;
  private static final int DETECTED_FROM = 6_000;
  /** Letters below which only English is told, by its small words. */
  private static final int ENOUGH_LETTERS = 200;
  private static final double SURE = 0.99;
  /** The share of words that are {@link #ENGLISH_WORDS}: running English has some 0.3, lists and tables 0.1. */
  private static final double PLAINLY_ENGLISH = 0.15;
  /** A text with more {@link #ONLY_ENGLISH} than this is not of another language. */
  private static final double HARDLY_ENGLISH = 0.03;
  private static final int DIFFERENT_WORDS = 4;

  /** Small words of English; a Danish text has some 0.07 of them, from words that look alike. */
  private static final Set<String> ENGLISH_WORDS = Set.of("the", "and", "to", "that", "for", "with", "by", "from",
      "this", "these", "those", "have", "has", "had", "are", "were", "been", "its", "their", "they", "which", "will",
      "would", "could", "should", "than", "more", "about", "into", "who", "what", "when", "where", "while", "it",
      "be", "at", "as", "an", "or", "not", "but", "you", "your", "our", "his", "said", "says", "after", "new", "year",
      "of", "is", "how", "can", "because");
  /** Those that no other language writes often. */
  private static final Set<String> ONLY_ENGLISH = Set.of("the", "and", "that", "with", "this", "which", "would",
      "their", "they", "said", "been", "from", "you", "your", "are", "its");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  /** Addresses, Markdown, names with digits or capitals inside: of no language. */
  private static final Pattern NO_WORDS = Pattern.compile(
      "https?://\\S+|www\\.\\S+|\\S+@\\S+|`[^`]*`|\\[|\\]\\([^)\\s]*\\)|"
      + "\\S*\\d\\S*|\\S*\\p{Ll}\\p{Lu}\\S*|\\p{Lu}{2,}\\S*|[*_#|>=~]+");
  private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

  private Languages() {}

  /** @return ISO 639-1, lower case; null if the text is too short or the detector is unsure */
  public static String of(String text) {
    String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
    if (share(start, ENGLISH_WORDS) >= PLAINLY_ENGLISH) {
      return "en";
    }
    String words = NO_WORDS.matcher(text.substring(0, Math.min(text.length(), DETECTED_FROM))).replaceAll(" ");
    if (words.codePoints().filter(Character::isLetter).count() < ENOUGH_LETTERS) {
      return null;
    }
    String detected = Detector.of(words);
    boolean english = share(start, ONLY_ENGLISH) > HARDLY_ENGLISH || share(words, ONLY_ENGLISH) > HARDLY_ENGLISH;
    return detected == null || detected.equals("en") || !english ? detected : null;
  }

  /** ISO 639-1 of a tag such as en-GB, zh_Hant or eng; null for null and for what is no language. */
  static String code(String tag) {
    if (tag == null) {
      return null;
    }
    String main = tag.strip().toLowerCase(Locale.ROOT).split("[-_,; ]", 2)[0];
    if (main.length() == 3) {
      return Stream.of(Locale.getISOLanguages())
          .filter(code -> new Locale(code).getISO3Language().equals(main)).findFirst().orElse(null);
    }
    String today = switch (main) { // withdrawn in 1989, still written
      case "iw" -> "he";
      case "in" -> "id";
      case "ji" -> "yi";
      default -> main;
    };
    return CODES.contains(today) ? today : null;
  }

  /** 0 where too few different small words are met. */
  private static double share(String text, Set<String> small) {
    int words = 0;
    int found = 0;
    Set<String> different = new HashSet<>();
    for (Matcher word = WORD.matcher(text); word.find(); ) {
      words++;
      String lower = word.group().toLowerCase(Locale.ROOT);
      if (small.contains(lower)) {
        found++;
        different.add(lower);
      }
    }
    return different.size() < DIFFERENT_WORDS ? 0 : (double) found / words;
  }

  /** Loaded when first needed: some seconds of reading and tens of megabytes, that English news need not. */
  private static final class Detector {
    private static final List<String> LANGUAGES = List.of("ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es",
        "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "nl", "no", "pl",
        "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tl", "tr", "uk", "ur", "vi", "zh-CN", "zh-TW");
    private static final LanguageDetector DETECTOR;

    static {
      try {
        List<LdLocale> locales = LANGUAGES.stream().map(LdLocale::fromString).toList();
        DETECTOR = LanguageDetectorBuilder.create(NgramExtractors.standard()).seed(0) // the same text, the same answer
            .withProfiles(new LanguageProfileReader().readBuiltIn(locales)).build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String of(String words) {
      List<DetectedLanguage> found = DETECTOR.getProbabilities(words);
      return found.isEmpty() || found.get(0).getProbability() < SURE ? null : found.get(0).getLocale().getLanguage();
    }
  }
}
