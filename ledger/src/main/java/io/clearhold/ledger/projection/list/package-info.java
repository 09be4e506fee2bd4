/** Reads lists from the view: by key, never by offset. */
@org.jspecify.annotations.NullMarked
package io.clearhold.ledger.projection.list;
