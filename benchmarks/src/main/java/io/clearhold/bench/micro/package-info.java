/** JMH benchmarks of single steps; {@code clearhold bench jmh} runs them. */
@NullMarked
package io.clearhold.bench.micro;

import org.jspecify.annotations.NullMarked;
