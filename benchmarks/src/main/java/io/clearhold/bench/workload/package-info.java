/**
 * What is measured without HTTP: the state machine, the engine, recovery, and the bare peers that
 * they are compared with.
 */
@NullMarked
package io.clearhold.bench.workload;

import org.jspecify.annotations.NullMarked;
