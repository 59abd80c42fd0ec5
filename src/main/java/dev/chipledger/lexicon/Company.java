package dev.chipledger.lexicon;

import java.util.List;
import java.util.Set;

/**
 * A company of the lexicon.
 *
 * @param names forms used for the company itself, the first to show; never empty
 * @param brands products, sites and units that stand for their owner
 * @param descriptions phrases without "the" that mean this firm: "iPhone maker"
 * @param ticker null if private or unknown
 * @param country ISO 3166 alpha-2; null if unknown
 * @param parent id of an owner with an entry of its own; null if none
 * @param kinds chipmaker, foundry, cloud, ai, device …
 */
public record Company(
    String id,
    List<String> names,
    List<String> brands,
    List<String> descriptions,
    String ticker,
    String country,
    String parent,
    Set<String> kinds) {}
