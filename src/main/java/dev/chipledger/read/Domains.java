package dev.chipledger.read;

import com.google.common.net.InternetDomainName;
import java.util.Locale;

/** What a host belongs to, by the list of public suffixes (com, co.uk, github.io) that Guava carries. */
public final class Domains {
  private Domains() {}

  /**
   * @param host with or without subdomains, in any case
   * @return the domain that somebody registered: one label before the public suffix, lower case; the host where there is none: an
   *     IP address, a company's own network
   */
  public static String registered(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    InternetDomainName name = publicName(lower);
    return name == null ? lower : name.topPrivateDomain().toString();
  }

  /** Whether the text is a host below a public suffix: {@code ft.com}, but neither {@code com} nor {@code inc.} nor an address. */
  public static boolean isPublic(String text) {
    return publicName(text) != null;
  }

  private static InternetDomainName publicName(String text) {
    if (!InternetDomainName.isValid(text)) {
      return null;
    }
    InternetDomainName name = InternetDomainName.from(text);
    return name.isUnderPublicSuffix() ? name : null;
  }
}
