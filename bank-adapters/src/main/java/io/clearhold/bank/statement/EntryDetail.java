package io.clearhold.bank.statement;

import java.util.Optional;

/**
 * One of the transactions behind an entry. Texts are empty where the bank gives none.
 *
 * @param line of the file where it begins
 * @param endToEndId the id by which the payment was instructed, handed on from bank to bank
 * @param instructionId the id that the instructing side gave to its own bank
 * @param transactionId the first bank's id
 * @param clearingReference that of the clearing system
 * @param servicerReference the account's bank's id of the transaction; of a return, that of the
 *     original one
 * @param amount of the transaction as booked, in a batch its part of the entry
 * @param gross amount of the payment before charges were taken off or put on
 * @param charges that are in the entry's amount, all together
 * @param returnReason why it came back, as the bank's code has it
 * @param returnInformation why it came back, in words
 * @param remittance what the payer wrote
 * @param counterpartyName who is on the other side
 * @param counterpartyAccount his account
 */
public record EntryDetail(
        long line,
        String endToEndId,
        String instructionId,
        String transactionId,
        String clearingReference,
        String servicerReference,
        Optional<MoneyAmount> amount,
        Optional<MoneyAmount> gross,
        Optional<MoneyAmount> charges,
        String returnReason,
        String returnInformation,
        String remittance,
        String counterpartyName,
        String counterpartyAccount) {
    /** Whether it brings back a payment that had left. */
    public boolean isReturn() {
        return !returnReason.isEmpty() || !returnInformation.isEmpty();
    }
}
