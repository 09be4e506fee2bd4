/** What each event means for the rows of the view. Reads frames, never the state. */
@org.jspecify.annotations.NullMarked
package io.clearhold.ledger.projection.fact;
