/**
 * The sandbox bank itself: a server of its own, with its own folder and its own view of our
 * account.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.sandbox.server;
