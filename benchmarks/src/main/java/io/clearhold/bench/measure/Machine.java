package io.clearhold.bench.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The machine, as far as it explains figures. */
public record Machine(Map<String, String> properties) {
    public Machine {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** This machine, with {@code fileSystem} under what is measured. */
    public static Machine here(String fileSystem) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("processor", firstValue(Path.of("/proc/cpuinfo"), "model name"));
        properties.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        properties.put("memory", firstValue(Path.of("/proc/meminfo"), "MemTotal"));
        properties.put(
                "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        properties.put("file_system", fileSystem);
        properties.put("java", System.getProperty("java.vm.version"));
        properties.put(
                "load_average_before",
                Double.toString(
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        return new Machine(properties);
    }

    String sentence() {
        return String.join(", ", properties.entrySet().stream().map(Machine::words).toList());
    }

    private static String words(Map.Entry<String, String> property) {
        return property.getKey().replace('_', ' ') + " " + property.getValue();
    }

    private static String firstValue(Path file, String key) {
        try {
            for (String line : Files.readAllLines(file)) {
                int colon = line.indexOf(':');
                if (colon > 0 && line.substring(0, colon).strip().equals(key)) {
                    return line.substring(colon + 1).strip();
                }
            }
            return "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }
}
