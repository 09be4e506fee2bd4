package io.clearhold.config.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads typed values, and says of a wrong one its key, its source and what would be right.
 * Remembers what was read, so that a test can tell a setting that nobody reads.
 */
final class SettingsReader {
    private final Config config;
    private final Set<String> read = new TreeSet<>();

    SettingsReader(Config config) {
        this.config = config;
    }

    Set<String> keysRead() {
        return read;
    }

    String text(String key) {
        Object value = value(key).unwrapped();
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            throw wrong(key, "a text");
        }
        return value.toString();
    }

    Path path(String key) {
        String text = text(key);
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            throw wrong(key, "the name of a file or folder");
        }
        throw wrong(key, "the name of a file or folder");
    }

    long number(String key, long least, long most) {
        String expected =
                most == Long.MAX_VALUE
                        ? "a whole number of " + least + " or more"
                        : "a whole number from " + least + " to " + most;
        try {
            long number = Long.parseLong(text(key).strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, expected);
        }
        throw wrong(key, expected);
    }

    int integer(String key, int least, int most) {
        return (int) number(key, least, most);
    }

    int powerOfTwo(String key, int most) {
        int number = integer(key, 1, most);
        if (Integer.bitCount(number) != 1) {
            throw wrong(key, "a power of two up to " + most);
        }
        return number;
    }

    long durationMs(String key, long leastMs) {
        String expected = "a time of " + leastMs + " ms or more, such as \"10 s\" or \"2 hours\"";
        value(key);
        try {
            Duration duration = config.getDuration(key);
            if (duration.toMillis() >= leastMs) {
                return duration.toMillis();
            }
        } catch (ConfigException | ArithmeticException e) {
            throw wrong(key, expected);
        }
        throw wrong(key, expected);
    }

    List<Long> durationsMs(String key, int mostEntries) {
        String expected = "1 to " + mostEntries + " times, such as \"5 s, 30 s\"";
        value(key);
        try {
            List<Long> times =
                    config.getDurationList(key).stream().map(Duration::toMillis).toList();
            boolean positive = times.stream().allMatch(time -> time > 0);
            if (!times.isEmpty() && times.size() <= mostEntries && positive) {
                return times;
            }
        } catch (ConfigException | ArithmeticException e) {
            throw wrong(key, expected);
        }
        throw wrong(key, expected);
    }

    long bytes(String key, long least, long most) {
        String expected =
                "a size from " + least + " to " + most + " bytes, such as \"64 KiB\" or \"1 GiB\"";
        value(key);
        try {
            long bytes = config.getMemorySize(key).toBytes();
            if (bytes >= least && bytes <= most) {
                return bytes;
            }
        } catch (ConfigException | ArithmeticException e) {
            throw wrong(key, expected);
        }
        throw wrong(key, expected);
    }

    /** Entries of a list, which may be empty. */
    <T> List<T> list(String key, int mostEntries, String expected, Function<String, T> parse) {
        value(key);
        try {
            List<T> entries = config.getStringList(key).stream().map(parse).toList();
            if (entries.size() <= mostEntries) {
                return entries;
            }
        } catch (ConfigException | IllegalArgumentException | DateTimeException e) {
            throw wrong(key, "up to " + mostEntries + " " + expected);
        }
        throw wrong(key, "up to " + mostEntries + " " + expected);
    }

    <T> T parsed(String key, String expected, Function<String, T> parse) {
        try {
            return parse.apply(text(key));
        } catch (DateTimeException e) {
            throw wrong(key, expected);
        }
    }

    boolean flag(String key) {
        return switch (text(key)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw wrong(key, "true or false");
        };
    }

    String choice(String key, List<String> choices) {
        String text = text(key);
        if (!choices.contains(text)) {
            throw wrong(key, "one of " + String.join(", ", choices));
        }
        return text;
    }

    /** An http or https address without a slash at the end, or empty. */
    String url(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            return text;
        }
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
            }
        } catch (URISyntaxException e) {
            throw wrong(key, "an address such as http://127.0.0.1:8080");
        }
        throw wrong(key, "an address such as http://127.0.0.1:8080");
    }

    private ConfigValue value(String key) {
        read.add(key);
        try {
            return config.getValue(key);
        } catch (ConfigException.Missing e) {
            throw new SettingsException("\"" + key + "\" has no value");
        }
    }

    private SettingsException wrong(String key, String expected) {
        ConfigValue value = config.getValue(key);
        String given =
                value.unwrapped() instanceof String text
                        ? "\"" + text + "\""
                        : String.valueOf(value.unwrapped());
        return new SettingsException(
                "\""
                        + key
                        + "\" ("
                        + value.origin().description()
                        + ") must be "
                        + expected
                        + ", not "
                        + given);
    }
}
