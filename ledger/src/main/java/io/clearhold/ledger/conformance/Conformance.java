package io.clearhold.ledger.conformance;

import io.clearhold.core.frame.Frame;
import io.clearhold.ledger.scenario.Actor;
import io.clearhold.ledger.scenario.QueryMessages;
import java.util.Arrays;
import java.util.List;

/**
 * Runs one stream of messages through a driver and through the reference, and says where they
 * differ. Of a frame everything counts but the highest sequence that was known synced, which is the
 * driver's own business, and with it the checksum.
 */
public final class Conformance {
    private Conformance() {}

    /**
     * Compares a driver with the reference.
     *
     * @param driver empty; closed by the caller
     * @param restarts how often the driver is stopped and started on the way
     * @return the first difference, one sentence; empty if the driver conforms
     */
    public static String differences(
            LedgerDriver driver, List<CommandStream.Step> steps, int restarts) {
        MemoryDriver reference = new MemoryDriver();
        int every = steps.size() / (restarts + 1) + 1;
        for (int i = 0; i < steps.size(); i++) {
            CommandStream.Step step = steps.get(i);
            LedgerDriver.Answered expected = reference.send(step.plainTimeMs(), step.message());
            LedgerDriver.Answered actual = driver.send(step.plainTimeMs(), step.message());
            if (!isSame(expected, actual)) {
                return "message " + i + " was answered " + told(actual) + ", not " + told(expected);
            }
            if (i % every == every - 1) {
                driver.restart();
            }
        }
        String frames = frameDifference(reference.frames(), driver.frames());
        if (!frames.isEmpty()) {
            return frames;
        }
        long endMs = steps.get(steps.size() - 1).plainTimeMs();
        LedgerDriver.Answered head = reference.send(endMs, QueryMessages.head(Actor.OPERATOR));
        LedgerDriver.Answered other = driver.send(endMs, QueryMessages.head(Actor.OPERATOR));
        return isSame(head, other) ? "" : "the state hashes differ";
    }

    private static String frameDifference(List<byte[]> expected, List<byte[]> actual) {
        if (actual.size() != expected.size()) {
            return actual.size() + " frames instead of " + expected.size();
        }
        for (int i = 0; i < expected.size(); i++) {
            String difference = difference(load(expected.get(i)), load(actual.get(i)));
            if (!difference.isEmpty()) {
                return difference + " of the frame at sequence " + (i + 1) + " differs";
            }
        }
        return "";
    }

    private static String difference(Frame a, Frame b) {
        if (a.sequence() != b.sequence() || a.logTimeMs() != b.logTimeMs()) {
            return "the place in time";
        }
        if (a.shard() != b.shard() || a.renderer() != b.renderer()) {
            return "the header";
        }
        if (!same(
                a, a.commandOffset(), a.commandLength(), b, b.commandOffset(), b.commandLength())) {
            return "the command";
        }
        if (!same(a, a.resultOffset(), a.resultLength(), b, b.resultOffset(), b.resultLength())) {
            return "the result";
        }
        return same(a, a.eventsOffset(), a.eventsLength(), b, b.eventsOffset(), b.eventsLength())
                ? ""
                : "an event";
    }

    private static boolean same(
            Frame a, int aOffset, int aLength, Frame b, int bOffset, int bLength) {
        return Arrays.equals(
                a.buffer().byteArray(),
                aOffset,
                aOffset + aLength,
                b.buffer().byteArray(),
                bOffset,
                bOffset + bLength);
    }

    private static Frame load(byte[] bytes) {
        Frame frame = new Frame();
        frame.buffer().putBytes(0, bytes);
        if (!frame.load(bytes.length)) {
            throw new IllegalStateException("a driver gave a frame that is not whole");
        }
        return frame;
    }

    private static boolean isSame(LedgerDriver.Answered a, LedgerDriver.Answered b) {
        return a.how() == b.how()
                && a.sequence() == b.sequence()
                && Arrays.equals(a.result(), b.result());
    }

    private static String told(LedgerDriver.Answered answered) {
        return answered.how()
                + " at "
                + answered.sequence()
                + " with "
                + answered.result().length
                + " bytes";
    }
}
