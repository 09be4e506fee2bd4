/**
 * The composition root: starts every part in order, and stops them the other way round. Embedders
 * (load tests) start a server here.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.server;
