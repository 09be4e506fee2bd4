/**
 * Lists and searches as every other module sees them: filters and cursors in, pages of rows out.
 * The rows are those of a view that may be late or away, never those of the state.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.core.view;
