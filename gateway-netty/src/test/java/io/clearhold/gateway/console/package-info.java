/** The console: escaping, sessions, and its pages through a socket. */
@org.jspecify.annotations.NullMarked
package io.clearhold.gateway.console;
