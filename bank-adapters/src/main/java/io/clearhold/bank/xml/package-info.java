/**
 * Reading XML that others made: no document type, no entities, bounded in depth and memory, and
 * every refusal with its line.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.xml;
