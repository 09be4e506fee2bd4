package io.clearhold.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.Seeds;
import io.clearhold.core.lifecycle.ShareKind;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {
    @ParameterizedTest
    @CsvSource({
        "NONE,      0,   0,   0,    1000,    0",
        "AMOUNT,   30,   0,   0,    1000,   30",
        "BPS,      60,   0,   0,   12900,   77",
        "BPS,      60,   0,   0,       1,    0",
        "BPS,      60, 100,   0,   12900,  100",
        "BPS,      60,   0,  50,   12900,   50",
        "BPS,      60,  20, 200,   12900,   77",
        "BPS,   10000,   0,   0,   12900, 12900",
        "BPS,       1,   0,   0, 9223372036854775807, 922337203685477",
        "BPS,       0,   5,   0,   12900,    5"
    })
    void shouldFixAShareOfWhatWasCollected(
            ShareKind kind, long value, long min, long max, long collected, long share) {
        assertThat(Shares.fixed(kind, value, min, max, collected)).isEqualTo(share);
    }

    @Test
    void shouldSumToTheWholeOverAnyPartialReleases() {
        Seeds.forEach(
                2000,
                random -> {
                    long collected = 1 + (random.nextLong() >>> random.nextInt(1, 63));
                    long[] shares = anyShares(random, collected);
                    long[] taken = new long[shares.length];
                    long payee = 0;
                    long released = 0;
                    while (released < collected) {
                        long amount = anyPart(random, collected - released);
                        released += amount;
                        long left = amount;
                        for (int i = 0; i < shares.length; i++) {
                            long due = Shares.due(shares[i], taken[i], released, collected, left);
                            assertThat(due).isBetween(0L, left);
                            taken[i] += due;
                            left -= due;
                            assertThat(taken[i]).isLessThanOrEqualTo(shares[i]);
                        }
                        payee += left;
                    }
                    long sum = payee;
                    long shortOf = 0;
                    for (int i = 0; i < shares.length; i++) {
                        sum += taken[i];
                        shortOf += shares[i] - taken[i];
                    }
                    assertThat(sum).isEqualTo(collected);
                    // What rounding gave the payee early is not taken back: a unit a share at most.
                    assertThat(shortOf).isBetween(0L, (long) shares.length);
                });
    }

    @Test
    void shouldPayEveryShareInFullWhenAllIsReleasedAtOnce() {
        Seeds.forEach(
                500,
                random -> {
                    long collected = 1 + (random.nextLong() >>> random.nextInt(1, 63));
                    long left = collected;
                    for (long share : anyShares(random, collected)) {
                        assertThat(Shares.due(share, 0, collected, collected, left))
                                .isEqualTo(share);
                        left -= share;
                    }
                });
    }

    @Test
    void shouldLetNobodyGetMoreThanHisPartOfWhatIsReleased() {
        assertThat(Shares.due(100, 0, 1, 3, 1)).isEqualTo(1);
        assertThat(Shares.due(100, 0, 1, 1000, 1)).isZero();
        assertThat(Shares.due(100, 0, 500, 1000, 500)).isEqualTo(50);
        assertThat(Shares.due(100, 60, 500, 1000, 500)).isZero();
    }

    /** Parts that together never exceed the whole. */
    private static long[] anyShares(Random random, long collected) {
        long[] shares = new long[random.nextInt(6)];
        long left = collected;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = random.nextInt(5) == 0 ? left : random.nextLong(left + 1);
            left -= shares[i];
        }
        return shares;
    }

    private static long anyPart(Random random, long left) {
        return switch (random.nextInt(4)) {
            case 0 -> left;
            case 1 -> Math.min(left, 1 + random.nextInt(3));
            default -> Math.max(left / 8, 1 + random.nextLong(left));
        };
    }
}
