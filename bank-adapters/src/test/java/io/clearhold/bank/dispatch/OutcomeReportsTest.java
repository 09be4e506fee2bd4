package io.clearhold.bank.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.engine.LedgerMessage;
import io.clearhold.bank.spi.BankReport;
import io.clearhold.core.codec.MessageHeaderDecoder;
import io.clearhold.core.codec.ReportOutcomeDecoder;
import io.clearhold.core.lifecycle.BankOutcome;
import io.clearhold.core.lifecycle.Evidence;
import io.clearhold.core.lifecycle.FailureReason;
import io.clearhold.core.lifecycle.Role;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of docs/internals/banks.md: a row a report, the last columns what the ledger gets. */
class OutcomeReportsTest {
    private record Row(
            BankReport report,
            BankOutcome outcome,
            long amount,
            long cost,
            int currency,
            String text) {
        Row(BankReport report, BankOutcome outcome, long amount, int currency, String text) {
            this(report, outcome, amount, 0, currency, text);
        }
    }

    private static final List<Row> TABLE =
            List.of(
                    new Row(
                            new BankReport.Accepted("R"),
                            BankOutcome.ACCEPTED,
                            0,
                            0,
                            "\"bank_reference\":\"R\""),
                    new Row(new BankReport.Accepted(""), BankOutcome.ACCEPTED, 0, 0, ""),
                    new Row(
                            new BankReport.Pending("R"),
                            BankOutcome.PENDING,
                            0,
                            0,
                            "\"bank_reference\":\"R\""),
                    new Row(
                            new BankReport.Settled("R", 12_900, "CNY"),
                            BankOutcome.SETTLED,
                            12_900,
                            156,
                            "\"bank_reference\":\"R\""),
                    new Row(
                            new BankReport.Settled("R", 12_900, "XXL"),
                            BankOutcome.UNKNOWN,
                            FailureReason.BANK_ERROR.code(),
                            0,
                            ""),
                    new Row(
                            new BankReport.Rejected("declined"),
                            BankOutcome.REJECTED,
                            FailureReason.DECLINED.code(),
                            0,
                            "\"reason\":\"declined\""),
                    new Row(
                            new BankReport.Returned("R", "account_closed"),
                            BankOutcome.RETURNED,
                            0,
                            0,
                            "\"bank_reference\":\"R\",\"reason\":\"account_closed\""),
                    new Row(
                            new BankReport.ChargedBack("R", 12_900, 150, "CNY", "fraud"),
                            BankOutcome.CHARGED_BACK,
                            12_900,
                            150,
                            156,
                            "\"bank_reference\":\"R\",\"reason\":\"fraud\""),
                    new Row(
                            new BankReport.ChargedBack("R", 12_900, 150, "XXL", "fraud"),
                            BankOutcome.UNKNOWN,
                            FailureReason.BANK_ERROR.code(),
                            0,
                            ""),
                    new Row(
                            new BankReport.Unknown(FailureReason.CONNECTION_LOST),
                            BankOutcome.UNKNOWN,
                            FailureReason.CONNECTION_LOST.code(),
                            0,
                            ""),
                    new Row(
                            new BankReport.NotSent("refused"),
                            BankOutcome.NOT_SENT,
                            0,
                            0,
                            "\"reason\":\"refused\""),
                    new Row(new BankReport.NotFound(), BankOutcome.NOT_FOUND, 0, 0, ""),
                    new Row(new BankReport.Closed(), BankOutcome.CLOSED, 0, 0, ""));

    @Test
    void shouldPutEveryReportIntoItsOutcome() {
        OutcomeReports reports = new OutcomeReports(255);
        for (Row row : TABLE) {
            LedgerMessage message = reports.message(7, Evidence.QUERY, row.report());

            ReportOutcomeDecoder decoder = new ReportOutcomeDecoder();
            decoder.wrapAndApplyHeader(message.buffer(), 0, new MessageHeaderDecoder());
            byte[] text = new byte[decoder.textLength()];
            assertThat(decoder.instruction()).isEqualTo(7);
            assertThat((int) decoder.origin().role()).isEqualTo(Role.SYSTEM.code());
            assertThat(decoder.origin().idempotencyHigh()).isZero();
            assertThat(Evidence.of(decoder.evidence())).isEqualTo(Evidence.QUERY);
            assertThat(
                            new Row(
                                    row.report(),
                                    BankOutcome.of(decoder.outcome()),
                                    decoder.amount(),
                                    decoder.cost(),
                                    decoder.currency(),
                                    text(decoder, text)))
                    .isEqualTo(row);
        }
    }

    @Test
    void shouldHaveARowForEveryOutcome() {
        Set<BankOutcome> rows = TABLE.stream().map(Row::outcome).collect(Collectors.toSet());

        assertThat(rows).isEqualTo(EnumSet.allOf(BankOutcome.class));
    }

    private static String text(ReportOutcomeDecoder decoder, byte[] text) {
        decoder.getText(text, 0, text.length);
        return new String(text, StandardCharsets.UTF_8);
    }
}
