/** How a running server logs. Other commands print, and log only warnings. */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.log;
