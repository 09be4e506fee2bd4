/** Lists and searches: typed filters in, pages of rows out, always by key and never by offset. */
@org.jspecify.annotations.NullMarked
package io.clearhold.ledger.projection.list;
