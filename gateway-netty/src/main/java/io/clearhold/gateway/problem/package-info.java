/** Refusals that the gateway itself decides, before or beside the ring. */
@org.jspecify.annotations.NullMarked
package io.clearhold.gateway.problem;
