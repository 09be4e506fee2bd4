package io.clearhold.config.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearhold.config.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
    @TempDir private Path temporary;

    @Test
    void shouldSayWhoHasTheFolderAndWhatToDo() {
        DataFolder folder = folder();
        long pid = ProcessHandle.current().pid();

        try (DataLock held = DataLock.take(folder)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> DataLock.take(folder))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessage(
                            "the data folder %s is in use by process %d: stop it first, or name"
                                    + " another folder with --data",
                            folder.root(), pid);
        }
    }

    @Test
    void shouldKeepTheLockWhenASecondAttemptOfThisProcessIsRefused()
            throws IOException, InterruptedException {
        DataFolder folder = folder();

        try (DataLock held = DataLock.take(folder)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> DataLock.take(folder)).isNotNull();
            assertThat(takeElsewhere(folder)).contains("is in use by process");
        }
    }

    @Test
    void shouldGiveTheFolderToTheNextAfterClosing() throws IOException, InterruptedException {
        DataFolder folder = folder();

        DataLock.take(folder).close();

        assertThat(takeElsewhere(folder)).contains("taken");
        DataLock.take(folder).close();
    }

    @Test
    void shouldCloseTheFolderItMakesToOthers() throws IOException {
        DataFolder folder = new DataFolder(temporary.resolve("a/b"));

        folder.create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
                .isEqualTo("rwx------");
    }

    private DataFolder folder() {
        DataFolder folder = new DataFolder(temporary.resolve("data"));
        folder.create();
        return folder;
    }

    private static String takeElsewhere(DataFolder folder)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Taker.class.getName(),
                                folder.root().toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /** Another process that wants the folder. */
    static final class Taker {
        private Taker() {}

        public static void main(String[] args) {
            try {
                DataLock.take(new DataFolder(Path.of(args[0]))).close();
                System.out.println("taken");
            } catch (StartRefusedException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
