package io.clearhold.ledger.state;

import io.clearhold.core.codec.ConfiguredDecoder;
import io.clearhold.core.lifecycle.DisputeStatus;
import io.clearhold.core.lifecycle.ServerMode;
import java.io.IOException;
import java.util.Arrays;

/**
 * What {@code configure} commands have set: all that decisions read besides the records themselves.
 */
public final class Settings {
    /** ISO 4217 numbers have three digits. */
    public static final int MAX_CURRENCY = 1000;

    private static final int MAX_CHANNEL = 256;
    private static final int TAG = 12;

    private final StateHash hash;
    private final byte[] exponents = new byte[MAX_CURRENCY];
    private final long[] visibilityWindowsMs = new long[MAX_CHANNEL];
    private long[] ladderMs = {};
    private ServerMode mode = ServerMode.SANDBOX;
    private int shard;
    private long journalIdHigh;
    private long journalIdLow;
    private long payByDefaultMs;
    private long shipByDefaultMs;
    private long autoConfirmDefaultSeconds;
    private long idempotencyRetentionMs;

    /** By the code of the status; 0 where nobody is to act. */
    private final long[] disputeSilencesMs = new long[DisputeStatus.values().length + 1];

    private long awardWithoutApproval;
    private long fingerprint;

    Settings(StateHash hash) {
        this.hash = hash;
        Arrays.fill(exponents, (byte) -1);
        Arrays.fill(visibilityWindowsMs, -1);
    }

    public ServerMode mode() {
        return mode;
    }

    public int shard() {
        return shard;
    }

    public long journalIdHigh() {
        return journalIdHigh;
    }

    public long journalIdLow() {
        return journalIdLow;
    }

    public boolean isConfigured() {
        return fingerprint != 0;
    }

    public boolean supportsCurrency(int currency) {
        return currency > 0 && currency < MAX_CURRENCY && exponents[currency] >= 0;
    }

    public boolean hasChannel(int channel) {
        return channel > 0 && channel < MAX_CHANNEL && visibilityWindowsMs[channel] >= 0;
    }

    /** How long after submission a channel's "not found" may still be wrong. */
    public long visibilityWindowMs(int channel) {
        return visibilityWindowsMs[channel];
    }

    /** The wait before the next look at an instruction; the last rung repeats. */
    public long ladderMs(int rung) {
        return ladderMs[Math.min(rung, ladderMs.length - 1)];
    }

    public int ladderRungs() {
        return ladderMs.length;
    }

    public long payByDefaultMs() {
        return payByDefaultMs;
    }

    public long shipByDefaultMs() {
        return shipByDefaultMs;
    }

    public long autoConfirmDefaultSeconds() {
        return autoConfirmDefaultSeconds;
    }

    public long idempotencyRetentionMs() {
        return idempotencyRetentionMs;
    }

    /** How long a dispute waits in a status for whoever is to act. */
    public long disputeSilenceMs(DisputeStatus status) {
        return disputeSilencesMs[status.code()];
    }

    /** The largest award that one person of the operator's decides alone; 0: any. */
    public long awardWithoutApproval() {
        return awardWithoutApproval;
    }

    /**
     * A hash of all settings in force, to see whether a configure command would change anything.
     */
    public long fingerprint() {
        return fingerprint;
    }

    void apply(ConfiguredDecoder event, long newFingerprint) {
        hash.change(StateHash.place(TAG, 0, 0), fingerprint, newFingerprint);
        fingerprint = newFingerprint;
        mode = ServerMode.of(event.mode());
        shard = event.shard();
        journalIdHigh = event.journalIdHigh();
        journalIdLow = event.journalIdLow();
        payByDefaultMs = event.payByDefaultMs();
        shipByDefaultMs = event.shipByDefaultMs();
        autoConfirmDefaultSeconds = event.autoConfirmDefaultSeconds();
        idempotencyRetentionMs = event.idempotencyRetentionMs();
        disputeSilencesMs[DisputeStatus.OPEN.code()] = event.disputeOpenMs();
        disputeSilencesMs[DisputeStatus.REJECTED.code()] = event.disputeRejectedMs();
        disputeSilencesMs[DisputeStatus.RETURN_AGREED.code()] = event.disputeReturnAgreedMs();
        disputeSilencesMs[DisputeStatus.RETURN_SHIPPED.code()] = event.disputeReturnShippedMs();
        disputeSilencesMs[DisputeStatus.ESCALATED.code()] = event.disputeEscalatedMs();
        awardWithoutApproval = event.awardWithoutApproval();
        Arrays.fill(exponents, (byte) -1);
        for (ConfiguredDecoder.CurrenciesDecoder currency : event.currencies()) {
            exponents[currency.currency()] = (byte) currency.exponent();
        }
        Arrays.fill(visibilityWindowsMs, -1);
        for (ConfiguredDecoder.ChannelsDecoder channel : event.channels()) {
            visibilityWindowsMs[channel.channel()] = channel.visibilityWindowMs();
        }
        ConfiguredDecoder.LadderDecoder rungs = event.ladder();
        ladderMs = new long[rungs.count()];
        for (int i = 0; i < ladderMs.length; i++) {
            ladderMs[i] = rungs.next().delayMs();
        }
    }

    void write(StateOutput out) throws IOException {
        out.putLong(fingerprint);
        out.put(mode.code());
        out.put(shard);
        out.putLong(journalIdHigh);
        out.putLong(journalIdLow);
        out.put(payByDefaultMs);
        out.put(shipByDefaultMs);
        out.put(autoConfirmDefaultSeconds);
        out.put(idempotencyRetentionMs);
        for (long silence : disputeSilencesMs) {
            out.put(silence);
        }
        out.put(awardWithoutApproval);
        for (byte exponent : exponents) {
            out.put(exponent);
        }
        for (long window : visibilityWindowsMs) {
            out.put(window);
        }
        out.put(ladderMs.length);
        for (long rung : ladderMs) {
            out.put(rung);
        }
    }

    void read(StateInput in) throws IOException {
        long stored = in.takeLong();
        hash.change(StateHash.place(TAG, 0, 0), fingerprint, stored);
        fingerprint = stored;
        mode = ServerMode.of(in.takeInt());
        shard = in.takeInt();
        journalIdHigh = in.takeLong();
        journalIdLow = in.takeLong();
        payByDefaultMs = in.take();
        shipByDefaultMs = in.take();
        autoConfirmDefaultSeconds = in.take();
        idempotencyRetentionMs = in.take();
        for (int i = 0; i < disputeSilencesMs.length; i++) {
            disputeSilencesMs[i] = in.take();
        }
        awardWithoutApproval = in.take();
        for (int i = 0; i < exponents.length; i++) {
            exponents[i] = (byte) in.take();
        }
        for (int i = 0; i < visibilityWindowsMs.length; i++) {
            visibilityWindowsMs[i] = in.take();
        }
        ladderMs = new long[in.takeInt()];
        for (int i = 0; i < ladderMs.length; i++) {
            ladderMs[i] = in.take();
        }
    }
}
