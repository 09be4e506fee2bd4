/** The sandbox bank seen through its doors and its folder. */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.sandbox.server;
