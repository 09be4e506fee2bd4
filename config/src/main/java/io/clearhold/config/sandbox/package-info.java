/**
 * What a sandbox makes for itself at its first start: keys, accounts, and a first request to try.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.config.sandbox;
