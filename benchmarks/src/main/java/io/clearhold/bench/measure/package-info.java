/**
 * What a measurement is, how rounds are interleaved, and how figures become ratios and a report.
 * Knows nothing of what is measured.
 */
@NullMarked
package io.clearhold.bench.measure;

import org.jspecify.annotations.NullMarked;
