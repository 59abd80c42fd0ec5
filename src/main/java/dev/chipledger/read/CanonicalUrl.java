package dev.chipledger.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One address for the many of an article: without scheme differences, host case, www. and mobile hosts, default port,
 * fragment, tracking parameters, AMP forms and trailing slashes. What goes is listed in read/url-noise.tsv.
 */
public final class CanonicalUrl {
  private static final Pattern URL =
      Pattern.compile("(?i)(?:(https?)://|//)?(?:[^/?#@]*@)?([^/?#:@]+\\.[^/?#:@]+)(?::(\\d*))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
  /** What is longer is no address; browsers give up far below. */
  private static final int LONGEST = 8_192;
  private static final List<String> HOST_PREFIXES = new ArrayList<>();
  private static final List<String> PATH_SUFFIXES = new ArrayList<>();
  private static final List<String> PARAMETERS = new ArrayList<>();

  static {
    InputStream list = CanonicalUrl.class.getResourceAsStream("/read/url-noise.tsv");
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\t")).forEach(cells -> {
        switch (cells[0]) {
          case "host_prefix" -> HOST_PREFIXES.add(cells[1]);
          case "path_suffix" -> PATH_SUFFIXES.add(cells[1]);
          case "parameter" -> PARAMETERS.add(cells[1].toLowerCase(Locale.ROOT));
          default -> throw new IllegalStateException("read/url-noise.tsv: unknown kind " + cells[0]);
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CanonicalUrl() {}

  /** @return what is no web address comes back as it is, without blanks at its ends */
  public static String of(String url) {
    Matcher parts = parts(url);
    if (!parts.matches()) {
      return url.strip();
    }
    String port = parts.group(3);
    boolean plainPort = port == null || port.isEmpty() || port.equals("80") || port.equals("443");
    String query = query(parts.group(5));
    return "https://" + bare(parts.group(2)) + (plainPort ? "" : ":" + port) + path(parts.group(4))
        + (query.isEmpty() ? "" : "?" + query);
  }

  /** The host without www. and the like, lower case; null for what is no web address. */
  static String host(String url) {
    Matcher parts = parts(url);
    return parts.matches() ? bare(parts.group(2)) : null;
  }

  /** Blanks and line ends are no part of an address, though some dumps break long ones. */
  private static Matcher parts(String url) {
    return URL.matcher(url.length() > LONGEST ? "" : url.replaceAll("[\\p{Cc}\\p{Z}]+", ""));
  }

  private static String bare(String host) {
    String bare = host.toLowerCase(Locale.ROOT);
    for (boolean cut = true; cut; ) {
      cut = false;
      for (String prefix : HOST_PREFIXES) {
        if (bare.startsWith(prefix) && bare.indexOf('.', prefix.length()) > 0) {
          bare = bare.substring(prefix.length());
          cut = true;
        }
      }
    }
    return bare;
  }

  private static String path(String path) {
    int end = path.length();
    for (boolean cut = true; cut; ) {
      while (end > 0 && path.charAt(end - 1) == '/') {
        end--;
      }
      cut = false;
      for (String suffix : PATH_SUFFIXES) {
        if (path.startsWith(suffix, end - suffix.length())) {
          end -= suffix.length();
          cut = true;
          break;
        }
      }
    }
    return path.substring(0, end);
  }

  private static String query(String query) {
    if (query == null) {
      return "";
    }
    List<String> kept = new ArrayList<>(Arrays.asList(query.split("&")));
    kept.removeIf(pair -> pair.isEmpty() || isNoise(pair.toLowerCase(Locale.ROOT)));
    Collections.sort(kept);
    return String.join("&", kept);
  }

  private static boolean isNoise(String pair) {
    String name = pair.split("=", 2)[0];
    return PARAMETERS.stream().anyMatch(noise -> noise.endsWith("*")
        ? name.startsWith(noise.substring(0, noise.length() - 1))
        : noise.equals(name) || noise.equals(pair));
  }
}
