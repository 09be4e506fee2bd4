/**
 * JSON in and out: strict reading of request bodies, allocation-free writing of answers, and the
 * members that travel as text through the journal.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.gateway.json;
