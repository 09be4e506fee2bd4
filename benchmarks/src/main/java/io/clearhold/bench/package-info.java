/**
 * Microbenchmarks and load tests, started by {@code clearhold bench}. May use every module; nothing
 * may use it.
 */
@NullMarked
package io.clearhold.bench;

import org.jspecify.annotations.NullMarked;
