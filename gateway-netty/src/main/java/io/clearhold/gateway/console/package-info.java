/**
 * The console: pages for the operator's staff and auditors, without scripts. It is a client of the
 * contract inside the server: it calls the same operations, with the key of who logged in, and
 * shows their answers. It changes nothing but its own sessions.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.gateway.console;
