package io.clearhold.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The jar's manifest opens the same packages as the one file of JVM flags. */
class JvmOptionsTest {
    @Test
    void shouldOpenTheSamePackagesInTheManifest() throws IOException {
        assertThat(manifest("Add-Opens")).isNotEmpty().isEqualTo(options("--add-opens"));
    }

    @Test
    void shouldExportTheSamePackagesInTheManifest() throws IOException {
        assertThat(manifest("Add-Exports")).isNotEmpty().isEqualTo(options("--add-exports"));
    }

    @Test
    void shouldRunTestsWithTheSameFlags() {
        assertThat(Object.class.getModule().isOpen("jdk.internal.misc", getClass().getModule()))
                .isTrue();
    }

    private static Set<String> manifest(String entry) throws IOException {
        Matcher matcher =
                Pattern.compile("<" + entry + ">(.*?)</" + entry + ">", Pattern.DOTALL)
                        .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(matcher.find()).as(entry).isTrue();
        return new TreeSet<>(Set.of(matcher.group(1).strip().split("\\s+", -1)));
    }

    private static Set<String> options(String flag) throws IOException {
        Set<String> packages = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("src/main/dist/jvm.options"))) {
            if (line.startsWith(flag + " ")) {
                packages.add(line.substring(flag.length()).strip().replace("=ALL-UNNAMED", ""));
            }
        }
        return packages;
    }
}
