/** Words of proving the ledger against the bank: movements, statement lines, breaks. */
@org.jspecify.annotations.NullMarked
package io.clearhold.core.proof;
