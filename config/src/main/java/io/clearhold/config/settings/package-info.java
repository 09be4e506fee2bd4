/**
 * Settings: read once at the start from flags, environment, a file and {@code reference.conf}, and
 * handed to each module as its own record.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.settings;
