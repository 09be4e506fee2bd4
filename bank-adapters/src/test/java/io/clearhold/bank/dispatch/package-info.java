/** Bank dispatch against a ledger in memory and a bank that says what it is told to. */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.dispatch;
