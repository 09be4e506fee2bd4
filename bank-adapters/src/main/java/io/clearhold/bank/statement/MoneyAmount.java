package io.clearhold.bank.statement;

/** Minor units of a currency, never negative. */
public record MoneyAmount(long minor, String currency) {}
