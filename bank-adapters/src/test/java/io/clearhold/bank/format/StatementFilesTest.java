package io.clearhold.bank.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearhold.bank.statement.Finding;
import io.clearhold.bank.statement.ReadOutcome;
import io.clearhold.bank.statement.StatementFormat;
import io.clearhold.bank.statement.StatementLimits;
import io.clearhold.bank.support.Readings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that cannot be used are refused by a code and a line, and nothing happens. */
class StatementFilesTest {
    private static final String CAMT =
            "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt>"
                    + "<Stmt><Acct><Id><IBAN>X</IBAN></Id><Ccy>CNY</Ccy></Acct></Stmt>"
                    + "</BkToCstmrStmt></Document>";

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty_file | 0",
                "'   ' | format_unknown | 1",
                "'{\"a\":1}' | format_unknown | 1",
                ":20:STATEMENT | format_unknown | 1",
                "<html><body/></html> | format_unknown | 1",
                "<Document><CstmrCdtTrfInitn/></Document> | format_unknown | 1",
                "<Document><BkToCstmrAcctRpt/></Document> | format_informational | 1",
                "<Document><BkToCstmrDbtCdtNtfctn/></Document> | format_informational | 1",
                "<Document><BkToCstmrStmt/></Document> | statement_missing | 1",
                "<Document><BkToCstmrStmt> | truncated | 1",
                "<Document><BkToCstmrStmt></Document> | not_well_formed | 1",
                "<Document><BkToCstmrStmt><Stmt><Id>&nbsp;</Id> | dtd_forbidden | 1",
                "<Document><BkToCstmrStmt><Stmt/></BkToCstmrStmt></Document> | account_missing | 1",
                "<?xml version='1.0' encoding='KLINGON'?><Document/> | encoding_invalid | 1"
            })
    void shouldRefuseWhatCannotBeUsed(String content, String code, long line) throws IOException {
        Finding why = refused(content);

        assertThat(why.code().code()).isEqualTo(code);
        assertThat(why.line()).isEqualTo(line);
        assertThat(why.detail()).isNotEmpty();
    }

    @Test
    void shouldRefuseAnXmlBombAtItsLine() throws IOException {
        String bomb =
                "<?xml version='1.0'?>\n<!DOCTYPE a [\n<!ENTITY a 'aaaaaaaaaa'>\n"
                        + "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>\n]>\n<a>&b;</a>";

        Finding why = refused(bomb);

        assertThat(why.code().code()).isEqualTo("dtd_forbidden");
        assertThat(why.line()).isBetween(2L, 6L);
    }

    @Test
    void shouldRefuseAnExternalEntityWithoutLookingAtIt() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String external =
                "<!DOCTYPE Document [<!ENTITY x SYSTEM '"
                        + secret.toUri()
                        + "'>]>\n"
                        + CAMT.replace("<IBAN>X", "<IBAN>&x;");

        assertThat(refused(external).code().code()).isEqualTo("dtd_forbidden");
    }

    @Test
    void shouldRefuseInvalidUtf8() throws IOException {
        byte[] bytes = CAMT.getBytes(StandardCharsets.UTF_8);
        bytes[CAMT.indexOf("<IBAN>X") + 6] = (byte) 0xC3;

        assertThat(refused(bytes).code().code()).isEqualTo("encoding_invalid");
    }

    @Test
    void shouldRefuseWhatIsTooDeep() throws IOException {
        String deep = CAMT.replace("<Stmt>", "<Stmt>" + "<a>".repeat(100) + "</a>".repeat(100));

        assertThat(refused(deep).code().code()).isEqualTo("too_deep");
    }

    @Test
    void shouldRefuseANameOrACommentWithoutEnd() throws IOException {
        String name = CAMT.replace("<Stmt>", "<" + "a".repeat(3_000_000));
        String comment = CAMT.replace("<Stmt>", "<Stmt><!--" + "a".repeat(3_000_000) + "-->");

        assertThat(refused(name).code().code()).isEqualTo("markup_too_long");
        assertThat(refused(comment).code().code()).isEqualTo("markup_too_long");
    }

    @Test
    void shouldRefuseAFileThatIsTooLarge() throws IOException {
        StatementLimits few = new StatementLimits(100, 10, 10, 10, 35, 35, 16);

        assertThat(refused(CAMT.getBytes(StandardCharsets.UTF_8), few).code().code())
                .isEqualTo("file_too_large");
    }

    @Test
    void shouldRefuseMoreEntriesAndStatementsThanAllowed() throws IOException {
        StatementLimits one = new StatementLimits(10_000, 1, 1, 1, 35, 35, 16);
        String statement = CAMT.substring(CAMT.indexOf("<Stmt>"), CAMT.indexOf("</BkToCstmrStmt>"));
        String two = CAMT.replace(statement, statement + statement);
        String entries = CAMT.replace("</Stmt>", "<Ntry/><Ntry/></Stmt>");

        assertThat(refused(two.getBytes(StandardCharsets.UTF_8), one).code().code())
                .isEqualTo("too_many_statements");
        assertThat(refused(entries.getBytes(StandardCharsets.UTF_8), one).code().code())
                .isEqualTo("too_many_entries");
    }

    @Test
    void shouldRefuseAnotherFormatThanItWasSaidToBe() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), CAMT);

        ReadOutcome outcome =
                new StatementFiles(StatementLimits.DEFAULT)
                        .read(file, Optional.of(StatementFormat.CAMT_052), new Readings());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReadOutcome.Refused.class,
                        refused ->
                                assertThat(refused.why().code().code())
                                        .isEqualTo("format_mismatch"));
    }

    private Finding refused(String content) throws IOException {
        return refused(content.getBytes(StandardCharsets.UTF_8));
    }

    private Finding refused(byte[] content) throws IOException {
        return refused(content, StatementLimits.DEFAULT);
    }

    private Finding refused(byte[] content, StatementLimits limits) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        ReadOutcome outcome =
                new StatementFiles(limits).read(file, Optional.empty(), new Readings());
        if (outcome instanceof ReadOutcome.Refused refused) {
            return refused.why();
        }
        throw new AssertionError("not refused: " + outcome);
    }
}
