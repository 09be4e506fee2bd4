package io.clearhold.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.core.Seeds;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AmountsTest {
    @Test
    void shouldDivideTheExactProduct() {
        Seeds.forEach(
                20_000,
                random -> {
                    long c = Math.max(1, anyAmount(random));
                    long a = random.nextInt(8) == 0 ? c : anyAmount(random) % c;
                    long b = anyAmount(random);
                    assertThat(Amounts.multiplyDivide(a, b, c))
                            .as("%d * %d / %d", a, b, c)
                            .isEqualTo(exact(a, b, c));
                });
    }

    @Test
    void shouldDivideAtTheEdges() {
        long max = Long.MAX_VALUE;
        assertThat(Amounts.multiplyDivide(max, max, max)).isEqualTo(max);
        assertThat(Amounts.multiplyDivide(max - 1, max, max)).isEqualTo(max - 1);
        assertThat(Amounts.multiplyDivide(0, max, 1)).isZero();
        assertThat(Amounts.multiplyDivide(1, max, 1)).isEqualTo(max);
        assertThat(Amounts.multiplyDivide(10_000, max, 10_000)).isEqualTo(max);
        assertThat(Amounts.multiplyDivide(9_999, max, 10_000)).isEqualTo(exact(9_999, max, 10_000));
    }

    @Test
    void shouldRefuseWhatCouldNotFit() {
        assertThatThrownBy(() -> Amounts.multiplyDivide(2, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Amounts.multiplyDivide(-1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Amounts.multiplyDivide(0, -1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Amounts.multiplyDivide(0, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldSeeOverflowBeforeItHappens() {
        assertThat(Amounts.additionOverflows(Long.MAX_VALUE, 0)).isFalse();
        assertThat(Amounts.additionOverflows(Long.MAX_VALUE, 1)).isTrue();
        assertThat(Amounts.additionOverflows(1, Long.MAX_VALUE)).isTrue();
        assertThat(Amounts.additionOverflows(Long.MAX_VALUE - 1, 1)).isFalse();
    }

    private static long exact(long a, long b, long c) {
        return BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .divide(BigInteger.valueOf(c))
                .longValueExact();
    }

    /** Every magnitude is as likely as any other. */
    private static long anyAmount(Random random) {
        return random.nextLong() >>> random.nextInt(1, 64);
    }
}
