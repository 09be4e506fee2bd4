/** The sandbox channel and clock, against the sandbox bank over its socket. */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.sandbox;
