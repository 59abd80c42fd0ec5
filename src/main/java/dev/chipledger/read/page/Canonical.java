package dev.chipledger.read.page;

import dev.chipledger.read.Domains;
import java.net.URI;
import java.net.URISyntaxException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The address that a page calls its own. It is the page's identity, so another site's is not believed. */
final class Canonical {
  private Canonical() {}

  /** @param url where the page was fetched; null if unknown */
  static String of(Document document, Metas metas, String url) {
    for (Element link : document.select("link[rel~=(?i)\\bcanonical\\b][href]")) {
      String address = link.attr("href").strip();
      if (isOwn(address, url)) {
        return address;
      }
    }
    String address = metas.get("og:url");
    return address != null && isOwn(address, url) ? address : null;
  }

  private static boolean isOwn(String address, String url) {
    URI said = web(address);
    if (said == null) {
      return false;
    }
    URI fetched = url == null ? null : web(url.strip());
    if (fetched == null) {
      return url == null;
    }
    // many an article names the front page by mistake: all would be one
    return Domains.registered(said.getHost()).equals(Domains.registered(fetched.getHost())) && (!isRoot(said) || isRoot(fetched));
  }

  private static boolean isRoot(URI address) {
    String path = address.getRawPath();
    return (path == null || path.isEmpty() || path.equals("/")) && address.getRawQuery() == null;
  }

  /** @return null for what is no absolute http(s) address */
  private static URI web(String address) {
    if (address.length() > 2_000) {
      return null;
    }
    try {
      URI uri = new URI(address.replace(" ", "%20").replace("|", "%7C"));
      String scheme = uri.getScheme();
      boolean http = scheme != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"));
      return http && uri.getHost() != null ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
