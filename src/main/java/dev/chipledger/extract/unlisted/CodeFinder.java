package dev.chipledger.extract.unlisted;

import dev.chipledger.extract.Hit;
import dev.chipledger.lexicon.Chip;
import dev.chipledger.lexicon.ChipModel;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.lexicon.Name;
import dev.chipledger.text.Folding;
import dev.chipledger.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds model codes that no pattern knows: behind their maker's name and before a word for chips, "Nvidia's N1X processor". */
final class CodeFinder {
  /** The code, behind a maker: capitals and digits, as "N1X", "MTT S80", "BR-104". At most two words may stand before the chip word. */
  private static final Pattern CODE = Pattern.compile(
      "\\G(?:['’]s)? (?:(?:new|next-generation|upcoming|latest|own|custom|in-house) ){0,2}"
          + "((?:[A-Z]{2,4} )?[A-Z]{1,4}-?\\d{1,4}[A-Z]{0,2})(?= (?:[A-Za-z-]+ ){0,2}$)");

  private final Set<String> makers = new HashSet<>();
  private final Lexicon lexicon;

  CodeFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
    lexicon.chips().stream().map(Chip::vendor).forEach(makers::add);
    lexicon.models().stream().map(ChipModel::vendor).forEach(makers::add);
  }

  /** @param hits of the sentence, in order */
  void add(String text, Span sentence, List<Hit> hits, int index, List<Hit> to) {
    for (int i = 0; i + 1 < hits.size(); i++) {
      Hit maker = hits.get(i);
      Hit word = hits.get(i + 1);
      if (!maker.isCompany() || !word.isChipWord() || !makers.contains(maker.entity()) || word.end() > sentence.end()) {
        continue;
      }
      Matcher code = CODE.matcher(text).region(maker.end(), word.start());
      if (code.find()) {
        String id = new String(Folding.fold(code.group(1))).replace(' ', '-').toLowerCase(Locale.ROOT);
        if (lexicon.chip(id) == null && lexicon.company(id) == null) {
          to.add(new Hit(Name.Kind.CHIP, id, maker.entity(), code.start(1), code.end(1), index, true));
        }
      }
    }
  }
}
