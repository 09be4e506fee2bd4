/**
 * The HTTP server: connections, their requests in order, limits and timeouts, and the bytes of
 * answers. Knows routes, but no operation by name.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.gateway.http;
