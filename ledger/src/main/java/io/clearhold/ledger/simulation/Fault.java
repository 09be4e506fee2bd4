package io.clearhold.ledger.simulation;

import java.util.Locale;

/**
 * What can go wrong in a simulated world, with how often it does by default: chances in a million
 * opportunities. Names outside are in lower case.
 */
public enum Fault {
    /** Once a group: the process dies. What was appended stays, synced or not. */
    KILL(1_200),
    /** Once a group: what was not synced stays whole, torn, or not at all, in any order. */
    POWER_CUT(1_200),
    /** Once a sync: it fails, and some of what it covered is lost. */
    SYNC_FAILURE(500),
    /** Once an append: it fails half way. */
    APPEND_FAILURE(60),
    /** Once a group: the disk's reserve is reached for a while. */
    STORAGE_FULL(600),
    /** Once a group: hours pass in which nobody asks for anything. */
    LONG_PAUSE(2_500),
    /** Once a group: somebody sets the wall clock up to six hours wrong. */
    CLOCK_JUMP(1_000),
    /** Once a request: the client does not hear the answer and asks again with the same key. */
    ANSWER_LOST(10_000),
    /** Once an answer: the client asks the same again, up to hours later. */
    REQUEST_REPEATED(20_000),
    /** Once a submission: nothing listens at the bank for a while; certainly nothing was sent. */
    BANK_OUTAGE(4_000),
    /** Once a submission: the request is lost, and nobody says so. */
    SUBMISSION_LOST(20_000),
    /** Once a submission: it reaches the bank after its time was over. */
    SUBMISSION_LATE(20_000),
    /** Once a submission: the bank did it, but its answer is lost. */
    BANK_ANSWER_LOST(30_000),
    /** Once a movement: the bank's word on it never comes. */
    CALLBACK_LOST(50_000),
    /** Once a movement: the bank says it twice. */
    CALLBACK_TWICE(50_000),
    /** Once a movement: the bank says it hours late. */
    CALLBACK_LATE(30_000),
    /** Once an acceptance: the money moves, and is told, before the bank's own answer. */
    CALLBACK_EARLY(30_000),
    /** Once a collection: another amount comes. */
    WRONG_AMOUNT(10_000),
    /** Once a collection: money comes in another currency. */
    WRONG_CURRENCY(5_000),
    /** Once a closed collection: the payer pays all the same. */
    PAID_AFTER_CLOSE(100_000),
    /** Once a payout: it comes back after it was paid. */
    PAYOUT_RETURNED(50_000),
    /** Once a line: it is missing from its day's statement and comes days later. */
    LINE_MISSING(20_000),
    /** Once a line: a later statement shows it again. */
    LINE_REPEATED(30_000),
    /** Once a line: it does not say which instruction it belongs to. */
    LINE_UNREFERENCED(10_000),
    /** Once a statement: it shows money that nobody asked for. */
    LINE_UNEXPECTED(300_000),
    /** Once a statement: the same file is imported again. */
    FILE_REPEATED(100_000),
    /** Once a turn: the view is away for a while. */
    VIEW_AWAY(2_000),
    /** Once a delivery: the webhook receiver fails. */
    RECEIVER_FAILED(20_000),
    /** Once a delivery: the receiver took it, but its answer is lost. */
    RECEIVER_ANSWER_LOST(20_000);

    private final int perMillion;

    Fault(int perMillion) {
        this.perMillion = perMillion;
    }

    /** Chances in a million opportunities, unless told otherwise. */
    public int perMillion() {
        return perMillion;
    }

    /** The name outside. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
