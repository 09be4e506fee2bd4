package io.clearhold.core.share;

import io.clearhold.core.lifecycle.ShareKind;
import io.clearhold.core.money.Amounts;

/**
 * How a collected amount is shared. At collection each share is fixed; each release then pays every
 * share what it is due by then, so that nobody is debited by a release and the parts sum exactly.
 */
public final class Shares {
    private Shares() {}

    /**
     * What a share comes to of {@code collected}: its amount, or ⌊collected·bps/10000⌋ clamped to
     * min and max.
     *
     * @param max 0 for no limit
     */
    public static long fixed(ShareKind kind, long value, long min, long max, long collected) {
        return switch (kind) {
            case NONE -> 0;
            case AMOUNT -> value;
            case BPS -> {
                long share = Amounts.multiplyDivide(value, collected, Amounts.BPS_WHOLE);
                long capped = max > 0 ? Math.min(share, max) : share;
                yield Math.max(capped, min);
            }
        };
    }

    /** Whether a share could never be part of a whole: more than ten thousand basis points. */
    public static boolean exceedsWhole(ShareKind kind, long value) {
        return kind == ShareKind.BPS && value > Amounts.BPS_WHOLE;
    }

    /**
     * What one share gets of a release: its part of all that is released by then, less what it has,
     * but never more than is left of this release.
     *
     * @param share what the share was fixed at
     * @param taken what it has had before
     * @param releasedInAll released before and now
     * @param left of this release, after the shares before this one
     */
    public static long due(long share, long taken, long releasedInAll, long collected, long left) {
        long due = Amounts.multiplyDivide(releasedInAll, share, collected) - taken;
        return Math.max(0, Math.min(due, left));
    }
}
