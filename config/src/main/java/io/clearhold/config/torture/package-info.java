/**
 * Torture: servers in processes of their own are loaded, killed and robbed of power, and every
 * promise is checked after that. Whoever doubts a change runs it.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.torture;
