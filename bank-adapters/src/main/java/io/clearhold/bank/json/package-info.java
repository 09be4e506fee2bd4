/** Small JSON objects as banks and journals write them: read whole, written member by member. */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.json;
