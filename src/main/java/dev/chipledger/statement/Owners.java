package dev.chipledger.statement;

import dev.chipledger.extract.Resources;
import dev.chipledger.read.Domains;
import dev.chipledger.text.Folding;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who decides what a publication prints. Counting owners instead of addresses makes a story that runs in a group's regional
 * editions and sister titles one voice. The known groups are in {@code statement/owners.tsv}.
 */
public final class Owners {
  private static final Pattern SCHEME = Pattern.compile("^[a-z]+://");
  private static final Pattern AFTER_HOST = Pattern.compile("[/?#:].*$");
  private static final String ARTICLE = "the ";
  private static final String ANY_COUNTRY = ".*";

  private final Map<String, String> byDomain = new HashMap<>();
  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> sources = new HashMap<>();
  private final Set<String> platforms = new HashSet<>();

  private Owners(List<String[]> rows) {
    for (String[] row : rows) {
      for (String cell : row[2].split("\\|")) {
        String name = folded(cell);
        switch (row[1]) {
          case "domain" -> put(byDomain, name, row[0]);
          case "platform" -> platforms.add(name);
          case "title" -> put(byName, withoutArticle(name), row[0]);
          case "name" -> {
            put(byName, withoutArticle(name), row[0]);
            put(sources, name, row[0]);
          }
          default -> throw new IllegalStateException("owners.tsv: no such kind: " + row[1]);
        }
      }
    }
  }

  /** The groups of {@code statement/owners.tsv}. */
  public static Owners standard() {
    return new Owners(Resources.rows("/statement/owners.tsv"));
  }

  /**
   * The owner of a publication. Not listed, it owns itself: by its registered domain ({@code example.co.uk}), or by its name in
   * lower case, so that a site which one dump names and another gives an address counts twice.
   *
   * @param publisher as an article has it: a name, a host, an address; may be null
   * @return null for null and for blank
   */
  public String owner(String publisher) {
    if (publisher == null || publisher.isBlank()) {
      return null;
    }
    String name = folded(publisher);
    String host = AFTER_HOST.matcher(SCHEME.matcher(name).replaceFirst("")).replaceFirst("");
    return Domains.isPublic(host) ? ofHost(host) : byName.getOrDefault(withoutArticle(name), withoutArticle(name));
  }

  /**
   * Names under which a sentence names its source, to owners' ids: {@code reuters}, {@code financial times},
   * {@code the information}. Lower case, straight apostrophes; with "the" only where the bare word is a common one. Many a name is
   * one (Axios, Wired) or is also a company in the news (Morgan Stanley): it is a source only in capitals and beside a word of saying.
   */
  public Map<String, String> sourceNames() {
    return Collections.unmodifiableMap(sources);
  }

  private String ofHost(String host) {
    String registered = Domains.registered(host);
    for (String domain = host; domain.length() >= registered.length(); domain = domain.substring(domain.indexOf('.') + 1)) {
      String owner = byDomain.get(domain);
      if (owner != null) {
        return owner;
      }
      int dot = domain.indexOf('.');
      String author = domain.substring(0, dot);
      if (platforms.contains(domain.substring(dot + 1)) && !author.equals("www")) {
        return domain;
      }
    }
    String editions = registered.substring(0, registered.indexOf('.')) + ANY_COUNTRY;
    return byDomain.getOrDefault(editions, registered);
  }

  private static void put(Map<String, String> owners, String name, String owner) {
    String before = owners.put(name, owner);
    if (before != null && !before.equals(owner)) {
      throw new IllegalStateException("owners.tsv: " + name + " belongs to " + before + " and to " + owner);
    }
  }

  private static String folded(String text) {
    return new String(Folding.fold(text)).strip();
  }

  private static String withoutArticle(String name) {
    return name.startsWith(ARTICLE) ? name.substring(ARTICLE.length()) : name;
  }
}
