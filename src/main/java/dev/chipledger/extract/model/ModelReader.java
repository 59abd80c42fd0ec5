package dev.chipledger.extract.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.chipledger.extract.Hit;
import dev.chipledger.extract.Passage;
import dev.chipledger.extract.Reading;
import dev.chipledger.extract.detail.TriggerFinder;
import dev.chipledger.lexicon.Lexicon;
import dev.chipledger.text.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reads sentences by a trained encoder: the sentence once, then every pair of who and which chip in it. How it was trained
 * and how good it is: docs/accuracy.md. Thread-safe.
 */
public final class ModelReader {
  /** Raw probability below which a pair is not looked at further. */
  private static final double LEAST = 0.03;
  /** Confidence below which there is too much doubt for a claim; the mentions and co-mentions stay. */
  private static final double LEAST_CONFIDENCE = 0.3;
  private static final int ACTIONS = 6;
  private static final List<String> ACTION_NAMES = List.of("none", "buy", "rent", "use", "make", "foundry");
  private static final List<String> STATUSES =
      List.of("actual", "agreed", "planned", "considered", "possible", "prohibited", "ended", "denied");
  private static final int[][] STATUS_GROUPS = {{0, 1}, {2, 3, 4}, {5, 6, 7}};

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final List<OrtSession> sessions = new ArrayList<>();
  private final ModelInputs inputs;
  private final TriggerFinder triggers;
  private final ReaderSettings settings;

  public ModelReader(Lexicon lexicon, ReaderSettings settings) {
    this.settings = settings;
    triggers = new TriggerFinder(lexicon.triggers());
    inputs = new ModelInputs(lexicon, settings.titleTokens(), settings.beforeTokens());
    try {
      for (String graph : settings.graphs()) {
        sessions.add(session(graph));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OrtSession session(String graph) throws IOException {
    try (InputStream in = settings.open(graph); OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // Spark gives each task a core of its own.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return environment.createSession(in.readAllBytes(), options);
    } catch (OrtException e) {
      throw new IllegalStateException("can't load " + graph + ": " + e.getMessage(), e);
    }
  }

  /** A pair with what the model says of it. */
  private record Scored(Candidate candidate, double probability, String action, String status) {}

  /**
   * Claims that the sentence may hold, each with a calibrated confidence; empty if none is likely at all.
   *
   * @param suspected whether another reader sees a claim here: then all graphs are asked, and what they hold for barely possible is told too
   */
  public List<Reading> read(Passage passage, boolean suspected) {
    ModelInputs.Input input = inputs.of(passage);
    List<Candidate> pairs = input.candidates();
    if (pairs.isEmpty()) {
      return List.of();
    }
    float[][] outputs = run(input, suspected);
    if (outputs == null) {
      return List.of();
    }
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Candidate candidate = pairs.get(i);
      double probability = 1 - outputs[0][i * ACTIONS];
      if (probability >= LEAST) {
        scored.add(new Scored(candidate, probability, action(candidate, outputs[0], i), status(outputs[1], i)));
      }
    }
    return scored.stream()
        .filter(one -> !isShadowed(one, scored))
        .map(one -> reading(one, passage))
        .filter(reading -> suspected || isWorthAClaim(reading))
        .toList();
  }

  /** Whether it is likely enough by itself. Where the sentence names neither who nor what is done, it takes more to believe it. */
  public boolean isWorthAClaim(Reading reading) {
    if (settings.calibration().length == 0) {
      return true; // a reader that is still to be calibrated shows all it thinks
    }
    boolean groundless = reading.buyerSpan() == null && reading.trigger() == null;
    return reading.confidence() >= (groundless ? settings.balancedCut() : LEAST_CONFIDENCE);
  }

  /**
   * Probabilities of actions and of statuses, candidate after candidate; the mean over the graphs. Null if no pair can reach
   * {@link #LEAST_CONFIDENCE}, whatever the graphs say that were then not asked: so most sentences need one graph only.
   *
   * @param all whether to ask all graphs in any case
   */
  private float[][] run(ModelInputs.Input input, boolean all) {
    int length = input.ids().length;
    int rows = input.spans().size();
    int count = input.candidates().size();
    long[] mask = new long[length];
    java.util.Arrays.fill(mask, 1);
    float[] spans = new float[rows * length];
    for (int r = 0; r < rows; r++) {
      for (int token : input.spans().get(r)) {
        spans[r * length + token] = 1f / input.spans().get(r).length;
      }
    }
    long[] places = new long[count * 3];
    float[] features = new float[count * ModelInputs.FEATURES];
    float[] present = new float[count];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < 3; k++) {
        places[i * 3 + k] = input.places()[i][k];
      }
      System.arraycopy(input.features()[i], 0, features, i * ModelInputs.FEATURES, ModelInputs.FEATURES);
      present[i] = 1;
    }
    long[] shape = {1, length};
    try (OnnxTensor ids = longs(input.ids(), shape);
        OnnxTensor types = longs(input.types(), shape);
        OnnxTensor segments = longs(input.segments(), shape);
        OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        OnnxTensor span = OnnxTensor.createTensor(environment, FloatBuffer.wrap(spans), new long[] {1, rows, length});
        OnnxTensor place = OnnxTensor.createTensor(environment, LongBuffer.wrap(places), new long[] {1, count, 3});
        OnnxTensor there = OnnxTensor.createTensor(environment, FloatBuffer.wrap(present), new long[] {1, count});
        OnnxTensor feature = OnnxTensor.createTensor(environment, FloatBuffer.wrap(features), new long[] {1, count, ModelInputs.FEATURES})) {
      Map<String, OnnxTensor> inputs =
          Map.of(
              "ids", ids, "et", types, "fld", segments, "att", attention, "span", span, "cspan", place, "cmask", there, "feat", feature);
      float[][] mean = {new float[count * ACTIONS], new float[count * STATUSES.size()]};
      for (OrtSession session : sessions) {
        try (OrtSession.Result result = session.run(inputs)) {
          add(result, "action", mean[0]);
          add(result, "status", mean[1]);
        }
        if (!all && settings.calibration().length > 0 && !canBeClaimed(mean[0], count)) {
          return null;
        }
      }
      return mean;
    } catch (OrtException e) {
      throw new IllegalStateException("the reader failed: " + e.getMessage(), e);
    }
  }

  /** @param actions summed so far; a graph not yet asked could at best say that it's surely a claim */
  private boolean canBeClaimed(float[] actions, int count) {
    for (int i = 0; i < count; i++) {
      if (settings.confidence(1 - actions[i * ACTIONS]) >= LEAST_CONFIDENCE) {
        return true;
      }
    }
    return false;
  }

  private void add(OrtSession.Result result, String name, float[] mean) {
    FloatBuffer values = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
    for (int i = 0; i < mean.length; i++) {
      mean[i] += values.get(i) / sessions.size();
    }
  }

  private OnnxTensor longs(int[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(java.util.Arrays.stream(values).asLongStream().toArray()), shape);
  }

  private static String action(Candidate candidate, float[] actions, int i) {
    String best = null;
    float most = -1;
    for (String action : candidate.kind().actions()) {
      float p = actions[i * ACTIONS + ACTION_NAMES.indexOf(action)];
      if (p > most) {
        most = p;
        best = action;
      }
    }
    return best;
  }

  /** The likeliest group of statuses, then the likeliest in it. */
  private static String status(float[] statuses, int i) {
    int base = i * STATUSES.size();
    int[] bestGroup = STATUS_GROUPS[0];
    float most = -1;
    for (int[] group : STATUS_GROUPS) {
      float sum = 0;
      for (int s : group) {
        sum += statuses[base + s];
      }
      if (sum > most) {
        most = sum;
        bestGroup = group;
      }
    }
    int best = bestGroup[0];
    for (int s : bestGroup) {
      if (statuses[base + s] > statuses[base + best]) {
        best = s;
      }
    }
    return STATUSES.get(best);
  }

  /** What a more telling claim of the same sentence says already. */
  private static boolean isShadowed(Scored one, List<Scored> all) {
    Candidate c = one.candidate();
    for (Scored other : all) {
      Candidate o = other.candidate();
      if (!o.buyer().equals(c.buyer())) {
        continue;
      }
      boolean namesTheChip =
          c.chip() == null && o.chip() != null && java.util.Objects.equals(o.vendor(), c.vendor())
              && other.probability() >= Math.min(0.5, 0.7 * one.probability());
      boolean namesTheVendor =
          c.vendor() == null && o.vendor() != null && !o.vendor().equals(o.buyer()) && other.probability() >= 0.7 * one.probability();
      if (namesTheChip || namesTheVendor) {
        return true;
      }
    }
    return false;
  }

  private Reading reading(Scored one, Passage passage) {
    Candidate c = one.candidate();
    Span buyer = nearest(passage.hits(), h -> h.isCompany() && h.entity().equals(c.buyer()), null);
    Span chip = c.chip() != null ? nearest(passage.hits(), h -> h.isChip() && h.entity().equals(c.chip()), buyer) : null;
    Span vendor = c.vendor() != null && !c.vendor().equals(c.buyer())
        ? nearest(passage.hits(), h -> h.isCompany() && h.entity().equals(c.vendor()), buyer)
        : null;
    if (c.chip() == null) {
      chip = nearest(passage.hits(), Hit::isChipWord, vendor != null ? vendor : buyer);
    }
    Span trigger = triggers.find(passage, one.action(), buyer, chip != null ? chip : vendor);
    return new Reading(
        c.buyer(), one.action(), c.cloud() ? null : c.vendor(), c.cloud() ? c.vendor() : null, c.chip(), one.status(), false,
        buyer, trigger, vendor, chip, settings.version(), settings.confidence(one.probability()));
  }

  private static Span nearest(List<Hit> hits, Predicate<Hit> wanted, Span to) {
    Span best = null;
    int bestGap = Integer.MAX_VALUE;
    for (Hit hit : hits) {
      if (!wanted.test(hit)) {
        continue;
      }
      int gap = to == null ? 0 : Math.min(Math.abs(hit.start() - to.end()), Math.abs(to.start() - hit.end()));
      if (gap < bestGap) {
        bestGap = gap;
        best = new Span(hit.start(), hit.end());
      }
    }
    return best;
  }
}
