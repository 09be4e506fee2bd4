/** The journal for people: replay, dump, statistics. Reads and never writes. */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.journal;
