/** The commands of {@code clearhold}. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.command;
