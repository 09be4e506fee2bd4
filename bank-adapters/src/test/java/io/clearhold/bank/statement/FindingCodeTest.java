package io.clearhold.bank.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingCodeTest {
    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void shouldBeInTheDocumentation(FindingCode code) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "internals", "statements.md"));

        assertThat(page).contains("`" + code.code() + "`");
    }
}
