package io.clearhold.core.view;

/**
 * Where a page begins and how long it is. Ids begin with shard and sequence, so the order of ids is
 * that of creation, and a cursor is the id of a row that was shown; it needs not exist any more.
 *
 * @param startingAfter shows what is older than this id; 0 for no bound
 * @param endingBefore shows what is directly newer than this id; 0 for no bound
 * @param limit 1 to {@value #MAX_LIMIT}
 */
public record Cursor(long startingAfter, long endingBefore, int limit) {
    public static final int MAX_LIMIT = 100;

    public Cursor {
        check(limit);
        if (startingAfter != 0 && endingBefore != 0) {
            throw new IllegalArgumentException("a page has one cursor");
        }
    }

    public static Cursor first(int limit) {
        return new Cursor(0, 0, limit);
    }

    public static Cursor after(long id, int limit) {
        return new Cursor(id, 0, limit);
    }

    public static Cursor before(long id, int limit) {
        return new Cursor(0, id, limit);
    }

    public boolean isBackward() {
        return endingBefore != 0;
    }

    static void check(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
