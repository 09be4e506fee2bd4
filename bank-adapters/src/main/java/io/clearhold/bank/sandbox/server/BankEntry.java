package io.clearhold.bank.sandbox.server;

import io.clearhold.bank.json.JsonText;
import io.clearhold.core.id.IdKind;
import io.clearhold.core.id.ObjectId;
import java.time.Instant;

/**
 * One booking. Only what of the order never changes is read, so that an entry needs no lock.
 *
 * @param number without gaps from 1, over all accounts
 * @param grossMinor what the movement is about
 * @param feeMinor what the bank kept of it
 * @param balanceMinor of the account afterwards
 * @param reason why money came back
 */
record BankEntry(
        long number,
        long atMs,
        BankOrder order,
        BankMovement movement,
        long grossMinor,
        long feeMinor,
        long balanceMinor,
        String reason) {
    /** What was booked, without sign. */
    long amountMinor() {
        return grossMinor - feeMinor;
    }

    /** What was booked; credits are positive. */
    long signedMinor() {
        return movement.isCredit() ? amountMinor() : -amountMinor();
    }

    String currency() {
        return order.currency();
    }

    /** The id by which Clearhold instructed it. */
    String instruction() {
        return ObjectId.toText(IdKind.INSTRUCTION, order.id());
    }

    /** The bank's own id of this movement. */
    String reference() {
        return order.reference() + movement.suffix();
    }

    String json() {
        JsonText json =
                new JsonText()
                        .number("number", number)
                        .text("id", instruction())
                        .text("type", movement.label())
                        .number("amount", signedMinor());
        if (feeMinor > 0) {
            json.number("fee", feeMinor);
        }
        return json.text("currency", currency())
                .text("reference", reference())
                .text("booked_at", Instant.ofEpochMilli(atMs).toString())
                .number("balance", balanceMinor)
                .object();
    }
}
