package io.clearhold.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MajorUnitsTest {
    @Test
    void shouldShowTheDecimalsOfTheCurrency() {
        assertThat(MajorUnits.of(12_900, "CNY")).isEqualTo("129.00 CNY");
        assertThat(MajorUnits.of(5, "EUR")).isEqualTo("0.05 EUR");
        assertThat(MajorUnits.of(12_900, "JPY")).isEqualTo("12,900 JPY");
        assertThat(MajorUnits.of(12_900, "KWD")).isEqualTo("12.900 KWD");
        assertThat(MajorUnits.of(0, "CNY")).isEqualTo("0.00 CNY");
    }

    @Test
    void shouldBeExactAtAnySize() {
        assertThat(MajorUnits.of(Long.MAX_VALUE, "CNY")).isEqualTo("92,233,720,368,547,758.07 CNY");
        assertThat(MajorUnits.of(Long.MIN_VALUE, "CNY"))
                .isEqualTo("-92,233,720,368,547,758.08 CNY");
        assertThat(MajorUnits.of(-100_000, "CNY")).isEqualTo("-1,000.00 CNY");
        assertThat(MajorUnits.of(-10_000, "CNY")).isEqualTo("-100.00 CNY");
    }

    @Test
    void shouldSayWhereItDoesNotKnowTheCurrency() {
        assertThat(MajorUnits.of(7, "XQQ")).isEqualTo("7 minor units XQQ");
    }
}
