/**
 * The PostgreSQL that holds the view: one that comes along and lives in the data folder, or one
 * that is there already. Knows nothing of what is kept in it.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.postgres;
