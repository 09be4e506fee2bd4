package io.clearhold.bank.sandbox.server;

import io.clearhold.core.lifecycle.InstructionKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What becomes of an instruction, chosen by the token of a collection or the destination of a
 * payout. Names are in the journal and never reused.
 */
enum Scenario {
    SUCCEEDS(Answer.GIVEN, Step.settle(Scenario.SOON_MS, 1)),
    DECLINED(Answer.GIVEN, Step.reject(0, 0, "declined")),
    UNKNOWN_TOKEN(Answer.GIVEN, Step.reject(0, 0, "unknown_token")),
    SLOW(Answer.GIVEN, Step.settle(3_000, 1)),
    /** Done, but nobody says so until asked. */
    SILENT(Answer.WITHHELD, Step.settle(0, 0)),
    /** Never recorded: as if the request had been lost on its way. */
    LOST(Answer.LOST),
    CALLED_BACK_TWICE(Answer.GIVEN, Step.settle(Scenario.SOON_MS, 2)),
    CALLED_BACK_FIRST(Answer.AFTER_CALLBACK, Step.settle(0, 1)),
    ONE_UNIT_SHORT(Answer.GIVEN, Step.settleShort(Scenario.SOON_MS)),
    NEVER(Answer.GIVEN),
    /** Reported not collected, and collected a minute after that. */
    LATE(
            Answer.GIVEN,
            Step.reject(Scenario.SOON_MS, 1, "not_collected"),
            Step.settle(Scenario.SOON_MS + 60_000, 1)),
    /** Collected, and taken back by the payer's bank a day later. */
    CHARGED_BACK(
            Answer.GIVEN,
            Step.settle(Scenario.SOON_MS, 1),
            Step.chargeBack(Scenario.SOON_MS + Scenario.DAY_MS, "fraud")),
    /** A refund that is reported done, and comes back a minute later. */
    REFUND_RETURNED(
            Answer.GIVEN,
            Step.settle(Scenario.SOON_MS, 1),
            Step.giveBack(Scenario.SOON_MS + 60_000, "account_closed")),
    REFUND_REFUSED(Answer.GIVEN, Step.reject(Scenario.SOON_MS, 1, "account_closed")),
    /** Evidence is judged a day after it came. */
    EVIDENCE_CONVINCES(Answer.GIVEN, Step.settle(Scenario.DAY_MS, 1)),
    EVIDENCE_DOES_NOT(Answer.GIVEN, Step.reject(Scenario.DAY_MS, 1, "evidence_rejected")),
    REFUSED_BY_RECEIVER(Answer.GIVEN, Step.reject(Scenario.SOON_MS, 1, "account_closed")),
    RETURNED(
            Answer.GIVEN,
            Step.settle(Scenario.SOON_MS, 1),
            Step.giveBack(Scenario.SOON_MS + 1_000, "account_closed"));

    /** Bank time after which a bank that works has done its work. */
    static final long SOON_MS = 50;

    static final long DAY_MS = 24L * 3600 * 1000;

    /** Evidence whose text has this word convinces. */
    static final String WINNING_WORD = "win";

    /** What the first request is answered; a repeated one is always answered as things stand. */
    enum Answer {
        GIVEN,
        AFTER_CALLBACK,
        /** The instruction is recorded, and nothing is answered. */
        WITHHELD,
        /** Nothing is recorded, and nothing is answered. */
        LOST
    }

    /** What happens to the money. */
    enum Movement {
        SETTLE,
        SETTLE_ONE_SHORT,
        REJECT,
        GIVE_BACK,
        CHARGE_BACK
    }

    /** One thing that happens, {@code afterMs} of bank time after the instruction came. */
    record Step(long afterMs, Movement movement, int callbacks, String reason) {
        static Step settle(long afterMs, int callbacks) {
            return new Step(afterMs, Movement.SETTLE, callbacks, "");
        }

        static Step settleShort(long afterMs) {
            return new Step(afterMs, Movement.SETTLE_ONE_SHORT, 1, "");
        }

        static Step reject(long afterMs, int callbacks, String reason) {
            return new Step(afterMs, Movement.REJECT, callbacks, reason);
        }

        static Step chargeBack(long afterMs, String reason) {
            return new Step(afterMs, Movement.CHARGE_BACK, 1, reason);
        }

        static Step giveBack(long afterMs, String reason) {
            return new Step(afterMs, Movement.GIVE_BACK, 1, reason);
        }
    }

    private static final Map<String, Scenario> BY_TOKEN =
            Map.ofEntries(
                    Map.entry("tok_success", SUCCEEDS),
                    Map.entry("tok_decline", DECLINED),
                    Map.entry("tok_slow", SLOW),
                    Map.entry("tok_timeout", SILENT),
                    Map.entry("tok_timeout_lost", LOST),
                    Map.entry("tok_duplicate", CALLED_BACK_TWICE),
                    Map.entry("tok_callback_first", CALLED_BACK_FIRST),
                    Map.entry("tok_wrong_amount", ONE_UNIT_SHORT),
                    Map.entry("tok_never", NEVER),
                    Map.entry("tok_late", LATE),
                    Map.entry("tok_chargeback", CHARGED_BACK));

    private final Answer answer;

    /** Made by List.of: it cannot change. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Step> steps;

    Scenario(Answer answer, Step... steps) {
        this.answer = answer;
        this.steps = List.of(steps);
    }

    Answer answer() {
        return answer;
    }

    List<Step> steps() {
        return steps;
    }

    /**
     * @param token of a collection
     * @param destinationNumber of a payout
     * @param reason of a refund, or the text of evidence
     */
    static Scenario of(
            InstructionKind kind,
            String token,
            String destinationNumber,
            String reason,
            long amountMinor) {
        return switch (kind) {
            case COLLECT, TOPUP, OWN_FUNDS -> collect(token, amountMinor);
            case REFUND, GIVE_BACK -> refund(reason);
            case CONTEST ->
                    reason.toLowerCase(Locale.ROOT).contains(WINNING_WORD)
                            ? EVIDENCE_CONVINCES
                            : EVIDENCE_DOES_NOT;
            case PAYOUT, WITHDRAWAL -> payout(destinationNumber);
        };
    }

    private static Scenario collect(String token, long amountMinor) {
        Scenario scenario = BY_TOKEN.getOrDefault(token, UNKNOWN_TOKEN);
        // One unit short of one unit would be a collection of nothing.
        return scenario == ONE_UNIT_SHORT && amountMinor == 1 ? DECLINED : scenario;
    }

    /** A refund has no destination to choose by: its reason may ask for trouble. */
    private static Scenario refund(String reason) {
        return switch (reason) {
            case "sandbox_refund_fails" -> REFUND_REFUSED;
            case "sandbox_refund_returned" -> REFUND_RETURNED;
            default -> SUCCEEDS;
        };
    }

    private static Scenario payout(String destinationNumber) {
        if (destinationNumber.endsWith("0001")) {
            return REFUSED_BY_RECEIVER;
        }
        if (destinationNumber.endsWith("0002")) {
            return RETURNED;
        }
        return destinationNumber.endsWith("0003") ? SILENT : SUCCEEDS;
    }
}
