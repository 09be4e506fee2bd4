/** Questions to the ledger from threads that may wait for the answer. */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.engine;
