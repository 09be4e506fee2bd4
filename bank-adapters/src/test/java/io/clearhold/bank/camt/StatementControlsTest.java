package io.clearhold.bank.camt;

import static io.clearhold.bank.camt.CamtText.balance;
import static io.clearhold.bank.camt.CamtText.credit;
import static io.clearhold.bank.camt.CamtText.document;
import static io.clearhold.bank.camt.CamtText.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.support.Readings;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not add up is told, and read. */
class StatementControlsTest {
    private CamtReading reading = new CamtReading(Path.of(""));

    @BeforeEach
    void inFolder(@TempDir Path folder) {
        reading = new CamtReading(folder);
    }

    @Test
    void shouldTellABalanceThatDoesNotAddUp() {
        Readings read = reading.read(document(statement("1.00", "2.01", credit("1.00"))));

        assertThat(read.codes()).containsExactly("balance_mismatch");
        assertThat(read.findings.getFirst().detail()).contains("200", "201");
        assertThat(read.entries).hasSize(1);
        assertThat(read.ends.getFirst().complete()).isFalse();
    }

    @Test
    void shouldTellAnInterimStatement() {
        String interim =
                statement("1.00", "2.00", credit("1.00")).replace(balance("CLBD", "2.00"), "");

        Readings read = reading.read(document(interim));

        assertThat(read.codes()).containsExactly("closing_balance_missing");
        assertThat(read.ends.getFirst().complete()).isFalse();
    }

    @Test
    void shouldTellAMissingOpeningBalance() {
        String open =
                statement("1.00", "2.00", credit("1.00")).replace(balance("OPBD", "1.00"), "");

        assertThat(reading.read(document(open)).codes()).containsExactly("opening_balance_missing");
    }

    @ParameterizedTest
    @CsvSource({"1, 1.00, 0", "1, 1.0, 0", "2, 1.00, 1", "1, 1.01, 1", "1, 1e9, 0"})
    void shouldCompareTheBanksOwnSums(int count, String sum, int findings) {
        String entry =
                "<TxsSummry><TtlNtries><NbOfNtries>"
                        + count
                        + "</NbOfNtries><Sum>"
                        + sum
                        + "</Sum></TtlNtries></TxsSummry>"
                        + credit("1.00");

        Readings read = reading.read(document(statement("0.00", "1.00", entry)));

        assertThat(read.codes()).hasSize(findings);
        assertThat(read.codes()).allMatch("summary_mismatch"::equals);
        assertThat(read.ends.getFirst().complete()).isEqualTo(findings == 0);
    }

    @Test
    void shouldTellAReferenceThatComesTwice() {
        String first = credit("1.00", "<NtryRef>1</NtryRef><AcctSvcrRef>A</AcctSvcrRef>");
        String second = credit("1.00", "<NtryRef>2</NtryRef><AcctSvcrRef>A</AcctSvcrRef>");
        String third = credit("1.00", "<NtryRef>A</NtryRef><AcctSvcrRef>1</AcctSvcrRef>");

        Readings read = reading.read(document(statement("0.00", "3.00", first, second, third)));

        assertThat(read.codes()).containsExactly("duplicate_reference");
        assertThat(read.entries).hasSize(3);
    }

    @Test
    void shouldTellStatementsThatDoNotFollowEachOther() {
        Readings read =
                reading.read(
                        document(
                                statement("0.00", "1.00", credit("1.00")),
                                statement("1.00", "2.00", credit("1.00")),
                                statement("3.00", "4.00", credit("1.00"))));

        assertThat(read.codes()).containsExactly("balance_gap");
        assertThat(read.heads).hasSize(3);
        assertThat(read.entries.getLast().ordinal()).isEqualTo(3);
    }

    @Test
    void shouldTellPagesThatAreMissing() {
        Readings read =
                reading.read(
                        document(page(1, false), page(3, false), page(4, true), page(2, false)));

        assertThat(read.codes()).containsExactly("page_missing", "page_missing", "page_not_last");
    }

    @Test
    void shouldTellABalanceInAnotherCurrency() {
        String other =
                statement("0.00", "1.00", credit("1.00"))
                        .replace(
                                balance("CLBD", "1.00"),
                                balance("CLBD", "1.00").replace("CNY", "USD"));

        assertThat(reading.read(document(other)).codes()).containsExactly("balance_currency");
    }

    private static String page(int number, boolean last) {
        return statement("0.00", "0.00")
                .replace(
                        "<Acct>",
                        "<StmtPgntn><PgNb>"
                                + number
                                + "</PgNb><LastPgInd>"
                                + last
                                + "</LastPgInd></StmtPgntn><Acct>");
    }
}
