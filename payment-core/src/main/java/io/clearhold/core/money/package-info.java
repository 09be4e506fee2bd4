/** Currencies and exact integer arithmetic on minor units. */
@org.jspecify.annotations.NullMarked
package io.clearhold.core.money;
