package io.clearhold.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void shouldCountEachValueInTheFirstRangeThatHoldsIt() {
        Distribution distribution = new Distribution(10, 20);
        for (long value : new long[] {0, 10, 11, 20, 21, 1_000}) {
            distribution.record(value);
        }
        assertThat(distribution.bounds()).containsExactly(10, 20);
        assertThat(distribution.counts()).containsExactly(2, 2, 2);
        assertThat(distribution.sum()).isEqualTo(1_062);
    }
}
