package io.clearhold.ledger.projection;

import java.util.ArrayList;
import java.util.List;

/** Counts what was compared, and keeps the first differences. */
final class Differences {
    private static final int KEPT = 100;

    private final List<String> first = new ArrayList<>();
    private long count;
    private long rows;

    void comparedRow() {
        rows++;
    }

    void compare(String what, String column, long view, long state) {
        if (view != state) {
            add(what + " has " + column + " " + view + " in the view, " + state + " in the state");
        }
    }

    void compare(String what, String column, String view, String state) {
        if (!view.equals(state)) {
            add(what + " has " + column + " " + view + " in the view, " + state + " in the state");
        }
    }

    void add(String difference) {
        count++;
        if (first.size() < KEPT) {
            first.add(difference);
        }
    }

    long rows() {
        return rows;
    }

    long count() {
        return count;
    }

    List<String> first() {
        return List.copyOf(first);
    }
}
