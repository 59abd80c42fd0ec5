package dev.chipledger.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chipledger.extract.PassageFinder;
import dev.chipledger.extract.model.Candidate;
import dev.chipledger.extract.model.ModelInputs;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes labelled sentences as the encoder is trained on them: its input, and for each pair which actions and statuses are
 * right. A pair that is neither right nor wrong (an optional claim, another way to say a labelled one) is left out of the
 * loss.
 */
public final class Examples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PassageFinder passages;
  private final ModelInputs inputs;

  public Examples(PassageFinder passages, ModelInputs inputs) {
    this.passages = passages;
    this.inputs = inputs;
  }

  /** What is right of one pair. */
  private static final class Truth {
    final Set<String> actions = new TreeSet<>();
    final Set<String> statuses = new TreeSet<>();
    boolean ignored;
  }

  /** One JSON line; nothing for a sentence without a pair. */
  public void write(GoldSentence gold, BufferedWriter out) throws IOException {
    ModelInputs.Input input = inputs.of(passages.passage(gold.title(), gold.before(), gold.sentence(), Predictor.day(gold.date())));
    if (input.candidates().isEmpty()) {
      return;
    }
    ObjectNode row = JSON.createObjectNode();
    row.put("id", gold.id()).put("url", gold.url());
    row.set("ids", JSON.valueToTree(input.ids()));
    row.set("types", JSON.valueToTree(input.types()));
    row.set("segments", JSON.valueToTree(input.segments()));
    row.set("spans", JSON.valueToTree(input.spans()));
    row.set("places", JSON.valueToTree(input.places()));
    row.set("features", JSON.valueToTree(input.features()));
    List<Truth> truths = truths(gold, input.candidates());
    ArrayNode pairs = row.putArray("pairs");
    for (int i = 0; i < truths.size(); i++) {
      Candidate candidate = input.candidates().get(i);
      Truth truth = truths.get(i);
      ObjectNode pair = pairs.addObject();
      pair.put("buyer", candidate.buyer()).put("vendor", candidate.vendor()).put("chip", candidate.chip());
      pair.set("actions", JSON.valueToTree(truth.actions));
      pair.set("statuses", JSON.valueToTree(truth.statuses));
      pair.put("ignored", truth.ignored);
    }
    out.write(JSON.writeValueAsString(row));
    out.write('\n');
  }

  private static List<Truth> truths(GoldSentence gold, List<Candidate> candidates) {
    List<Truth> truths = new ArrayList<>();
    candidates.forEach(c -> truths.add(new Truth()));
    for (Label label : gold.claims()) {
      Set<Integer> fitting = new LinkedHashSet<>();
      for (int i = 0; i < candidates.size(); i++) {
        if (!rightActions(candidates.get(i), label).isEmpty()) {
          fitting.add(i);
        }
      }
      if (label.optional()) {
        fitting.forEach(i -> truths.get(i).ignored = true);
        continue;
      }
      Set<Integer> meant = meant(fitting, candidates, label);
      for (int i : fitting) {
        Truth truth = truths.get(i);
        if (meant.contains(i)) {
          truth.actions.addAll(rightActions(candidates.get(i), label));
          truth.statuses.addAll(label.status());
        } else {
          truth.ignored = true;
        }
      }
      if (label.chip() != null) {
        ignoreChipless(candidates, label, truths);
      }
    }
    truths.stream().filter(t -> !t.actions.isEmpty()).forEach(t -> t.ignored = false);
    return truths;
  }

  /** Of the pairs that fit a claim, those that say it best. */
  private static Set<Integer> meant(Set<Integer> fitting, List<Candidate> candidates, Label label) {
    Set<Integer> meant = narrowed(fitting, i -> (candidates.get(i).chip() == null) == (label.chip() == null));
    if (label.chip() != null) {
      meant = narrowed(meant, i -> label.chip().equals(candidates.get(i).chip()));
    }
    return label.vendor() == null ? narrowed(meant, i -> candidates.get(i).vendor() == null) : meant;
  }

  private static Set<Integer> narrowed(Set<Integer> some, java.util.function.IntPredicate by) {
    Set<Integer> fewer = new LinkedHashSet<>();
    some.stream().filter(by::test).forEach(fewer::add);
    return fewer.isEmpty() ? some : fewer;
  }

  /** Beside a claim that names the chip, the same without it is not counted. */
  private static void ignoreChipless(List<Candidate> candidates, Label label, List<Truth> truths) {
    for (int i = 0; i < candidates.size(); i++) {
      Candidate c = candidates.get(i);
      if (c.chip() == null && c.buyer().equals(label.buyer()) && Objects.equals(c.vendor(), label.vendor()) && truths.get(i).actions.isEmpty()) {
        truths.get(i).ignored = true;
      }
    }
  }

  private static List<String> rightActions(Candidate candidate, Label label) {
    return candidate.kind().actions().stream().filter(action -> Scorer.matches(claim(candidate, action), label)).toList();
  }

  private static Label claim(Candidate c, String action) {
    return new Label(
        c.buyer(), List.of(action), c.vendor(), null, c.chip(), List.of("actual"), false, null, null, null, null, null, null, null, null, 1, null);
  }
}
