package io.clearhold.ledger.machine;

/** What happens at the deadlines of one kind of object. */
interface DeadlineHandler {
    /** Decides what the deadline of an object does; false if the object is none of its own. */
    boolean fire(long object, Decision decision);

    /** Whether these deadlines move money, or the right to it. */
    boolean movesMoney();
}
