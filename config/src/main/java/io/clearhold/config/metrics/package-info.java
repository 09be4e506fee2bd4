/** What is measured; names and meanings stand in docs/operating/metrics.md. */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.metrics;
