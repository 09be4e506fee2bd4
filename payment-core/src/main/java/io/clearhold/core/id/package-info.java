/** Object ids: 64 bits inside, a prefix and base32 outside. */
@org.jspecify.annotations.NullMarked
package io.clearhold.core.id;
