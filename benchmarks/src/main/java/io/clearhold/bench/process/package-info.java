/** Child processes: each side of a comparison has a JVM of its own, with the same flags. */
@NullMarked
package io.clearhold.bench.process;

import org.jspecify.annotations.NullMarked;
