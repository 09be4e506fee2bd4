/** The chart of accounts, and the posting rule of every fact. */
@org.jspecify.annotations.NullMarked
package io.clearhold.core.book;
