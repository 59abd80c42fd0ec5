package dev.chipledger.lexicon;

import java.util.List;

/**
 * A chip, family or generation of the lexicon.
 *
 * @param names surface forms without the maker, the first to show; never empty
 * @param vendor company id; null for what several make
 * @param family id of the family or generation it belongs to; null if none
 * @param kind gpu, cpu, soc, accelerator, memory …; null if unknown
 * @param year of launch or announcement; null if unknown
 */
public record Chip(String id, List<String> names, String vendor, String family, String kind, Integer year) {}
