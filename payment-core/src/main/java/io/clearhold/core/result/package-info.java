/** The numbered outcomes of commands. */
@org.jspecify.annotations.NullMarked
package io.clearhold.core.result;
