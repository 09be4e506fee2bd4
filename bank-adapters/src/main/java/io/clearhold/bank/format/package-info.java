/** Which format a file has, and who reads it: where an import begins. */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.format;
