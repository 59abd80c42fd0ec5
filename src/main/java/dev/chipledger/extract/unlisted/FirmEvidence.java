package dev.chipledger.extract.unlisted;

import dev.chipledger.extract.Hit;
import dev.chipledger.extract.unlisted.NameSentence.Run;
import dev.chipledger.lexicon.Name;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a sentence shows a name to be a firm's, or a person's. Every kind of evidence is by itself right far more often than
 * not; what is merely likely is none.
 */
final class FirmEvidence {
  private static final Pattern TICKER =
      Pattern.compile(
          "\\s*\\((?:NYSE|NASDAQ|Nasdaq|NasdaqGS|AMEX|OTC|OTCMKTS|OTCQB|OTCQX|LSE|LON|AIM|TSE|TYO|TSX|TSXV|CSE|ASX|HKEX|HKG|KRX|KOSDAQ"
              + "|SHA|SHE|SSE|SZSE|TPE|TWSE|TPEX|NSE|BSE|FRA|ETR|EPA|STO|SGX)\\s*:\\s*[A-Z0-9.]{1,10}\\b");
  /** "NCPs": what one calls a kind of firms. */
  private static final Pattern ABBREVIATION = Pattern.compile("[\\p{Lu}\\p{N}]+s?");
  private static final Pattern RAISED =
      Pattern.compile(" (?:(?:has|have|had|recently|just|also) ){0,2}(?:raised|raises) (?:(?:a|about|another|some|over|nearly|more than) )?(?:US)?[$€£¥]");
  private static final Pattern LIST_GAP = Pattern.compile("\\s*(?:,|,?\\s*\\band\\b|,?\\s*\\bor\\b|,?\\s*\\bas well as\\b|,?\\s*&)\\s*");

  /** Words that may describe a firm behind its name: "an Australian operator of …" is cut at "of". */
  private static final int DESCRIPTION = 8;
  /** Words between a verb and its chips: "ordered a first batch of 10,000 liquid-cooled". */
  private static final int OBJECT = 10;
  private static final int MODALS = 5;
  /** Listed companies that make a list one of companies. */
  private static final int LISTED = 2;
  /** Items of a list from which its first one is hardly a phrase. */
  private static final int PHRASE = 3;

  private final FirmWords lists;

  FirmEvidence(FirmWords lists) {
    this.lists = lists;
  }

  /** Whether the name is known to be a firm's wherever the article writes it. */
  boolean isFirm(Run run) {
    if (isGeneric(run) || isPerson(run)) {
      return false;
    }
    if (hasLegalForm(run) || hasTicker(run) || hasTradeWord(run)) {
      return true;
    }
    // A headline's capitals tell nothing, nor does that of an everyday word at the start of a sentence.
    boolean opens = run.first() == 0 && run.size() == 1 && lists.isCommon(run.word(0).text());
    return !run.sentence().headline && (isDescribed(run) || !opens && isShownByItsPlace(run));
  }

  private boolean isShownByItsPlace(Run run) {
    return isCalledFirm(run) || isBasedSomewhere(run) || isOwned(run) || isOneOfFirms(run) || raisedMoney(run) || hasOfficer(run)
        || isListedAmongFirms(run) || getsChips(run);
  }

  /** "AI", "Cloud": what only goes with a name. */
  private boolean isGeneric(Run run) {
    return run.size() == 1 && (lists.is("tail", run.word(0).folded()) || lists.is("trade", run.word(0).text()));
  }

  /** Whether it is a person's: known by a given name, a title or an office. */
  boolean isPerson(Run run) {
    List<Word> words = run.sentence().words;
    if (run.size() > 1 && lists.is("given", run.word(0).folded()) && !hasLegalForm(run)) {
      return true;
    }
    if (run.first() > 0 && run.sentence().areJoined(run.first() - 1, run.first()) && lists.is("title", words.get(run.first() - 1).folded())) {
      return true;
    }
    if (run.after() + 1 < words.size() && words.get(run.after()).text().equals(",")) {
      int next = run.after() + 1;
      while (next + 1 < words.size() && next < run.after() + 4 && (is(words.get(next), "a", "an", "the") || lists.is("split", words.get(next).folded())
          && !lists.is("title", words.get(next).folded()) && !lists.is("firm", words.get(next).folded()))) {
        next++;
      }
      Word word = words.get(next);
      return lists.is("title", word.folded()) || word.folded().equals("chief") || word.folded().equals("head") && next > run.after() + 1;
    }
    return false;
  }

  private static boolean is(Word word, String... any) {
    return List.of(any).contains(word.folded());
  }

  private boolean hasLegalForm(Run run) {
    NameSentence sentence = run.sentence();
    int i = run.after();
    if (run.lastWord().owns()) {
      return false;
    }
    if (i + 1 < sentence.words.size() && sentence.words.get(i).text().equals(",")) {
      i++;
    }
    if (i >= sentence.words.size() || !lists.is("legal", sentence.words.get(i).text()) || sentence.words.get(i).hit() == Word.Listed.COMPANY) {
      return false;
    }
    if (sentence.words.get(i).folded().equals("company") && !hasUncommonWord(run, run.size())) {
      return false; // "a Special Purpose Acquisition Company"
    }
    // "Limited Edition", "Company Store".
    return i + 1 >= sentence.words.size() || !sentence.areJoined(i, i + 1) || !Character.isUpperCase(sentence.words.get(i + 1).text().charAt(0));
  }

  private boolean hasTicker(Run run) {
    int end = run.lastWord().end();
    return TICKER.matcher(run.sentence().text).region(end, run.sentence().text.length()).lookingAt();
  }

  private boolean hasTradeWord(Run run) {
    return run.size() > 1 && lists.is("trade", run.lastWord().text()) && hasUncommonWord(run, run.size() - 1);
  }

  private boolean hasUncommonWord(Run run, int size) {
    for (int i = 0; i < size; i++) {
      if (!lists.isCommon(run.word(i).text())) {
        return true;
      }
    }
    return false;
  }

  /** "startup Firmus", but not "the startup Altman runs". */
  private boolean isCalledFirm(Run run) {
    NameSentence sentence = run.sentence();
    int before = run.first() - 1;
    if (before > 0 && is(sentence.words.get(before), "called", "named") && sentence.areJoined(before - 1, before)) {
      return lists.is("firm", sentence.words.get(before - 1).text());
    }
    if (before < 0 || !sentence.areJoined(before, run.first()) || sentence.words.get(before).owns()
        || !lists.is("firm", before == 0 ? sentence.words.get(before).folded() : sentence.words.get(before).text())) {
      return false;
    }
    return run.after() >= sentence.words.size() || !sentence.areJoined(run.after() - 1, run.after())
        || !lists.is("founded", sentence.words.get(run.after()).folded());
  }

  /** "Perth-based Firmus". */
  private boolean isBasedSomewhere(Run run) {
    List<Word> words = run.sentence().words;
    int based = run.first() - 1;
    if (based < 0 || !run.sentence().areJoined(based, run.first()) || !words.get(based).folded().endsWith("based")) {
      return false;
    }
    Word place = words.get(based).folded().equals("based") && based > 1 && words.get(based - 1).isSign() ? words.get(based - 2) : words.get(based);
    return run.sentence().hits.stream().anyMatch(h -> h.kind() == Name.Kind.REGION && h.start() <= place.start() && place.start() < h.end());
  }

  /** "the acquisition of Firmus", "a stake in Firmus". */
  private boolean isOwned(Run run) {
    List<Word> words = run.sentence().words;
    int before = run.first() - 1;
    return before > 0 && lists.is("owned", words.get(before - 1).folded() + " " + words.get(before).folded()) && hasUncommonWord(run, run.size());
  }

  /** "Firmus, an Australian cloud provider", "Firmus is a start-up". */
  private boolean isDescribed(Run run) {
    List<Word> words = run.sentence().words;
    int i = run.after();
    if (i >= words.size() || run.lastWord().owns()) {
      return false;
    }
    boolean copula = is(words.get(i), "is", "was");
    if (!copula && !words.get(i).text().equals(",")) {
      return false;
    }
    i++;
    if (i < words.size() && !copula && is(words.get(i), "which") && i + 1 < words.size() && is(words.get(i + 1), "is")) {
      i += 2;
    }
    if (i < words.size() && is(words.get(i), "one") && i + 2 < words.size() && is(words.get(i + 1), "of")) {
      return false; // "one of the company's"; a plural noun, too loose to tell
    }
    if (i >= words.size() || !is(words.get(i), "a", "an") && (copula || !is(words.get(i), "the"))) {
      return false;
    }
    boolean definite = is(words.get(i), "the");
    int from = ++i;
    for (; i < words.size() && i < from + DESCRIPTION; i++) {
      Word word = words.get(i);
      boolean owner = word.owns() && word.hit() != Word.Listed.OTHER;
      if (word.isSign() && !is(word, "$", "/") || lists.is("breaks", word.folded()) || owner) {
        return false;
      }
      if ((lists.is("firm", word.folded()) || lists.is("behind", word.folded())) && !word.owns()) {
        boolean ends = i + 1 >= words.size() || words.get(i + 1).isSign();
        boolean goesOn = !ends && lists.is("after", words.get(i + 1).folded());
        if (ends || goesOn) {
          return definite ? i > from && (ends || is(words.get(i + 1), "that", "which", "behind", "backed", "founded")) : true;
        }
      }
    }
    return false;
  }

  /** "Firmus is among the first companies to …". */
  private boolean isOneOfFirms(Run run) {
    List<Word> words = run.sentence().words;
    int i = run.after();
    if (i + 2 >= words.size() || run.lastWord().owns() || !is(words.get(i), "is", "was", "became")
        || !is(words.get(i + 1), "among") && !(is(words.get(i + 1), "one") && is(words.get(i + 2), "of"))) {
      return false;
    }
    for (int k = i + 2; k < words.size() && k < i + DESCRIPTION; k++) {
      if (lists.is("firms", words.get(k).folded())) {
        return !words.get(k).owns();
      }
      if (words.get(k).isSign() || words.get(k).owns()) {
        return false;
      }
    }
    return false;
  }

  /** "Firmus has raised $330 million"; not "… and Reid Hoffman raised $1.3 billion", where another name opens the sentence. */
  private boolean raisedMoney(Run run) {
    boolean second = run.first() > 0 && is(run.sentence().words.get(run.first() - 1), "and");
    String text = run.sentence().text;
    return !second && !run.lastWord().owns() && RAISED.matcher(text).region(run.lastWord().end(), text.length()).lookingAt();
  }

  /** "Firmus CEO", "chief executive of Firmus". */
  private boolean hasOfficer(Run run) {
    NameSentence sentence = run.sentence();
    List<Word> words = sentence.words;
    int after = run.after();
    if (after < words.size() && (run.lastWord().owns() || sentence.areJoined(after - 1, after)) && lists.is("officer", words.get(after).folded())) {
      return true;
    }
    int of = run.first() - 1;
    if (of < 1 || run.lastWord().owns() || !is(words.get(of), "of", "at", "for")) {
      return false;
    }
    StringBuilder led = new StringBuilder();
    for (int i = of - 1; i >= 0 && i >= of - 4; i--) {
      led.insert(0, led.length() == 0 ? words.get(i).folded() : words.get(i).folded() + " ");
      if (lists.is("led", led.toString()) && is(words.get(of), "of", "at") || lists.is("led", led + " for")) {
        return true;
      }
    }
    return false;
  }

  /** An item of a list with two listed companies, or of what "startups such as" leads. */
  private boolean isListedAmongFirms(Run run) {
    NameSentence sentence = run.sentence();
    if (sentence.headline || !hasPlainEnds(run)) {
      return false;
    }
    int listed = 0;
    int items = 1;
    int start = sentence.words.get(run.first()).start();
    for (int[] item = itemBefore(sentence, start); item != null; item = itemBefore(sentence, start), items++) {
      start = item[0];
      listed += item[1];
    }
    int before = items;
    for (int[] item = itemAfter(sentence, run.lastWord().end()); item != null; item = itemAfter(sentence, item[0]), items++) {
      listed += item[1];
    }
    // "At Computex, Nvidia and TSMC said": a phrase in front is not the list's first item.
    boolean inside = before > 1 || items > PHRASE && (run.first() == 0 || !lists.is("phrase", sentence.words.get(run.first() - 1).folded()));
    return inside && listed >= LISTED || (items > 1 || hasUncommonWord(run, run.size())) && isLedByFirms(sentence, start);
  }

  private static boolean hasPlainEnds(Run run) {
    List<Word> words = run.sentence().words;
    return !run.lastWord().owns() && (run.after() == words.size() || !words.get(run.after()).text().equals("-"));
  }

  /** Start of the item just before an offset, and 1 if it is a listed company; null if there is none. */
  private static int[] itemBefore(NameSentence sentence, int at) {
    for (Hit hit : sentence.hits) {
      if (hit.isCompany() && hit.end() <= at && isGap(sentence.text, hit.end(), at)) {
        return new int[] {hit.start(), hit.kind() == Name.Kind.COMPANY ? 1 : 0};
      }
    }
    for (Run run : sentence.runs) {
      if (run.lastWord().end() <= at && isGap(sentence.text, run.lastWord().end(), at)) {
        return new int[] {run.word(0).start(), 0};
      }
    }
    return null;
  }

  private static int[] itemAfter(NameSentence sentence, int at) {
    for (Hit hit : sentence.hits) {
      if (hit.isCompany() && hit.start() >= at && isGap(sentence.text, at, hit.start())) {
        return new int[] {hit.end(), hit.kind() == Name.Kind.COMPANY ? 1 : 0};
      }
    }
    for (Run run : sentence.runs) {
      if (run.word(0).start() >= at && isGap(sentence.text, at, run.word(0).start())) {
        return new int[] {run.lastWord().end(), 0};
      }
    }
    return null;
  }

  private static boolean isGap(String text, int from, int to) {
    return to > from && to - from < 16 && LIST_GAP.matcher(text).region(from, to).matches();
  }

  private boolean isLedByFirms(NameSentence sentence, int start) {
    List<Word> words = sentence.words;
    int i = 0;
    while (i < words.size() && words.get(i).start() < start) {
      i++;
    }
    i--;
    if (i >= 1 && lists.is("such", words.get(i - 1).folded() + " " + words.get(i).folded())) {
      i -= 2;
    } else if (i >= 0 && lists.is("such", words.get(i).folded())) {
      i--;
    }
    if (i >= 0 && words.get(i).text().equals(",")) {
      i--;
    }
    return i >= 0 && lists.is("firms", words.get(i).folded()) && !words.get(i).owns();
  }

  /** "Firmus will install 18,500 GB300s", "sold 5,000 chips to Firmus": what only firms do, told of a name that is no everyday word. */
  private boolean getsChips(Run run) {
    NameSentence sentence = run.sentence();
    boolean uncommon = run.size() == 1 ? !lists.isCommon(run.word(0).text())
        : lists.is("tail", run.lastWord().folded()) && hasUncommonWord(run, run.size() - 1);
    if (!uncommon || sentence.headline || ABBREVIATION.matcher(run.word(0).text()).matches()) {
      return false;
    }
    return ordersChips(run) || isGivenChips(run);
  }

  private boolean ordersChips(Run run) {
    List<Word> words = run.sentence().words;
    int i = run.after();
    if (run.lastWord().owns()) {
      return false;
    }
    while (i < words.size() && i < run.after() + MODALS && lists.is("modal", words.get(i).folded())) {
      i++;
    }
    boolean plan = i - run.after() > 1 && lists.is("plan", words.get(i - 2).folded()) && is(words.get(i - 1), "to");
    if (i >= words.size() || !lists.is("verb", words.get(i).folded()) && !(plan && lists.is("use", words.get(i).folded()))) {
      return false;
    }
    for (int end = Math.min(words.size(), i + OBJECT), k = i + 1; k < end; k++) {
      Word word = words.get(k);
      if (word.hit() == Word.Listed.CHIP || word.hit() == Word.Listed.OTHER && isChipWord(run.sentence(), word)) {
        return true;
      }
      if (word.isSign() && !word.text().equals("$") || is(word, "that", "which", "who", "because", "while", "from", "to")) {
        return false;
      }
    }
    return false;
  }

  private boolean isGivenChips(Run run) {
    List<Word> words = run.sentence().words;
    int to = run.first() - 1;
    if (to < 2 || !is(words.get(to), "to")) {
      return false;
    }
    boolean chip = false;
    for (int k = to - 1; k >= 0 && k > to - OBJECT; k--) {
      Word word = words.get(k);
      if (chip && lists.is("gave", word.folded())) {
        return true;
      }
      chip |= word.hit() == Word.Listed.CHIP || word.hit() == Word.Listed.OTHER && isChipWord(run.sentence(), word);
      if (word.isSign() && !word.text().equals("$") || is(word, "that", "which", "who", "because", "while")) {
        return false;
      }
    }
    return false;
  }

  private static boolean isChipWord(NameSentence sentence, Word word) {
    return sentence.hits.stream().anyMatch(h -> h.isChipWord() && h.start() <= word.start() && word.start() < h.end());
  }
}
