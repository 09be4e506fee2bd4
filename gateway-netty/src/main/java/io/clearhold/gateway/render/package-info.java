/**
 * From results to answers. Everything here is a function of the operation, the result, the frames
 * it names and fixed settings: no clock and no chance, so that a retry gets the same bytes.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.gateway.render;
