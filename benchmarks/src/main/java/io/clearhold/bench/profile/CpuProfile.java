package io.clearhold.bench.profile;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Samples of processor time by thread, by frame on top of the stack, and by our own frame nearest
 * to it. Sampled by the processor clock, so that system calls count and waiting does not.
 */
public final class CpuProfile {
    private static final String CPU_SAMPLE = "jdk.CPUTimeSample";
    private static final String OURS = "io.clearhold.";
    private static final int SHOWN = 30;

    private final Map<String, Long> threads = new HashMap<>();
    private final Map<String, Long> tops = new HashMap<>();
    private final Map<String, Long> ours = new HashMap<>();
    private long samples;

    private CpuProfile() {}

    /** The flag that makes a JVM record itself until it ends. */
    public static String flag(Path file) {
        return "-XX:StartFlightRecording=dumponexit=true,disk=true,settings=profile,"
                + CPU_SAMPLE
                + "#enabled=true,filename="
                + file;
    }

    /** Reads a recording. */
    public static CpuProfile read(Path file) throws IOException {
        CpuProfile profile = new CpuProfile();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals(CPU_SAMPLE)) {
                    profile.add(event);
                }
            }
        }
        return profile;
    }

    private void add(RecordedEvent event) {
        RecordedStackTrace trace = event.getStackTrace();
        RecordedThread thread = event.getThread("eventThread");
        samples++;
        threads.merge(
                thread == null || thread.getJavaName() == null
                        ? "not a Java thread"
                        : thread.getJavaName(),
                1L,
                Long::sum);
        if (trace == null || trace.getFrames().isEmpty()) {
            tops.merge("no stack", 1L, Long::sum);
            return;
        }
        List<RecordedFrame> frames = trace.getFrames();
        tops.merge(name(frames.getFirst().getMethod()), 1L, Long::sum);
        for (RecordedFrame frame : frames) {
            String method = name(frame.getMethod());
            if (method.startsWith(OURS)) {
                ours.merge(method, 1L, Long::sum);
                return;
            }
        }
        ours.merge("none of ours", 1L, Long::sum);
    }

    private static String name(RecordedMethod method) {
        return method.getType().getName() + "." + method.getName();
    }

    /** Shares of all samples, largest first. */
    public void print(String process, PrintStream out) {
        out.println();
        out.println("processor time of " + process + ", " + samples + " samples");
        print(out, "by thread", threads);
        print(out, "by frame on top", tops);
        print(out, "by our frame nearest to the top", ours);
    }

    private void print(PrintStream out, String title, Map<String, Long> counts) {
        out.println(title);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(entry ->
                        out.printf(
                                Locale.ROOT,
                                "  %5.1f %%  %s%n",
                                100.0 * entry.getValue() / samples,
                                entry.getKey()));
    }
}
