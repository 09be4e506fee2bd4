/** Fakes that speak over real sockets or hold a ledger in memory, and waiting with a deadline. */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.support;
