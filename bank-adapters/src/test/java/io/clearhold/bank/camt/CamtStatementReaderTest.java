package io.clearhold.bank.camt;

import static io.clearhold.bank.camt.CamtText.credit;
import static io.clearhold.bank.camt.CamtText.debit;
import static io.clearhold.bank.camt.CamtText.document;
import static io.clearhold.bank.camt.CamtText.entry;
import static io.clearhold.bank.camt.CamtText.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.statement.EntryDetail;
import io.clearhold.bank.statement.EntryDirection;
import io.clearhold.bank.statement.EntryStatus;
import io.clearhold.bank.statement.MoneyAmount;
import io.clearhold.bank.statement.StatementEntry;
import io.clearhold.bank.support.Readings;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamtStatementReaderTest {
    private CamtReading reading = new CamtReading(Path.of(""));

    @BeforeEach
    void inFolder(@TempDir Path folder) {
        reading = new CamtReading(folder);
    }

    @Test
    void shouldTellHeadEntriesAndEnd() {
        Readings read =
                reading.read(document(statement("1.00", "0.50", credit("2.00"), debit("2.50"))));

        assertThat(read.codes()).isEmpty();
        assertThat(read.files.getFirst().messageId()).isEqualTo("M1");
        assertThat(read.files.getFirst().version()).isEqualTo(8);
        assertThat(read.files.getFirst().createdAt())
                .contains(LocalDateTime.of(2026, 11, 22, 1, 2, 3));
        assertThat(read.heads.getFirst().account().value()).isEqualTo("ACCOUNT-1");
        assertThat(read.heads.getFirst().opening().orElseThrow().signedMinor()).isEqualTo(100);
        assertThat(read.ends.getFirst().closing().orElseThrow().signedMinor()).isEqualTo(50);
        assertThat(read.ends.getFirst().complete()).isTrue();
        assertThat(read.entries).extracting(StatementEntry::ordinal).containsExactly(1L, 2L);
        assertThat(read.entries).extracting(StatementEntry::line).containsExactly(9L, 11L);
        StatementEntry second = read.entries.getLast();
        assertThat(second.direction()).isEqualTo(EntryDirection.DEBIT);
        assertThat(second.amountMinor()).isEqualTo(250);
        assertThat(second.bookingDate()).contains(LocalDate.of(2026, 11, 21));
    }

    @ParameterizedTest
    @CsvSource({
        "<Sts>BOOK</Sts>, BOOKED",
        "<Sts><Cd>BOOK</Cd></Sts>, BOOKED",
        "<Sts> <Cd> PDNG </Cd> </Sts>, PENDING",
        "<Sts>PDNG</Sts>, PENDING",
        "<Sts><Cd>INFO</Cd></Sts>, INFORMATIONAL",
        "<Sts><Cd>FUTR</Cd></Sts>, FUTURE"
    })
    void shouldKnowAStatusInItsOldAndItsNewForm(String element, EntryStatus status) {
        String entry = credit("1.00").replace("<Sts><Cd>BOOK</Cd></Sts>", element);
        String closing = status == EntryStatus.BOOKED ? "1.00" : "0.00";

        Readings read = reading.read(document(statement("0.00", closing, entry)));

        assertThat(read.codes()).isEmpty();
        assertThat(read.entries.getFirst().status()).isEqualTo(status);
    }

    @Test
    void shouldKeepTheDirectionOfAReversal() {
        Readings read =
                reading.read(
                        document(
                                statement(
                                        "0.00",
                                        "-1.00",
                                        debit("1.00", "<RvslInd>true</RvslInd>"))));

        assertThat(read.codes()).isEmpty();
        assertThat(read.entries.getFirst().reversal()).isTrue();
        assertThat(read.entries.getFirst().direction()).isEqualTo(EntryDirection.DEBIT);
    }

    @Test
    void shouldQuarantineAnAmountThatIsTooPreciseAndGoOn() {
        Readings read =
                reading.read(
                        document(
                                statement(
                                        "0.00",
                                        "2.00",
                                        credit("1.005"),
                                        credit("1.00000", "<NtryRef>2</NtryRef>"))));

        assertThat(read.codes()).containsExactly("amount_precision", "balance_unchecked");
        assertThat(read.findings.getFirst().line()).isEqualTo(9);
        assertThat(read.findings.getFirst().field()).isEqualTo("Amt");
        assertThat(read.quarantined).hasSize(1);
        assertThat(read.entries.getFirst().ordinal()).isEqualTo(2);
        assertThat(read.entries.getFirst().amountMinor()).isEqualTo(100);
        assertThat(read.ends.getFirst().complete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "<Amt Ccy=\"CNY\">1.001</Amt>, CRDT, amount_precision",
        "<Amt Ccy=\"CNY\">-1.00</Amt>, CRDT, amount_invalid",
        "<Amt Ccy=\"CNY\">1e2</Amt>, CRDT, amount_invalid",
        "<Amt Ccy=\"CNY\">.</Amt>, CRDT, amount_invalid",
        "'<Amt Ccy=\"CNY\">1,00</Amt>', CRDT, amount_invalid",
        "<Amt Ccy=\"CNY\"/>, CRDT, amount_missing",
        "'', CRDT, amount_missing",
        "<Amt Ccy=\"CNY\">99999999999999999.00</Amt>, CRDT, amount_too_large",
        "<Amt Ccy=\"XYZ\">1.00</Amt>, CRDT, currency_unknown",
        "<Amt>1.00</Amt>, CRDT, currency_unknown",
        "<Amt Ccy=\"USD\">1.00</Amt>, CRDT, currency_mismatch",
        "<Amt Ccy=\"CNY\">1.00</Amt>, BOTH, direction_invalid"
    })
    void shouldQuarantineAnEntryThatCannotBeUnderstood(
            String amount, String direction, String code) {
        Readings read = reading.read(document(statement("0.00", "0.00", entry(amount, direction))));

        assertThat(read.codes()).containsExactly(code, "balance_unchecked");
        assertThat(read.entries).isEmpty();
        assertThat(read.quarantined.getFirst().why()).isEqualTo(read.findings.getFirst());
    }

    @Test
    void shouldReadTheReferencesAndTheReturn() {
        String details =
                "<NtryRef>7</NtryRef><AcctSvcrRef>BANK7</AcctSvcrRef><NtryDtls><TxDtls><Refs>"
                        + "<AcctSvcrRef>BANK6</AcctSvcrRef><InstrId>I</InstrId>"
                        + "<EndToEndId>ins_1</EndToEndId><TxId>NOTPROVIDED</TxId></Refs>"
                        + "<RltdPties><Dbtr><Pty><Nm>A &amp; B</Nm></Pty></Dbtr>"
                        + "<DbtrAcct><Id><IBAN>DE1</IBAN></Id></DbtrAcct></RltdPties>"
                        + "<RmtInf><Ustrd>one</Ustrd><Ustrd>two</Ustrd></RmtInf>"
                        + "<RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>closed</AddtlInf></RtrInf>"
                        + "</TxDtls></NtryDtls>";

        Readings read = reading.read(document(statement("0.00", "1.00", credit("1.00", details))));

        assertThat(read.codes()).isEmpty();
        StatementEntry entry = read.entries.getFirst();
        assertThat(entry.reference()).isEqualTo("7");
        assertThat(entry.servicerReference()).isEqualTo("BANK7");
        EntryDetail detail = entry.details().getFirst();
        assertThat(detail.endToEndId()).isEqualTo("ins_1");
        assertThat(detail.instructionId()).isEqualTo("I");
        assertThat(detail.transactionId()).isEmpty();
        assertThat(detail.servicerReference()).isEqualTo("BANK6");
        assertThat(detail.counterpartyName()).isEqualTo("A & B");
        assertThat(detail.counterpartyAccount()).isEqualTo("DE1");
        assertThat(detail.remittance()).isEqualTo("one two");
        assertThat(detail.returnReason()).isEqualTo("AC04");
        assertThat(detail.isReturn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // version 08, version 02, a gross amount that does not explain the fee, another currency
        "10.00, CNY, '<Chrgs><TtlChrgsAndTaxAmt Ccy=\"CNY\">0.06</TtlChrgsAndTaxAmt></Chrgs>', 6",
        "10.00, CNY, '<Chrgs><Amt Ccy=\"CNY\">0.04</Amt></Chrgs><Chrgs><Amt Ccy=\"CNY\">0.02</Amt></Chrgs>', 6",
        "10.00, CNY, '<Chrgs><Rcrd><Amt Ccy=\"CNY\">0.05</Amt></Rcrd></Chrgs>', 0",
        "10.00, USD, '<Chrgs><Rcrd><Amt Ccy=\"USD\">0.06</Amt></Rcrd></Chrgs>', 0",
        "10.00, CNY, '', 0"
    })
    void shouldKnowTheFeeOnlyIfItExplainsTheAmount(
            String gross, String currency, String charges, long feeMinor) {
        String details =
                "<NtryDtls><TxDtls><AmtDtls><InstdAmt><Amt Ccy=\""
                        + currency
                        + "\">"
                        + gross
                        + "</Amt></InstdAmt></AmtDtls>"
                        + charges
                        + "</TxDtls></NtryDtls>";

        Readings read = reading.read(document(statement("0.00", "9.94", credit("9.94", details))));

        StatementEntry entry = read.entries.getFirst();
        assertThat(entry.feeMinor()).isEqualTo(feeMinor);
        assertThat(entry.grossMinor()).isEqualTo(994 + feeMinor);
    }

    @Test
    void shouldKeepTheTransactionsOfABatch() {
        String details =
                "<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>"
                        + "<TxDtls><Refs><EndToEndId>a</EndToEndId></Refs><Amt Ccy=\"CNY\">1.00</Amt></TxDtls>"
                        + "<TxDtls><Refs><EndToEndId>b</EndToEndId></Refs><Amt Ccy=\"CNY\">2.50</Amt></TxDtls>"
                        + "</NtryDtls>";

        Readings read =
                reading.read(
                        document(
                                statement(
                                        "0.00",
                                        "7.50",
                                        credit("3.50", details),
                                        credit("4.00", details))));

        assertThat(read.entries.getFirst().details())
                .extracting(EntryDetail::endToEndId)
                .containsExactly("a", "b");
        assertThat(read.entries.getFirst().details().getLast().amount())
                .isEqualTo(Optional.of(new MoneyAmount(250, "CNY")));
        assertThat(read.codes()).containsExactly("detail_sum");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "ISO-8859-1, ISO-8859-1",
        "UTF-16, UTF-16",
        "UTF-16LE, UTF-16",
        "GB18030, GB18030"
    })
    void shouldReadTheEncodingThatIsDeclared(String charset, String declared) {
        String text = "L\u00fc";
        String document =
                document(
                                statement(
                                        "0.00",
                                        "1.00",
                                        credit(
                                                "1.00",
                                                "<AddtlNtryInf>" + text + "</AddtlNtryInf>")))
                        .replace("UTF-8", declared);

        Readings read = reading.read(document, Charset.forName(charset));

        assertThat(read.entries.getFirst().information()).isEqualTo(text);
    }

    @Test
    void shouldReadPrefixesEnvelopesAndAByteOrderMark() {
        String plain = document(statement("0.00", "1.00", credit("1.00")));
        String prefixed =
                plain.replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "\uFEFF<Envelope><x/>")
                        .replace("<Document xmlns=", "<d:Document xmlns:d=")
                        .replace("</Document>", "</d:Document></Envelope>")
                        .replace("<BkToCstmrStmt>", "<d:BkToCstmrStmt>")
                        .replace("</BkToCstmrStmt>", "</d:BkToCstmrStmt>");

        Readings read = reading.read(prefixed);

        assertThat(read.codes()).isEmpty();
        assertThat(read.entries).isEqualTo(reading.read(plain).entries);
        assertThat(read.files.getFirst().version()).isEqualTo(8);
    }
}
