package dev.chipledger.read.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.chipledger.read.Fields;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One JSON object: its scalar values, those of objects inside it by their path, and which columns hold lists or objects. */
final class JsonObject implements Fields {
  private static final int DEEPEST_PATH = 8;
  private static final int LONGEST_PATH = 1_000; // every inner value is kept under its path
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, String> scalars = new LinkedHashMap<>();

  /** A line that is not JSON. */
  static final class BadJson extends Exception {
    private BadJson(String message) {
      super(message);
    }
  }

  /** JSON, but a list, a number, a string. */
  static final class NotAnObject extends Exception {
    private NotAnObject(String message) {
      super(message);
    }
  }

  private static final String STRUCTURE = new String("structure"); // known by identity

  private JsonObject() {}

  /** Of a name given twice the last value stands, as in JavaScript. */
  static JsonObject parse(String json) throws BadJson, NotAnObject {
    JsonObject object = new JsonObject();
    try (JsonParser parser = JSON.createParser(json)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        while (parser.nextToken() != null) {
          // the rest must be JSON too, else that is what is wrong
        }
        throw new NotAnObject("the record is no JSON object: it starts with " + first);
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        object.take(parser, "", 1);
      }
      if (parser.nextToken() != null) {
        throw new BadJson("something follows the object at column " + parser.currentTokenLocation().getColumnNr());
      }
      return object;
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
      throw new BadJson(e.getOriginalMessage() + where);
    } catch (IOException e) {
      throw new BadJson(e.getMessage());
    }
  }

  private void take(JsonParser parser, String path, int depth) throws IOException {
    String name = path + parser.currentName();
    JsonToken value = parser.nextToken();
    if (value == JsonToken.START_OBJECT && depth < DEEPEST_PATH && name.length() < LONGEST_PATH) {
      scalars.put(name, STRUCTURE);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        take(parser, name + ".", depth + 1);
      }
    } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
      parser.skipChildren();
      if (parser.currentToken() == null) {
        throw new com.fasterxml.jackson.core.io.JsonEOFException(parser, null, "the record ends inside " + name);
      }
      scalars.put(name, STRUCTURE);
    } else if (value == JsonToken.VALUE_NULL) {
      scalars.put(name, null);
    } else {
      scalars.put(name, wholeCharacters(parser.getText()));
    }
  }

  @Override
  public String get(String name) {
    String value = scalars.get(name);
    return value == STRUCTURE ? null : value;
  }

  @Override
  public boolean isStructure(String name) {
    return scalars.get(name) == STRUCTURE;
  }

  @Override
  public Set<String> names() {
    return scalars.keySet();
  }

  /** JSON can name half a surrogate pair; UTF-8, and so every table, can't. */
  private static String wholeCharacters(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, '\uFFFD');
      }
    }
    return mended == null ? text : mended.toString();
  }
}
