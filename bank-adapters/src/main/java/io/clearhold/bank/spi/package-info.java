/**
 * What a bank must be able to do, and how it says what became of an instruction. Every channel
 * implements it; dispatch calls it.
 */
@org.jspecify.annotations.NullMarked
package io.clearhold.bank.spi;
