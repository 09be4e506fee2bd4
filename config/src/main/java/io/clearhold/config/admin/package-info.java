/**
 * Keys from the command line: on a stopped server's journal, or through a running server's socket.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.admin;
