package io.clearhold.config.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line prints and exits with. */
class ClearholdCommandTest {
    @TempDir private Path temporary;
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
    }

    @AfterEach
    void release() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "serve --help",
                "bank --help",
                "replay --help",
                "simulate --help",
                "journal --help",
                "journal dump --help",
                "journal tail --help",
                "journal stats --help",
                "keys --help",
                "keys create --help",
                "keys list --help",
                "keys revoke -h",
                "version --help"
            })
    void shouldHelpWithEachCommand(String arguments) {
        assertThat(run(arguments)).isZero();
        assertThat(out.toString(UTF_8)).startsWith("Usage: clearhold").contains("--help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve --prt 1",
                "pay",
                "keys create",
                "keys create --role king",
                "keys create --role account",
                "keys create --role platform --account acc_1",
                "keys create --role operator",
                "keys revoke",
                "journal dump --from x"
            })
    void shouldExitWithTwoOnWrongUsageAndPointToTheHelp(String arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("clearhold: ").contains("--help");
    }

    @Test
    void shouldSayInOneSentenceWhatIsMissing() {
        String folder = temporary.resolve("nothing").toString();

        assertThat(run("replay --data " + folder)).isEqualTo(1);
        assertThat(run("keys list --data " + folder)).isEqualTo(1);

        assertThat(err.toString(UTF_8).lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains(folder + " holds no journal"));
        assertThat(Path.of(folder)).doesNotExist();
    }

    @Test
    void shouldNameAWrongSettingAndExitWithOne() throws IOException {
        Path file = Files.writeString(temporary.resolve("c.conf"), "prt = 1\n");

        assertThat(run("serve --config " + file)).isEqualTo(1);
        assertThat(err.toString(UTF_8)).startsWith("clearhold: \"prt\" (" + file + ": 1)");
    }

    @Test
    void shouldMakeListAndEndAKeyOnAStoppedServer() {
        String data = " --data " + temporary.resolve("data");

        assertThat(run("keys create --role platform --person shop" + data)).isZero();
        String created = out.toString(UTF_8);
        assertThat(created).containsPattern("secret  sk_[0-9a-z]+_[0-9a-z]+\n");
        assertThat(err.toString(UTF_8)).contains("a new journal begins in");
        String id = created.substring(created.indexOf("key_"), created.indexOf('\n'));
        assertThat(run("keys revoke " + id + data)).isZero();
        out.reset();
        assertThat(run("keys list" + data)).isZero();
        assertThat(out.toString(UTF_8)).containsPattern(id + " +platform +revoked +1 .*shop");
        assertThat(run("replay --verify" + data)).isZero();
    }

    private static int run(String arguments) {
        return ClearholdCommand.run(arguments.split(" ", -1));
    }
}
