/** Making snapshots beside a running server. */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.snapshot;
