/**
 * What both ends of the sandbox bank's socket must agree on: the shared secret and its signatures.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.sandbox.wire;
