/** Backups of a data folder: made while the server runs, checked, restored. */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.backup;
