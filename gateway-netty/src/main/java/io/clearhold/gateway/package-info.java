/**
 * The HTTP edge: it turns requests into commands and results into answers, and never touches the
 * state. May use the core; only the composition root wires it to the ledger.
 */
@NullMarked
package io.clearhold.gateway;

import org.jspecify.annotations.NullMarked;
