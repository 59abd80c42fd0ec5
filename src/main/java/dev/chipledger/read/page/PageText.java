package dev.chipledger.read.page;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes a page's bytes: by its byte order mark, its HTTP header, its meta element, else by a guess from the bytes. A
 * name that contradicts the bytes is not believed, as so many servers send one for all their pages.
 */
final class PageText {
  /** Twice the longest page that Common Crawl keeps would be 2 MB; what is longer than this is no page. */
  static final int LONGEST = 64 << 20;

  private static final int LOOKED_AT = 1 << 16;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Pattern HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w:.+-]{1,40})");
  private static final Pattern META =
      Pattern.compile("(?i)<meta\\s[^>]{0,500}?charset\\s*=\\s*[\"']?\\s*([\\w:.+-]{1,40})");
  private static final Pattern XML =
      Pattern.compile("(?i)^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w:.+-]{1,40})");
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z!?/]");
  /** What a page means that names the key: browsers read these as their supersets. */
  private static final Map<String, String> MEANT = Map.ofEntries(
      Map.entry("iso-8859-1", "windows-1252"), Map.entry("latin1", "windows-1252"),
      Map.entry("us-ascii", "windows-1252"), Map.entry("ascii", "windows-1252"),
      Map.entry("iso-8859-9", "windows-1254"), Map.entry("tis-620", "x-windows-874"),
      Map.entry("iso-8859-11", "x-windows-874"), Map.entry("gb2312", "GB18030"), Map.entry("gbk", "GB18030"),
      Map.entry("shift_jis", "windows-31j"), Map.entry("shift-jis", "windows-31j"), Map.entry("x-sjis", "windows-31j"),
      Map.entry("euc-kr", "x-windows-949"), Map.entry("ks_c_5601-1987", "x-windows-949"),
      Map.entry("big5", "Big5-HKSCS"), Map.entry("iso-8859-8-i", "ISO-8859-8"), Map.entry("utf_8", "UTF-8"));
  /** First bytes of files that are sent as pages by mistake. */
  private static final List<byte[]> OTHER_FILES = List.of(bytes("%PDF-"), bytes("\u0089PNG"), bytes("GIF8"),
      bytes("PK\3\4"), bytes("\u001f\u008b"), bytes("\u00ff\u00d8\u00ff"),
      bytes("RIFF"), bytes("\u007fELF"), bytes("{\\rtf"));

  private PageText() {}

  /** @throws PageException empty, too_large, or not_html: nothing in it looks like a tag, or most of it like rubbish */
  static String decode(byte[] body, String contentType) throws PageException {
    if (body == null || body.length == 0) {
      throw new PageException("empty", "the page has no bytes");
    }
    if (body.length > LONGEST) {
      throw new PageException("too_large", "the page is longer than " + (LONGEST >> 20) + " MiB");
    }
    for (byte[] start : OTHER_FILES) {
      if (body.length >= start.length && Arrays.equals(body, 0, start.length, start, 0, start.length)) {
        throw new PageException("not_html", "the page starts like another kind of file");
      }
    }
    String text = text(body, contentType);
    String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
    if (start.isBlank()) {
      throw new PageException("empty", "the page holds only blanks");
    }
    if (!TAG.matcher(start).find()) {
      throw new PageException("not_html", "the page holds no tags");
    }
    long odd = start.chars().filter(c -> c == 0xFFFD || c < ' ' && "\n\r\t\f".indexOf(c) < 0).count();
    if (odd > start.length() / 10) {
      throw new PageException("not_html", "a tenth of the page or more is no text");
    }
    return text;
  }

  private static String text(byte[] body, String contentType) {
    if (starts(body, 0xEF, 0xBB, 0xBF)) {
      return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(body, 0xFE, 0xFF)) {
      return new String(body, 2, body.length - 2, StandardCharsets.UTF_16BE);
    }
    if (starts(body, 0xFF, 0xFE)) {
      return new String(body, 2, body.length - 2, StandardCharsets.UTF_16LE);
    }
    return new String(body, charset(body, contentType));
  }

  private static Charset charset(byte[] body, String contentType) {
    Charset declared = declared(body, contentType);
    Utf8Check utf8 = Utf8Check.of(body);
    boolean ascii = utf8.good() == 0 && utf8.bad() == 0;
    if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
      boolean oneByte = declared.newDecoder().maxCharsPerByte() == 1 && declared.canEncode()
          && declared.newEncoder().maxBytesPerChar() == 1;
      boolean isUtf8 = utf8.good() > 0 && utf8.bad() == 0; // no accident writes it
      return oneByte && isUtf8 ? StandardCharsets.UTF_8 : declared;
    }
    if (ascii || utf8.good() > utf8.bad() || declared != null && utf8.bad() * 1000L < body.length && utf8.good() > 0) {
      return StandardCharsets.UTF_8; // some broken characters are a cut or a comment pasted in
    }
    return guessed(body);
  }

  /** @return null if nothing is declared, or nothing that Java knows and that fits the bytes */
  private static Charset declared(byte[] body, String contentType) {
    String start = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    Charset header = contentType == null ? null : named(HEADER.matcher(contentType), start, body);
    if (header != null) {
      return header;
    }
    String head = start.substring(0, Math.min(start.length(), 8192));
    Charset meta = named(META.matcher(head), start, body);
    return meta != null ? meta : named(XML.matcher(head), start, body);
  }

  private static Charset named(Matcher name, String start, byte[] body) {
    if (!name.find()) {
      return null;
    }
    Charset charset = forName(name.group(1));
    // a page with tags in ASCII is not in UTF-16, EBCDIC and the like
    if (charset != null && TAG.matcher(start).find()
        && !TAG.matcher(new String(body, 0, Math.min(body.length, LOOKED_AT), charset)).find()) {
      return null;
    }
    return charset;
  }

  private static Charset forName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(MEANT.getOrDefault(lower, lower));
    } catch (IllegalArgumentException e) { // unknown, or no name at all
      return null;
    }
  }

  private static Charset guessed(byte[] body) {
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true); // tags tell nothing
    detector.setText(body.length > LOOKED_AT ? Arrays.copyOf(body, LOOKED_AT) : body);
    CharsetMatch match = detector.detect();
    Charset charset = match == null || match.getConfidence() < 10 ? null : forName(match.getName());
    return charset == null ? WINDOWS_1252 : charset;
  }

  private static boolean starts(byte[] body, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= body.length || (body[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }
}
