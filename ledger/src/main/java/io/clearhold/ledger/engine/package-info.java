/** The embedded driver: the ring, the single writer, group commit and the watermark. */
@org.jspecify.annotations.NullMarked
package io.clearhold.ledger.engine;
