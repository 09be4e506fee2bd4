package io.clearhold.config.log;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.settings.LogSettings;
import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * Turns on the log of a server: a file in the data folder that is rolled and bounded, and warnings
 * on standard error. Until then the configuration {@code log4j2.xml} holds.
 */
public final class ServerLog {
    private static final String CONFIGURATION = "/log4j2-server.xml";
    private static final String PREFIX = "clearhold.log.";

    private ServerLog() {}

    /**
     * Logs to {@code <folder>/<name>.log} from here on.
     *
     * @param name server or bank
     */
    public static void start(Path folder, String name, LogSettings settings) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "the log folder " + folder + " cannot be made (" + e.getMessage() + ")", e);
        }
        System.setProperty(PREFIX + "folder", folder.toString());
        System.setProperty(PREFIX + "name", name);
        System.setProperty(PREFIX + "level", settings.level());
        System.setProperty(PREFIX + "format", isText(settings.format()) ? "Text" : "Json");
        System.setProperty(PREFIX + "size", Long.toString(settings.fileBytes()));
        System.setProperty(PREFIX + "files", Integer.toString(settings.files()));
        Configurator.reconfigure(configuration());
    }

    /** Writes out what is left; nothing is logged afterwards. */
    public static void stop() {
        LogManager.shutdown();
    }

    private static boolean isText(LogSettings.Format format) {
        return switch (format) {
            case TEXT -> true;
            case JSON -> false;
            case AUTO -> isTerminal();
        };
    }

    /** Java 22 to 24 always give a console; 25 gives none when standard input is redirected. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static URI configuration() {
        try {
            return Objects.requireNonNull(ServerLog.class.getResource(CONFIGURATION)).toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has a name that is no address", e);
        }
    }
}
