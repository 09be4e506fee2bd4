package io.clearhold.ledger.simulation;

import io.clearhold.core.proof.EntrySide;
import io.clearhold.ledger.scenario.StatementLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bank's account: what truly moved, and the statement files that show it, more or less. */
final class BankBooks {
    private static final long DAY_MS = 24L * 3600 * 1000;
    private static final long INTRADAY_MS = 600_000;

    /** A line, with the bank's own number of the movement. */
    record Line(long identity, StatementLine line) {}

    /**
     * A file.
     *
     * @param firstDay of those that it is whole for; after {@code lastDay} if for none
     */
    record File(long content, List<Line> lines, int firstDay, int lastDay) {}

    private final World world;
    private final Deque<File> files = new ArrayDeque<>();
    private final Map<Integer, Long> cash = new HashMap<>();
    private final List<Line> unshown = new ArrayList<>();
    private final List<Line> held = new ArrayList<>();
    private final List<Line> shown = new ArrayList<>();
    private long nextIdentity = 1;
    private long nextContent = 1;
    private int nextWholeDay;

    BankBooks(World world) {
        this.world = world;
        this.nextWholeDay = day(world.agenda().nowMs());
        nextIntraday();
        nextDay();
    }

    /** What truly is in the account. */
    long cash(int currency) {
        return cash.getOrDefault(currency, 0L);
    }

    /** Files that were not imported yet, the oldest first. */
    Deque<File> files() {
        return files;
    }

    /** Money moved. */
    void book(EntrySide side, long instruction, long amount, int currency, boolean charges) {
        long reference = world.faults().strikes(Fault.LINE_UNREFERENCED) ? 0 : instruction;
        long fee = charges && amount > 9 && world.random().nextInt(4) == 0 ? amount / 10 : 0;
        StatementLine line =
                switch (side) {
                    case CREDIT -> StatementLine.credit(reference, amount);
                    case DEBIT -> StatementLine.debit(reference, amount);
                };
        line.fee(fee).currency(currency);
        long moved =
                switch (side) {
                    case CREDIT -> amount - fee;
                    case DEBIT -> -amount - fee;
                };
        cash.merge(currency, moved, Long::sum);
        unshown.add(new Line(nextIdentity++, line));
    }

    /** Shows all that was not shown yet. */
    void closeBooks() {
        unshown.addAll(held);
        held.clear();
        write(day(world.agenda().nowMs()) - 1);
    }

    private void nextIntraday() {
        world.agenda()
                .after(
                        INTRADAY_MS,
                        () -> {
                            if (!unshown.isEmpty()) {
                                write(nextWholeDay - 1);
                            }
                            nextIntraday();
                        });
    }

    private void nextDay() {
        long nowMs = world.agenda().nowMs();
        long untilMs = (nowMs / DAY_MS + 1) * DAY_MS - nowMs;
        world.agenda()
                .after(
                        untilMs,
                        () -> {
                            if (world.random().nextInt(3) == 0) {
                                unshown.addAll(held);
                                held.clear();
                            }
                            write(day(world.agenda().nowMs()) - 1);
                            nextDay();
                        });
    }

    private void write(int wholeDay) {
        List<Line> lines = new ArrayList<>();
        if (world.faults().strikes(Fault.LINE_UNEXPECTED)) {
            int currency = BankOffice.CURRENCIES.get(world.random().nextInt(3));
            EntrySide side = world.random().nextBoolean() ? EntrySide.CREDIT : EntrySide.DEBIT;
            book(side, 0, 1 + world.random().nextInt(500), currency, false);
        }
        for (Line line : unshown) {
            if (world.faults().strikes(Fault.LINE_MISSING)) {
                held.add(line);
            } else {
                lines.add(line);
                shown.add(line);
            }
            if (world.faults().strikes(Fault.LINE_REPEATED) && !shown.isEmpty()) {
                lines.add(shown.get(world.random().nextInt(shown.size())));
            }
        }
        unshown.clear();
        File file = new File(nextContent++, lines, nextWholeDay, wholeDay);
        nextWholeDay = Math.max(nextWholeDay, wholeDay + 1);
        files.add(file);
        if (world.faults().strikes(Fault.FILE_REPEATED)) {
            files.add(file);
        }
    }

    private static int day(long ms) {
        return (int) (ms / DAY_MS);
    }
}
