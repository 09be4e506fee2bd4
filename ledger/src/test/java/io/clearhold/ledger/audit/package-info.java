/** The proof of the ledger, against plain implementations of the standard. */
@org.jspecify.annotations.NullMarked
package io.clearhold.ledger.audit;
