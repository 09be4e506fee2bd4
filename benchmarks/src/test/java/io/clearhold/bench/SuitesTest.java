package io.clearhold.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bench.measure.Measurement;
import io.clearhold.bench.measure.Ratio;
import io.clearhold.bench.measure.Suite;
import io.clearhold.bench.workload.LargeStateSize;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names are how readers, goals and later runs refer to figures. */
class SuitesTest {
    private final List<Suite> suites =
            new Suites(64, 0, List.of(), new LargeStateSize(1000, 100), "1g", null).all();

    @Test
    void shouldNameEverythingOnce() {
        List<String> names =
                suites.stream()
                        .flatMap(suite ->
                                Stream.of(
                                                Stream.of(suite.name()),
                                                suite.measurements().stream()
                                                        .map(Measurement::name)
                                                        .filter(name -> !name.equals(suite.name())),
                                                suite.ratios().stream().map(Ratio::name))
                                        .flatMap(each -> each))
                        .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void shouldCompareOnlyWhatRunsSideBySide() {
        for (Suite suite : suites) {
            List<String> names = suite.measurements().stream().map(Measurement::name).toList();
            for (Ratio ratio : suite.ratios()) {
                assertThat(names).contains(ratio.numerator().measurement());
                if (ratio.denominator() != null) {
                    assertThat(names).contains(ratio.denominator().measurement());
                }
            }
        }
    }
}
