package io.clearhold.bank.dispatch;

import io.clearhold.bank.engine.LedgerMessage;
import io.clearhold.bank.engine.LedgerMessages;
import io.clearhold.bank.json.JsonText;
import io.clearhold.bank.spi.BankReport;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.money.Currencies;

/** Puts a bank's word into the command that reports it. */
final class OutcomeReports {
    private final int maxTextLength;

    OutcomeReports(int maxTextLength) {
        this.maxTextLength = maxTextLength;
    }

    LedgerMessage message(long instruction, Evidence evidence, BankReport report) {
        return switch (report) {
            case BankReport.Accepted accepted ->
                    plain(instruction, BankOutcome.ACCEPTED, evidence, accepted.reference());
            case BankReport.Pending pending ->
                    plain(instruction, BankOutcome.PENDING, evidence, pending.reference());
            case BankReport.NotFound _ -> plain(instruction, BankOutcome.NOT_FOUND, evidence, "");
            case BankReport.Closed _ -> plain(instruction, BankOutcome.CLOSED, evidence, "");
            case BankReport.Rejected rejected ->
                    LedgerMessages.reportOutcome(
                            instruction,
                            BankOutcome.REJECTED,
                            evidence,
                            FailureReason.DECLINED.code(),
                            0,
                            text("", rejected.reason()));
            case BankReport.Unknown unknown -> unknown(instruction, evidence, unknown.why());
            case BankReport.NotSent notSent ->
                    LedgerMessages.reportOutcome(
                            instruction,
                            BankOutcome.NOT_SENT,
                            evidence,
                            0,
                            0,
                            text("", notSent.why()));
            case BankReport.Returned returned ->
                    LedgerMessages.reportOutcome(
                            instruction,
                            BankOutcome.RETURNED,
                            evidence,
                            0,
                            0,
                            text(returned.reference(), returned.reason()));
            case BankReport.ChargedBack back -> chargedBack(instruction, evidence, back);
            case BankReport.Settled settled -> settled(instruction, evidence, settled);
        };
    }

    private LedgerMessage settled(long instruction, Evidence evidence, BankReport.Settled settled) {
        int currency = Currencies.number(settled.currency());
        if (currency == 0) {
            // Money in a currency that nobody knows is no money we could book.
            return unknown(instruction, evidence, FailureReason.BANK_ERROR);
        }
        return LedgerMessages.reportOutcome(
                instruction,
                BankOutcome.SETTLED,
                evidence,
                settled.amountMinor(),
                currency,
                text(settled.reference(), ""));
    }

    private LedgerMessage chargedBack(
            long instruction, Evidence evidence, BankReport.ChargedBack back) {
        int currency = Currencies.number(back.currency());
        if (currency == 0) {
            // Money in a currency that nobody knows is no money we could book.
            return unknown(instruction, evidence, FailureReason.BANK_ERROR);
        }
        return LedgerMessages.reportOutcome(
                instruction,
                BankOutcome.CHARGED_BACK,
                evidence,
                back.amountMinor(),
                back.costMinor(),
                currency,
                text(back.reference(), back.reason()));
    }

    private LedgerMessage unknown(long instruction, Evidence evidence, FailureReason why) {
        return LedgerMessages.reportOutcome(
                instruction, BankOutcome.UNKNOWN, evidence, why.code(), 0, "");
    }

    private LedgerMessage plain(
            long instruction, BankOutcome outcome, Evidence evidence, String reference) {
        return LedgerMessages.reportOutcome(
                instruction, outcome, evidence, 0, 0, text(reference, ""));
    }

    private String text(String reference, String reason) {
        return new JsonText()
                .textIfAny("bank_reference", cut(reference))
                .textIfAny("reason", cut(reason))
                .members();
    }

    /** Banks' texts go into the journal for good, so their length is ours to decide. */
    private String cut(String text) {
        if (text.length() <= maxTextLength) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(maxTextLength - 1));
        return text.substring(0, splitsPair ? maxTextLength - 1 : maxTextLength);
    }
}
