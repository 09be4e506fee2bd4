package io.clearhold.config.journal;

import io.clearhold.core.frame.Frame;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a journal holds. */
final class JournalTally {
    private final FrameText names = new FrameText();
    private final Map<String, Long> commands = new TreeMap<>();
    private final Map<String, Long> events = new TreeMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private long frames;
    private long frameBytes;
    private long groups;
    private long lastSynced = -1;
    private long firstTimeMs;
    private long lastTimeMs;

    void add(Frame frame) {
        if (frames == 0) {
            firstTimeMs = frame.logTimeMs();
        }
        lastTimeMs = frame.logTimeMs();
        frames++;
        frameBytes += frame.length();
        // The mark in a frame is that of the sync before its group, so it changes with each group.
        if (frame.syncedSequence() != lastSynced) {
            groups++;
            lastSynced = frame.syncedSequence();
        }
        String command = names.name(frame.buffer(), frame.commandOffset());
        commands.merge(command, 1L, Long::sum);
        boolean refused =
                frame.resultLength() > 0
                        && names.name(frame.buffer(), frame.resultOffset()).equals("Refusal");
        if (refused) {
            refusals.merge(command, 1L, Long::sum);
        }
        frame.rewindEvents();
        while (frame.nextEvent()) {
            events.merge(names.name(frame.buffer(), frame.eventOffset()), 1L, Long::sum);
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(1_024);
        text.append("frames        %d%n".formatted(frames));
        text.append("bytes         %d in frames%n".formatted(frameBytes));
        if (frames > 0) {
            text.append("bytes/frame   %d%n".formatted(frameBytes / frames));
            text.append("groups        %d, %d frames each%n".formatted(groups, frames / groups));
            text.append("first         %s%n".formatted(Instant.ofEpochMilli(firstTimeMs)));
            text.append("last          %s%n".formatted(Instant.ofEpochMilli(lastTimeMs)));
        }
        counts(text, "commands", commands);
        counts(text, "refused", refusals);
        counts(text, "events", events);
        return text.toString();
    }

    private static void counts(StringBuilder text, String what, Map<String, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        text.append(what).append('\n');
        counts.forEach((name, count) -> text.append("  %-24s %d%n".formatted(name, count)));
    }
}
