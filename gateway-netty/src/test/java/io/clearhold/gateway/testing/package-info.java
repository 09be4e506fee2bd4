/** A ledger that remembers and a client that speaks bytes, for the tests of this module. */
@org.jspecify.annotations.NullMarked
package io.clearhold.gateway.testing;
