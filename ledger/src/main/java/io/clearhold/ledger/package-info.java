/**
 * The book, the engine that is its only writer, and what is derived from its journal. May use the
 * core; only the composition root wires it to the gateway and the banks.
 */
@NullMarked
package io.clearhold.ledger;

import org.jspecify.annotations.NullMarked;
