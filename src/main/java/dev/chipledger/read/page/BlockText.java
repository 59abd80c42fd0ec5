package dev.chipledger.read.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Writes elements as lines of text, one a block, without lines that are links, numbers or the title. */
final class BlockText implements NodeVisitor {
  private static final Set<String> BLOCKS = Set.of("address", "article", "aside", "blockquote", "body", "center",
      "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
      "h6", "header", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
      "tfoot", "thead", "tr", "ul", "caption");
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "h3", "li");
  /** The share of a line's letters in links from which on it is no text but a menu, a teaser, a "read more". */
  private static final double LINKED = 0.6;

  private static final int LONGEST_TITLE = 1_000;
  /** Letters of a line that is prose without a full stop: not every language has one. */
  private static final int LONG = 80;

  /** "By Ann Lee", "Posted 3 May 2024", "Photo: Lee", with nothing more in the line. */
  private static final Pattern BYLINE = Pattern.compile("[Bb]y(?: \\p{Lu}\\S+){1,4}"
      + "|(?:Photo|Image|Credit)s?: [^.!?]{0,60}"
      + "|(?i:by|posted|published|(?:last )?updated|last modified)\\b[^.!?]{0,50}"
      + "(?:\\b(?:19|20)\\d\\d|\\d:\\d\\d)[^.!?]{0,12}");

  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final boolean paragraphsOnly;
  private int linked;
  private int inLink;
  private int inParagraph;
  private int inPre;
  private int inHeading;

  private record Line(String text, boolean heading) {}

  private BlockText(boolean paragraphsOnly) {
    this.paragraphsOnly = paragraphsOnly;
  }

  /** @param title left out where a line repeats it; null if unknown */
  static String of(Element root, String title) {
    return write(root, title, false);
  }

  /** Only what stands in p, h1 to h3 and li. */
  static String ofParagraphs(Element root, String title) {
    return write(root, title, true);
  }

  private static String write(Element root, String title, boolean paragraphsOnly) {
    BlockText text = new BlockText(paragraphsOnly);
    NodeTraversor.traverse(text, root); // iterative
    text.endLine(false);
    return text.joined(title == null ? "" : Strings.squeezed(title));
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      add(text.getWholeText());
    } else if (node instanceof Element element) {
      String name = element.normalName();
      if (name.equals("br")) {
        lineBreak();
      } else if (isBlock(element)) {
        endLine(false);
      } else if (CELLS.contains(name)) {
        cell(element);
      }
      count(name, 1);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      String name = element.normalName();
      if (isBlock(element)) {
        endLine(HEADINGS.contains(name) || inHeading > 0);
      }
      count(name, -1);
    }
  }

  /** Readability wraps the bare texts between links into paragraphs, which it marks: they belong to one line. */
  private static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName()) && !element.hasClass("readability-styled");
  }

  private void count(String name, int change) {
    inLink += name.equals("a") ? change : 0;
    inPre += name.equals("pre") ? change : 0;
    inParagraph += PARAGRAPHS.contains(name) ? change : 0;
    inHeading += HEADINGS.contains(name) ? change : 0;
  }

  private void add(String text) {
    if (paragraphsOnly && inParagraph == 0) {
      return;
    }
    int from = 0;
    for (int end; inPre > 0 && (end = text.indexOf('\n', from)) >= 0; from = end + 1) {
      append(text.substring(from, end));
      endLine(false);
    }
    append(text.substring(from));
  }

  private void append(String text) {
    line.append(text);
    linked += inLink > 0 ? letters(text) : 0;
  }

  /** A line may end here; {@link #goesOn} tells when the text behind is known. */
  private void lineBreak() {
    line.append('\u2028');
  }

  /** Cells of a layout are blocks, those of data stand side by side. */
  private void cell(Element cell) {
    if (cell.childrenSize() > 0 && cell.selectFirst("p, div, br, table, ul") != null) {
      endLine(false);
    } else {
      line.append(' ');
    }
  }

  private void endLine(boolean heading) {
    if (line.length() == 0) {
      return;
    }
    String whole = line.toString();
    int letters = letters(whole);
    if (letters > 0 && linked <= LINKED * letters) {
      StringBuilder part = new StringBuilder();
      for (String next : whole.split("\u2028")) {
        String tidy = Strings.tidy(next);
        if (part.length() > 0 && !tidy.isEmpty() && goesOn(part, tidy)) {
          part.append(' ').append(tidy);
        } else {
          keep(part, heading);
          part.append(tidy);
        }
      }
      keep(part, heading);
    }
    line.setLength(0);
    linked = 0;
  }

  /** Whether a break is in the midst of a sentence: old pages break lines by hand. */
  private static boolean goesOn(CharSequence before, String after) {
    char last = before.charAt(before.length() - 1);
    boolean open = Character.isLetterOrDigit(last) || last == ',' || last == '-';
    return open && Character.isLowerCase(after.codePointAt(0));
  }

  private void keep(StringBuilder part, boolean heading) {
    if (letters(part) > 1) { // else it is the time of an entry, a slash between links
      lines.add(new Line(part.toString(), heading));
    }
    part.setLength(0);
  }

  private String joined(String title) {
    StringBuilder text = new StringBuilder();
    boolean prose = false;
    String last = "";
    for (Line each : lines) {
      boolean skipped = each.text.equals(last)
          || BYLINE.matcher(each.text).matches()
          || each.text.length() < LONGEST_TITLE && Strings.squeezed(each.text).equals(title);
      if (!skipped) {
        text.append(text.length() == 0 ? "" : "\n").append(each.text);
        prose |= !each.heading && isProse(each.text);
      }
      last = each.text;
    }
    return prose ? text.toString() : ""; // headings and labels alone are a list of stories, a form
  }

  private static boolean isProse(String line) {
    return ".!?…。！？।\"”»".indexOf(line.codePointBefore(line.length())) >= 0 || letters(line) > LONG;
  }

  private static int letters(CharSequence text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters;
  }
}
