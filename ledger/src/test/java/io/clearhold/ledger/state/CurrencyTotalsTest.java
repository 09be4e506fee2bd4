package io.clearhold.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.core.book.AccountKind;
import io.clearhold.ledger.fixture.Seeds;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurrencyTotalsTest {
    @Test
    void shouldBalanceWhateverIsPosted() {
        Seeds.forEach(
                50,
                random -> {
                    CurrencyTotals totals =
                            new CurrencyTotals(156, new CurrencyTotals.Table(new StateHash()));
                    AccountKind[] kinds = AccountKind.values();
                    Map<AccountKind, Long> debitLessCredit = new EnumMap<>(AccountKind.class);
                    for (int i = 0; i < 200; i++) {
                        AccountKind debit = kinds[random.nextInt(kinds.length)];
                        AccountKind credit = kinds[random.nextInt(kinds.length)];
                        long amount = 1L + random.nextInt(1000);
                        totals.post(debit, credit, amount);
                        debitLessCredit.merge(debit, amount, Long::sum);
                        debitLessCredit.merge(credit, -amount, Long::sum);
                        assertThat(totals.imbalance()).isZero();
                        assertThat(totals.debits()).isEqualTo(totals.credits());
                    }
                    debitLessCredit.forEach((kind, net) ->
                            assertThat(totals.balance(kind))
                                    .isEqualTo(
                                            kind.normalSide() == AccountKind.Side.DEBIT
                                                    ? net
                                                    : -net));
                });
    }

    @Test
    void shouldBeFullBeforeAnythingCouldOverflow() {
        CurrencyTotals totals = new CurrencyTotals(156, new CurrencyTotals.Table(new StateHash()));
        assertThat(totals.isFullFor(1L << 53)).isFalse();
        assertThat(totals.isFullFor(Long.MAX_VALUE)).isTrue();
        for (int i = 0; i < 4096 && !totals.isFullFor(1L << 53); i++) {
            totals.expose(1L << 53);
        }
        assertThat(totals.isFullFor(1L << 53)).isTrue();
    }
}
