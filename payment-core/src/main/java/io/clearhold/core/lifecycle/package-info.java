/**
 * States, the tables of their transitions, and the small closed vocabularies of commands and
 * events.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.core.lifecycle;
