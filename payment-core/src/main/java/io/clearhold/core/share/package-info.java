/** Fees and splits: how a collected amount is shared when it is released. */
@org.jspecify.annotations.NullMarked
package io.clearhold.core.share;
