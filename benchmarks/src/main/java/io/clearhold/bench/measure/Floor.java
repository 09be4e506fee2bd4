package io.clearhold.bench.measure;

/**
 * What a peer must come to for its suite to count: on a machine that is busy otherwise, a ratio
 * says nothing.
 *
 * @param atLeast the lowest median that is believed
 * @param meaning said where it is missed
 */
public record Floor(Ratio.Term term, double atLeast, String meaning) {}
