/** Backups of real servers. */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.backup;
