package io.clearhold.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrenciesTest {
    @ParameterizedTest
    @CsvSource({
        "CNY, 156, 2",
        "USD, 840, 2",
        "EUR, 978, 2",
        "HKD, 344, 2",
        "JPY, 392, 0",
        "KRW, 410, 0",
        "KWD, 414, 3",
        "BHD, 48, 3"
    })
    void shouldKnowNumberAndExponent(String code, int number, int exponent) {
        assertThat(Currencies.number(code)).isEqualTo(number);
        assertThat(Currencies.code(number)).isEqualTo(code);
        assertThat(Currencies.entry(number))
                .isEqualTo(new Currencies.Entry(code, number, exponent));
    }

    @Test
    void shouldHaveEachCodeAndNumberOnce() {
        Set<String> codes = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();
        for (Currencies.Entry entry : Currencies.all()) {
            assertThat(codes.add(entry.code())).as(entry.code()).isTrue();
            assertThat(numbers.add(entry.number())).as(entry.code()).isTrue();
            assertThat(Currencies.number(entry.code())).isEqualTo(entry.number());
            assertThat(Currencies.code(entry.number())).isEqualTo(entry.code());
            assertThat(entry.exponent()).isBetween(0, 4);
        }
    }

    /** Each shares its number with the currency that replaced it. */
    @ParameterizedTest
    @CsvSource({"RUR, RUB", "BYR, BYN", "TRL, TRY"})
    void shouldPreferTheCurrencyInUse(String withdrawn, String current) {
        int number = Currencies.number(current);
        assertThat(number).isPositive();
        assertThat(Currencies.code(number)).isEqualTo(current);
        assertThat(Currencies.number(withdrawn)).isNotEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CN", "CNYY", "cny", "Cny", "XXX", "XAU", "???", "COř", "ＣＮＹ"})
    void shouldNotKnowOthers(String code) {
        assertThat(Currencies.number(code)).isZero();
    }
}
