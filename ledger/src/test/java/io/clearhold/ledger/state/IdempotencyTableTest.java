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
    void shouldForgetWhatIsOlderThanTheRetentionAndNothingElse() {
        remember(1, 10_000);
        for (int i = 0; i < 2000; i++) {
            table.forgetBefore(6001);
        }
        assertThat(table.sequence(6000, ~6000L)).isEqualTo(IdempotencyTable.UNKNOWN);
        assertThat(table.size()).isEqualTo(4000);
        assertKnown(6001, 10_000);
    }

    @Test
    void shouldForgetFasterThanFramesBringNewKeys() {
        remember(1, 1000);
        for (int frame = 0; frame < 400; frame++) {
            table.forgetBefore(2000);
            remember(2001 + frame, 2001 + frame);
        }
        assertThat(table.size()).isEqualTo(400);
    }

    @Test
    void shouldGrowWithARingThatHasWrapped() {
        remember(1, 4000);
        for (int i = 0; i < 1000; i++) {
            table.forgetBefore(3001);
        }
        remember(4001, 20_000);
        assertKnown(3001, 20_000);
        for (int i = 0; i < 10_000; i++) {
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
