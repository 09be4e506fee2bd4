/**
 * What speaks to banks and channels, and proves the ledger against their statements. May use the
 * core; only the composition root wires it to the ledger.
 */
@NullMarked
package io.clearhold.bank;

import org.jspecify.annotations.NullMarked;
