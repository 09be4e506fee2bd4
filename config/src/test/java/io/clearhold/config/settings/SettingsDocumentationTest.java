package io.clearhold.config.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of settings in the docs is what reference.conf says, in its words. */
class SettingsDocumentationTest {
    @Test
    void shouldStandInTheDocsWithKeyVariableDefaultAndMeaning() throws IOException {
        String docs = Files.readString(Path.of("../docs/operating/running.md"));

        Config reference = MergedSettings.reference();
        for (String key : Settings.keys()) {
            assertThat(docs).contains(row(key, reference.getValue(key)));
        }
    }

    @Test
    void shouldStandInTheDocsOnlyIfThereIsSuchASetting() throws IOException {
        String docs = Files.readString(Path.of("../docs/operating/running.md"));

        long rows =
                docs.lines().filter(line -> line.matches("\\| `[^`]*` \\| `CLEARHOLD_.*")).count();
        assertThat(rows).isEqualTo(Settings.keys().size());
    }

    private static String row(String key, ConfigValue value) {
        String meaning =
                value.origin().comments().stream()
                        .map(String::strip)
                        .collect(Collectors.joining(" "));
        assertThat(meaning).as("the comment of %s in reference.conf", key).isNotEmpty();
        return "| `%s` | `%s` | %s | %s |"
                .formatted(key, SettingNames.environmentName(key), shown(value), meaning);
    }

    private static String shown(ConfigValue value) {
        String text =
                value instanceof ConfigList list
                        ? list.stream()
                                .map(each -> each.unwrapped().toString())
                                .collect(Collectors.joining(", "))
                        : value.unwrapped().toString();
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
