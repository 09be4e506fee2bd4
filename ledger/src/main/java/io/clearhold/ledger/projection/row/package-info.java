/**
 * Rows in bulk: what a batch makes and changes, collected in memory and written with COPY. Knows
 * tables and columns, but neither events nor money.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.ledger.projection.row;
