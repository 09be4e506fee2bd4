/** The frame of the journal: one command, its result and its events. */
@org.jspecify.annotations.NullMarked
package io.clearhold.core.frame;
