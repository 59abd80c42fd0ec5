package dev.chipledger.extract.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts text into the pieces that the encoder knows (WordPiece, lower case, accents dropped), each with its characters.
 * A word is a run of letters and digits; every other sign is a word of its own.
 */
final class WordPieces {
  /** A piece and its UTF-16 span in the text. */
  record Piece(int id, int start, int end) {}

  /** Longer words are one unknown piece: they are no words. */
  private static final int LONGEST_WORD = 60;

  private final Map<String, Integer> vocabulary = new HashMap<>();
  final int start;
  final int separator;
  final int unknown;

  /** @param vocabularyFile one piece a line, its line number (from 0) being its id */
  WordPieces(InputStream vocabularyFile) {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(vocabularyFile, StandardCharsets.UTF_8))) {
      int id = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        vocabulary.put(line, id++);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start = vocabulary.get("[CLS]");
    separator = vocabulary.get("[SEP]");
    unknown = vocabulary.get("[UNK]");
  }

  /** The id of a piece; null if the encoder does not know it. */
  Integer id(String piece) {
    return vocabulary.get(piece);
  }

  /** Pieces of a stretch of text, in order. */
  List<Piece> of(String text, int from, int to) {
    List<Piece> pieces = new ArrayList<>();
    int i = from;
    while (i < to) {
      int c = text.codePointAt(i);
      int width = Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        i = addWord(text, i, to, pieces);
      } else {
        if (!isBlank(c)) {
          pieces.add(new Piece(vocabulary.getOrDefault(text.substring(i, i + width), unknown), i, i + width));
        }
        i += width;
      }
    }
    return pieces;
  }

  private int addWord(String text, int from, int to, List<Piece> pieces) {
    StringBuilder word = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    int i = from;
    while (i < to) {
      int c = text.codePointAt(i);
      if (!Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
        break;
      }
      int width = Character.charCount(c);
      if (c < 128) {
        word.append((char) Character.toLowerCase(c));
        places.add(i);
      } else {
        String plain = Normalizer.normalize(text.substring(i, i + width).toLowerCase(java.util.Locale.ROOT), Normalizer.Form.NFD);
        for (int k = 0; k < plain.length(); k++) {
          if (Character.getType(plain.charAt(k)) != Character.NON_SPACING_MARK) {
            word.append(plain.charAt(k));
            places.add(i);
          }
        }
      }
      i += width;
    }
    addPieces(word.toString(), places, from, i, pieces);
    return i;
  }

  private void addPieces(String word, List<Integer> places, int from, int to, List<Piece> pieces) {
    int first = pieces.size();
    int a = 0;
    while (a < word.length()) {
      int b = word.length();
      Integer id = null;
      for (; b > a && id == null; b--) {
        id = vocabulary.get(a == 0 ? word.substring(a, b) : "##" + word.substring(a, b));
      }
      if (id == null || word.length() > LONGEST_WORD) {
        pieces.subList(first, pieces.size()).clear();
        pieces.add(new Piece(unknown, from, to));
        return;
      }
      int end = b + 1;
      pieces.add(new Piece(id, places.get(a), end < word.length() ? places.get(end - 1) + 1 : to));
      a = end;
    }
  }

  private static boolean isBlank(int c) {
    int type = Character.getType(c);
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || type == Character.CONTROL || type == Character.FORMAT
        || type == Character.SURROGATE || type == Character.PRIVATE_USE || type == Character.UNASSIGNED;
  }
}
