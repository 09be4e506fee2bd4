/**
 * What the ledger knows, in primitive tables. Everyone in this module may read it; only {@link
 * io.clearhold.ledger.state.EventApplier} writes it. Confined to the writer's thread.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.ledger.state;
