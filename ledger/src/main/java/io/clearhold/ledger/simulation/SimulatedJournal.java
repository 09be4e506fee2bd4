package io.clearhold.ledger.simulation;

import io.clearhold.core.frame.Frame;
import io.clearhold.core.port.JournalReader;
import io.clearhold.ledger.journal.Journal;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** A journal on a {@link SimulatedDisk}: a frame a record. */
final class SimulatedJournal implements Journal {
    /** The disk said no; not a defect of the program. */
    static final class DiskFaultException extends RuntimeException {
        private static final long serialVersionUID = 1;

        DiskFaultException(String message) {
            super(message);
        }
    }

    private final SimulatedDisk disk;
    private final FaultInjector faults;
    private final RandomGenerator random;
    private final Consumer<Frame> appended;
    private long lastSequence;
    private long syncedSequence;

    /**
     * @param disk as {@link #recover} left it
     * @param appended sees each frame once it is appended
     */
    SimulatedJournal(
            SimulatedDisk disk,
            FaultInjector faults,
            RandomGenerator random,
            Consumer<Frame> appended) {
        this.disk = disk;
        this.faults = faults;
        this.random = random;
        this.appended = appended;
        this.lastSequence = disk.size();
        this.syncedSequence = disk.size();
    }

    /**
     * Reads frames until the first that is not whole, cuts what follows, and syncs what was read.
     *
     * @return the sequence of the last frame
     */
    static long recover(SimulatedDisk disk, Consumer<Frame> apply) {
        Frame frame = new Frame();
        int sequence = 0;
        while (sequence < disk.size() && load(disk, sequence + 1L, frame)) {
            sequence++;
            apply.accept(frame);
        }
        disk.truncate(sequence);
        disk.sync();
        return sequence;
    }

    static boolean load(SimulatedDisk disk, long sequence, Frame frame) {
        byte[] record = disk.record((int) (sequence - 1));
        frame.buffer().checkLimit(record.length);
        frame.buffer().putBytes(0, record);
        return record.length > 0 && frame.load(record.length) && frame.sequence() == sequence;
    }

    @Override
    public long lastSequence() {
        return lastSequence;
    }

    @Override
    public long syncedSequence() {
        return syncedSequence;
    }

    @Override
    public void append(Frame frame, long plainTimeMs) {
        if (faults.strikes(Fault.APPEND_FAILURE)) {
            if (disk.appendTorn(frame.buffer().byteArray(), frame.length(), random)) {
                // What is missing was zero anyway: a recovery will find it.
                appended.accept(frame);
            }
            throw new DiskFaultException("no space left on device");
        }
        disk.append(frame.buffer().byteArray(), frame.length());
        lastSequence = frame.sequence();
        appended.accept(frame);
    }

    @Override
    public void sync() {
        if (syncedSequence == lastSequence) {
            return;
        }
        if (faults.strikes(Fault.SYNC_FAILURE)) {
            disk.loseUnsynced(random);
            throw new DiskFaultException("input/output error");
        }
        disk.sync();
        syncedSequence = lastSequence;
    }

    @Override
    public JournalReader openReader(LongSupplier watermark) {
        return new JournalReader() {
            @Override
            public boolean read(long sequence, Frame frame) {
                return sequence >= 1
                        && sequence <= watermark.getAsLong()
                        && load(disk, sequence, frame);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
