/**
 * The database of the view: how it is reached, its schema, and the position that the projection has
 * in it.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.ledger.projection.database;
