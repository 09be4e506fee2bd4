@org.jspecify.annotations.NullMarked
package io.clearhold.bank.statement;
