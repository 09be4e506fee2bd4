/** One class per operation of the contract, and the one table of routes that declares them. */
@org.jspecify.annotations.NullMarked
package io.clearhold.gateway.operation;
