package io.clearhold.bank.statement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A booked balance.
 *
 * @param signedMinor minor units; what the bank owes the account's owner is positive
 */
public record Balance(long signedMinor, String currency, Optional<LocalDate> date) {}
