package dev.chipledger.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Runs Jazzer over each kind of dump, in a process of its own: jobs/fuzz.sh RUNS [KIND…] */
public final class Fuzz {
  /** Longer than any of these small files takes; a hang. */
  private static final int SECONDS_AN_INPUT = 30;
  private static final Pattern FIGURES = Pattern.compile("figures: (\\d+) inputs, (\\d+) articles, (\\d+) rejects, (\\d+) skipped");

  private Fuzz() {}

  /** @param seconds of the whole run */
  record Result(String kind, boolean clean, long inputs, long articles, long rejects, long skipped, double seconds, String lastLines) {}

  public static void main(String[] args) throws Exception {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    Path work = Files.createTempDirectory("chipledger-fuzz");
    Map<String, byte[]> seeds = seeds(work);
    boolean clean = true;
    System.out.printf("%-16s %9s %9s %9s %9s %8s  %s%n", "kind", "inputs", "articles", "rejects", "skipped", "seconds", "");
    for (String kind : args.length > 1 ? List.of(args).subList(1, args.length) : seeds.keySet()) {
      Result result = run(work, kind, seeds.get(kind), runs);
      clean &= result.clean();
      System.out.printf("%-16s %,9d %,9d %,9d %,9d %8.0f  %s%n", kind, result.inputs(), result.articles(), result.rejects(), result.skipped(),
          result.seconds(), result.clean() ? "no crash, no hang, no silent loss" : "FAILED, see " + work + "\n" + result.lastLines());
    }
    System.exit(clean ? 0 : 1);
  }

  static Result run(Path work, String kind, byte[] seed, int runs) throws IOException, InterruptedException {
    Path corpus = Files.createDirectories(work.resolve(kind + ".corpus"));
    Files.write(corpus.resolve("seed"), seed);
    Path log = work.resolve(kind + ".log");
    long began = System.nanoTime();
    ProcessBuilder builder = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-cp", System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer", "--target_class=" + FuzzedReaders.class.getName(),
        "--instrumentation_includes=dev.chipledger.read.**:org.netpreserve.jwarc.*", "--disabled_hooks=**",
        "-runs=" + runs, "-seed=1", "-timeout=" + SECONDS_AN_INPUT, "-rss_limit_mb=3000", "-max_len=16384",
        "-artifact_prefix=" + work + "/" + kind + "-", corpus.toString());
    builder.environment().put("FUZZED", kind);
    Process process = builder.directory(work.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(3, TimeUnit.HOURS);
    if (!ended) {
      process.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
    Matcher figures = FIGURES.matcher(String.join("\n", lines));
    boolean counted = figures.find();
    return new Result(
        kind, ended && process.exitValue() == 0 && counted, counted ? number(figures, 1) : 0, counted ? number(figures, 2) : 0,
        counted ? number(figures, 3) : 0, counted ? number(figures, 4) : 0, (System.nanoTime() - began) / 1e9,
        lines.subList(Math.max(0, lines.size() - 30), lines.size()).stream().map(l -> l.substring(0, Math.min(l.length(), 200))).collect(Collectors.joining("\n")));
  }

  private static long number(Matcher figures, int group) {
    return Long.parseLong(figures.group(group));
  }

  /** A small file of each kind, by its name. */
  public static Map<String, byte[]> seeds(Path work) throws IOException {
    String line = "{\"url\":\"http://a.example/%d\",\"title\":\"T\",\"text\":\"Meta ordered chips.\",\"published\":\"2024-12-12\"}\n";
    byte[] lines = (line.formatted(1) + line.formatted(2)).getBytes(UTF_8);
    String page = "<html lang=en><head><title>Orders</title><meta property=\"article:published_time\" content=\"2024-12-12T10:00:00Z\">"
        + "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-12-12\"}</script></head><body><nav><a href=/>Home</a></nav>"
        + "<article><h1>Orders</h1><p>" + "Meta has ordered more chips from Nvidia, it said on Thursday. ".repeat(4) + "</p></article></body></html>";
    byte[] http = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page).getBytes(UTF_8);
    byte[] packedHttp = InMemory.joined("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n".getBytes(UTF_8), InMemory.gzip(page.getBytes(UTF_8)));
    byte[] warc = InMemory.joined(record("request", "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8)), record("response", http), record("response", packedHttp));
    byte[] info = "1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n".getBytes(UTF_8);
    byte[] arc = InMemory.joined(("filedesc://x.arc 0.0.0.0 20080430204825 text/plain " + info.length + "\n").getBytes(UTF_8), info, "\n".getBytes(UTF_8),
        ("http://a.example/ 1.2.3.4 20080430204825 text/html " + http.length + "\n").getBytes(UTF_8), http, "\n".getBytes(UTF_8));
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    seeds.put("lines.jsonl", lines);
    seeds.put("array.json", ("[" + new String(lines, UTF_8).strip().replace("\n", ",\n") + "]").getBytes(UTF_8));
    seeds.put("table.csv", "url,title,text,published\na,T,\"one, \"\"two\"\"\nthree\",2024-12-12\nb,T,four,\n".getBytes(UTF_8));
    seeds.put("rows.parquet", parquet(work));
    seeds.put("pages.warc", warc);
    seeds.put("pages.warc.gz", InMemory.joined(InMemory.gzip(record("request", "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8))), InMemory.gzip(record("response", http))));
    seeds.put("pages.arc", arc);
    seeds.put("lines.jsonl.gz", InMemory.gzip(lines));
    seeds.put("lines.jsonl.zst", Zstd.compress(lines));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (BZip2CompressorOutputStream out = new BZip2CompressorOutputStream(packed)) {
      out.write(lines);
    }
    seeds.put("lines.jsonl.bz2", packed.toByteArray());
    packed = new ByteArrayOutputStream();
    try (XZCompressorOutputStream out = new XZCompressorOutputStream(packed)) {
      out.write(lines);
    }
    seeds.put("lines.jsonl.xz", packed.toByteArray());
    packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(packed)) {
      TarArchiveEntry entry = new TarArchiveEntry("in/a.jsonl");
      entry.setSize(lines.length);
      out.putArchiveEntry(entry);
      out.write(lines);
      out.closeArchiveEntry();
    }
    seeds.put("lines.tar", packed.toByteArray());
    packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      for (String name : new ArrayList<>(List.of("a.jsonl", "b.jsonl"))) {
        out.putNextEntry(new ZipEntry(name));
        out.write(lines);
        out.closeEntry();
      }
    }
    seeds.put("lines.zip", packed.toByteArray());
    return seeds;
  }

  private static byte[] record(String kind, byte[] block) {
    return InMemory.joined(("WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Target-URI: http://a.example/2024/12/12/a\r\nWARC-Date: 2024-12-12T10:00:00Z\r\n"
        + "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http;msgtype=" + kind
        + "\r\nContent-Length: " + block.length + "\r\n\r\n").getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8));
  }

  private static byte[] parquet(Path work) throws IOException {
    MessageType schema = MessageTypeParser.parseMessageType(
        "message row { optional binary url (STRING); optional binary text (STRING); optional int64 published (TIMESTAMP(MICROS,true)); }");
    Path path = work.resolve("seed.parquet");
    Files.deleteIfExists(path);
    try (var writer = ExampleParquetWriter.builder(new LocalOutputFile(path)).withType(schema).build()) {
      for (int i = 0; i < 3; i++) {
        writer.write(new SimpleGroupFactory(schema).newGroup().append("url", "http://a.example/" + i).append("text", "Meta ordered chips.")
            .append("published", 1_734_000_000_000_000L));
      }
    }
    return Files.readAllBytes(path);
  }
}
