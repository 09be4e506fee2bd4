/** The contract that the tests of every channel inherit. */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.spi;
