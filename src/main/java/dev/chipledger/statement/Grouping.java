package dev.chipledger.statement;

import dev.chipledger.read.Hashes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts the sentences of one key into statements: those that say the same in nearly the same words, printed within some days
 * of each other. What comes out depends on the sentences alone, not on their order.
 */
public final class Grouping {
  /**
   * Days that two printings of a statement in other words may lie apart. Of 59 pairs of labelled sentences that say the same in
   * other words (the even half of blocks.jsonl), 43 were printed on one day, 50 within a week and 53 within two; look-alikes of later weeks
   * mostly tell of another order or another quarter. The very same words are one statement at any distance.
   */
  public static final int WINDOW = 14;

  /**
   * A sentence and its statement.
   *
   * @param id of the sentence
   * @param statementId 16 hexadecimal digits: a hash of the key and of what the statement's canonical sentence says (printed first, then
   *     first by its wording, then by its id), without its date
   */
  public record Member(String id, String statementId) {}

  /** A wording, and where it was printed. */
  private static final class Node {
    final Wording wording;
    final List<Said> printed = new ArrayList<>();
    private long[] days;

    Node(Wording wording) {
      this.wording = wording;
    }

    /** Rising; empty for a node of undated sentences. */
    long[] days() {
      if (days == null) {
        days = printed.stream().map(Said::day).filter(d -> d != null).mapToLong(LocalDate::toEpochDay).distinct().sorted().toArray();
      }
      return days;
    }

    boolean isNear(Node other) {
      long[] mine = days();
      long[] theirs = other.days();
      for (int i = 0, j = 0; i < mine.length && j < theirs.length; ) {
        if (Math.abs(mine[i] - theirs[j]) <= WINDOW) {
          return true;
        }
        if (mine[i] < theirs[j]) {
          i++;
        } else {
          j++;
        }
      }
      return mine.length == 0 && theirs.length == 0;
    }
  }

  private record Link(int first, int second, int likeness) {}

  private static final Comparator<Said> CANONICAL_FIRST =
      Comparator.comparing(Said::day, Comparator.nullsLast(Comparator.naturalOrder()));

  private Grouping() {}

  private static final Set<String> LISTED = Set.of("company", "chip");

  /**
   * What sentences must have in common to be compared: the listed companies and chips that they name. Chip words are free to differ, and so is a
   * line beside its model ("M5" where the M5 Pro is named too). Provisional ones are as well: whether an article shows a name to be a
   * firm's may differ between printings of one sentence, and other names are other words.
   */
  public static String key(Collection<Entity> named) {
    return named.stream()
        .filter(e -> LISTED.contains(e.kind()) && named.stream().noneMatch(other -> isModelOf(other, e)))
        .map(e -> e.kind() + ":" + e.id())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static boolean isModelOf(Entity model, Entity line) {
    return line.kind().equals("chip") && model.kind().equals("chip") && model.id().startsWith(line.id() + "-");
  }

  /**
   * The statement of each sentence, by the sentences' ids.
   *
   * @param key of all the sentences
   * @param all sentences of this key, in any order
   */
  public static List<Member> of(String key, Collection<Said> all) {
    Map<String, Node> dated = new TreeMap<>();
    Map<String, Node> undated = new TreeMap<>();
    for (Said said : all) {
      Wording wording = Wording.of(said.text());
      (said.day() == null ? undated : dated).computeIfAbsent(wording.text(), text -> new Node(wording)).printed.add(said);
    }
    List<Member> members = new ArrayList<>();
    addMembers(key, List.copyOf(dated.values()), members);
    addMembers(key, List.copyOf(undated.values()), members);
    members.sort(Comparator.comparing(Member::id));
    return members;
  }

  private static void addMembers(String key, List<Node> nodes, List<Member> members) {
    for (List<Integer> cluster : clusters(nodes)) {
      Said canonical = null;
      String says = null;
      for (int i : cluster) {
        Node node = nodes.get(i);
        Said first = node.printed.stream().min(CANONICAL_FIRST.thenComparing(Said::id)).orElseThrow();
        if (canonical == null || CANONICAL_FIRST.compare(first, canonical) < 0) {
          canonical = first;
          says = node.wording.text();
        }
      }
      String statementId = Hashes.of(key + "\n" + says);
      for (int i : cluster) {
        for (Said said : nodes.get(i).printed) {
          members.add(new Member(said.id(), statementId));
        }
      }
    }
  }

  /** Joins the likest first, and never two clusters of which one says what the other contradicts: so chains don't drift. */
  private static Collection<List<Integer>> clusters(List<Node> nodes) {
    Clusters clusters = new Clusters(nodes.stream().map(n -> n.wording).toList());
    List<Link> links = links(nodes);
    links.forEach(link -> clusters.areAlike(link.first(), link.second()));
    for (Link link : links) {
      clusters.join(link.first(), link.second());
    }
    return clusters.all();
  }

  private static List<Link> links(List<Node> nodes) {
    List<Link> links = new ArrayList<>();
    for (long pair : Candidates.of(nodes.stream().map(n -> n.wording).toList())) {
      int first = (int) (pair >>> 32);
      int second = (int) pair;
      Node a = nodes.get(first);
      Node b = nodes.get(second);
      int likeness = a.isNear(b) ? SameStatement.likeness(a.wording, b.wording) : 0;
      if (likeness > 0) {
        links.add(new Link(first, second, likeness));
      }
    }
    links.sort(Comparator.comparingInt((Link l) -> -l.likeness()).thenComparingInt(Link::first).thenComparingInt(Link::second));
    return links;
  }
}
