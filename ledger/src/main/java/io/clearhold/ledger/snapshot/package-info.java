/** Snapshots of the state: a start reads the newest good one and the journal behind it. */
@org.jspecify.annotations.NullMarked
package io.clearhold.ledger.snapshot;
