/**
 * Settings, the composition root and the command line. May use every module but the benchmarks; no
 * module may use it.
 */
@NullMarked
package io.clearhold.config;

import org.jspecify.annotations.NullMarked;
