/** Small JSON objects. */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.json;
