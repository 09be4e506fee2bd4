package io.clearhold.ledger.state;

import java.io.IOException;

/**
 * All deadlines, fired in the order of (time, object). Those that move money, or the right to it,
 * wait while the clock is held; what merely keeps asking banks or closes the books of a day goes
 * on. A handle belongs to the one of the two that it was scheduled with.
 */
public final class Deadlines {
    private final ClockHold hold;
    private final DeadlineQueue money = new DeadlineQueue();
    private final DeadlineQueue unheld = new DeadlineQueue();

    Deadlines(ClockHold hold) {
        this.hold = hold;
    }

    /**
     * Sets, moves or (with time 0) cancels a deadline that waits while the clock is held; returns
     * the handle to keep.
     */
    public int schedule(int handle, long object, long timeMs) {
        return money.schedule(handle, object, timeMs);
    }

    /** The same for a deadline that moves no money and is never held. */
    public int scheduleUnheld(int handle, long object, long timeMs) {
        return unheld.schedule(handle, object, timeMs);
    }

    /** How many there are, held ones included. */
    public int size() {
        return money.size() + unheld.size();
    }

    /** Whether the next one that may fire is due. */
    public boolean isDue(long nowMs) {
        return unheld.isDue(nowMs) || (!hold.isHeld() && money.isDue(nowMs));
    }

    /** When the next one that may fire is due, or Long.MAX_VALUE. */
    public long nextTimeMs() {
        long next = unheld.nextTimeMs();
        return hold.isHeld() ? next : Math.min(next, money.nextTimeMs());
    }

    /** Whose deadline is next; only when one {@link #isDue}. */
    public long nextObject(long nowMs) {
        return dueFirst(nowMs).nextObject();
    }

    /** Whether a deadline is due that waits because the clock is held. */
    public boolean isHeldBack(long nowMs) {
        return hold.isHeld() && money.isDue(nowMs);
    }

    private DeadlineQueue dueFirst(long nowMs) {
        if (hold.isHeld() || !money.isDue(nowMs)) {
            return unheld;
        }
        if (!unheld.isDue(nowMs)) {
            return money;
        }
        long a = money.nextTimeMs();
        long b = unheld.nextTimeMs();
        boolean moneyFirst = a != b ? a < b : money.nextObject() < unheld.nextObject();
        return moneyFirst ? money : unheld;
    }

    long sizeInBytes() {
        return money.sizeInBytes() + unheld.sizeInBytes();
    }

    void write(StateOutput out) throws IOException {
        money.write(out);
        unheld.write(out);
    }

    void read(StateInput in) throws IOException {
        money.read(in);
        unheld.read(in);
    }
}
