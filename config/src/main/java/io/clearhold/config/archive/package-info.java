/** Moves old files of the journal to an archive, beside the server. Started by it alone. */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.archive;
