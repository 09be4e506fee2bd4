/** Health, readiness, version, metrics, and the readable form of the contract. */
@org.jspecify.annotations.NullMarked
package io.clearhold.gateway.page;
