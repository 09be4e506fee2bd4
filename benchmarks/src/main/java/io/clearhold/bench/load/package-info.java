/**
 * The HTTP load generator. It shares the machine with what it loads, so it is one thread over
 * prepared bytes and parses no more of an answer than it must.
 */
@NullMarked
package io.clearhold.bench.load;

import org.jspecify.annotations.NullMarked;
