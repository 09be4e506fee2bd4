package io.clearhold.ledger.state;

import java.io.IOException;

/**
 * What proves the book against banks: the open business day, the statement files and lines that
 * were seen, and the breaks over lines that are missing.
 */
public final class Proof {
    /** The business day's own deadline; no object has this id, since sequences begin at 1. */
    public static final long DAY_DEADLINE = 1;

    /** Business days are those of the channels' zone; the sandbox keeps UTC. */
    public static final long DAY_MS = 24L * 3600 * 1000;

    private static final int LINES_TAG = 17;
    private static final int FILES_TAG = 18;
    private static final int SCALARS_TAG = 19;
    private static final int COVERED_TAG = 20;

    private final StateHash hash;
    private final PairMap lines;
    private final PairMap files;
    private final PairMap missing;
    private final PairMap covered;
    private long openDay;
    private long lastCut;
    private int dayDeadline;

    Proof(StateHash hash) {
        this.hash = hash;
        this.lines = new PairMap(LINES_TAG, true, hash, 1 << 10);
        this.files = new PairMap(FILES_TAG, true, hash, 1 << 6);
        this.covered = new PairMap(COVERED_TAG, true, hash, 1 << 6);
        this.missing = new PairMap(0, false, hash, 1 << 6);
    }

    /** The day that postings belong to now, in days since 1970; 0 before the first settings. */
    public int openDay() {
        return (int) openDay;
    }

    /** The sequence of the last cut, 0 before the first. */
    public long lastCut() {
        return lastCut;
    }

    /** The content of the line with this identity, or -1 if no file has shown it. */
    public long lineContent(long identityHigh, long identityLow) {
        return lines.get(identityHigh, identityLow);
    }

    /** The statement that a file's content came to, or -1. */
    public long statementOf(long contentHigh, long contentLow) {
        return files.get(contentHigh, contentLow);
    }

    /** The open break over a missing movement, or -1. */
    public long missingBreak(long instruction, int movement) {
        return missing.get(instruction, movement);
    }

    /** Whether a complete statement of this day is in. */
    public boolean isCovered(int channel, int currency, int day) {
        return covered.get(account(channel, currency), day) != PairMap.MISSING;
    }

    void cover(int channel, int currency, int day) {
        covered.put(account(channel, currency), day, 1);
    }

    private static long account(int channel, int currency) {
        return ((long) channel << 16) | currency;
    }

    void line(long identityHigh, long identityLow, long content) {
        lines.put(identityHigh, identityLow, content);
    }

    void file(long contentHigh, long contentLow, long statement) {
        files.put(contentHigh, contentLow, statement);
    }

    void missing(long instruction, int movement, long breakId) {
        missing.put(instruction, movement, breakId);
    }

    void found(long instruction, int movement) {
        missing.remove(instruction, movement);
    }

    long sizeInBytes() {
        return lines.sizeInBytes()
                + files.sizeInBytes()
                + missing.sizeInBytes()
                + covered.sizeInBytes();
    }

    void cut(long sequence) {
        hash.change(StateHash.place(SCALARS_TAG, 0, 1), lastCut, sequence);
        lastCut = sequence;
    }

    void openDay(long day, long cutMs, Deadlines deadlines) {
        hash.change(StateHash.place(SCALARS_TAG, 0, 0), openDay, day);
        openDay = day;
        dayDeadline = deadlines.scheduleUnheld(dayDeadline, DAY_DEADLINE, cutMs);
    }

    void write(StateOutput out) throws IOException {
        out.put(openDay);
        out.put(lastCut);
        out.put(dayDeadline);
        lines.write(out);
        files.write(out);
        missing.write(out);
        covered.write(out);
    }

    void read(StateInput in) throws IOException {
        long day = in.take();
        hash.change(StateHash.place(SCALARS_TAG, 0, 0), openDay, day);
        openDay = day;
        cut(in.take());
        dayDeadline = in.takeInt();
        lines.read(in);
        files.read(in);
        missing.read(in);
        covered.read(in);
    }
}
