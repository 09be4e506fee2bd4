package io.clearhold.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdempotencyTableTest {
    private final StateHash hash = new StateHash();
    private final IdempotencyTable table = new IdempotencyTable(hash);

    @Test
    void shouldKeepEveryKeyWhileItGrows() {
        remember(1, 50_000);
        assertThat(table.size()).isEqualTo(50_000);
        assertKnown(1, 50_000);
        assertThat(table.sequence(50_001, ~50_001L)).isEqualTo(IdempotencyTable.UNKNOWN);
    }

    @Test
    void shouldForgetWholeBlocksThatAreOlderThanTheRetentionAndNothingElse() {
        remember(1, 10_000);
        for (int i = 0; i < 2000; i++) {
            table.forgetBefore(6001);
        }
        long forgotten = 6000 / IdempotencyTable.BLOCK * IdempotencyTable.BLOCK;
        assertThat(table.sequence(forgotten, ~forgotten)).isEqualTo(IdempotencyTable.UNKNOWN);
        assertThat(table.size()).isEqualTo(10_000 - (int) forgotten);
        assertKnown(forgotten + 1, 10_000);
    }

    @Test
    void shouldForgetFasterThanFramesBringNewKeys() {
        remember(1, 1000);
        for (int frame = 0; frame < 400; frame++) {
            table.forgetBefore(2000);
            remember(2001 + frame, 2001 + frame);
        }
        assertThat(table.size()).isLessThan(400 + 2 * IdempotencyTable.BLOCK);
        assertThat(table.sequence(1, ~1L)).isEqualTo(IdempotencyTable.UNKNOWN);
    }

    @Test
    void shouldGrowWithBlocksThatHaveWrapped() {
        remember(1, 4000);
        for (int i = 0; i < 1000; i++) {
            table.forgetBefore(3001);
        }
        remember(4001, 20_000);
        assertKnown(3001, 20_000);
    }

    @Test
    void shouldHashAsIfTheForgottenHadNeverBeen() {
        remember(1, 5 * IdempotencyTable.BLOCK);
        for (int i = 0; i < 3; i++) {
            table.forgetBefore(Long.MAX_VALUE);
        }
        StateHash fresh = new StateHash();
        IdempotencyTable other = new IdempotencyTable(fresh);
        for (long i = 3 * IdempotencyTable.BLOCK + 1; i <= 5 * IdempotencyTable.BLOCK; i++) {
            other.remember(i, ~i, i, i);
        }
        assertThat(hash.high()).isEqualTo(fresh.high());
        assertThat(hash.low()).isEqualTo(fresh.low());
        for (int i = 0; i < 2; i++) {
            table.forgetBefore(Long.MAX_VALUE);
        }
        assertThat(table.size()).isZero();
        assertThat(hash.high()).isZero();
        assertThat(hash.low()).isZero();
    }

    /** Key, age and sequence are one number. */
    private void remember(long from, long to) {
        for (long i = from; i <= to; i++) {
            table.remember(i, ~i, i, i);
        }
    }

    private void assertKnown(long from, long to) {
        for (long i = from; i <= to; i++) {
            assertThat(table.sequence(i, ~i)).isEqualTo(i);
        }
    }
}
