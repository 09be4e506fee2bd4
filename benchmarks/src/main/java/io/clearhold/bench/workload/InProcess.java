package io.clearhold.bench.workload;

import io.clearhold.bench.process.Workload;
import io.clearhold.bench.process.WorkloadFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The workloads, each in a JVM of its own. */
public enum InProcess implements WorkloadFactory {
    /** Decide and apply, with a million accounts and ten million keys remembered. */
    CORE {
        @Override
        public Workload open(Path folder) {
            return new CoreWorkload(
                    () -> LifecycleScript.full(MILLION, LAG, TEN_MILLION_KEYS_MS, SEED));
        }
    },
    /** The same, all payments being one payee's. */
    CORE_HOT {
        @Override
        public Workload open(Path folder) {
            return new CoreWorkload(
                    () -> LifecycleScript.hot(MILLION, LAG, TEN_MILLION_KEYS_MS, SEED));
        }
    },
    NAIVE {
        @Override
        public Workload open(Path folder) {
            return new NaiveWorkload(new NaiveLedger(MILLION, 10 * MILLION, SEED));
        }
    },
    REPLAY {
        @Override
        public Workload open(Path folder) {
            return new ReplayWorkload(script(MILLION / 10, DAY_MS), 2L * MILLION, folder);
        }
    },
    ENGINE {
        @Override
        public Workload open(Path folder) throws IOException {
            return new EngineWorkload(script(MILLION / 10, DAY_MS), folder);
        }
    },
    /** Many open payments: as many, and as many accounts, as {@link LargeStateSize} says. */
    LARGE_STATE {
        @Override
        public Workload open(Path folder) throws IOException {
            return new LargeStateWorkload(
                    LargeStateSize.ofThisProcess(),
                    LargeStateWorkload.COMMANDS_OF_ROUND,
                    SEED,
                    folder);
        }
    },
    /** The same with hardly any. */
    EMPTY_STATE {
        @Override
        public Workload open(Path folder) throws IOException {
            return new LargeStateWorkload(
                    LargeStateSize.NEARLY_EMPTY,
                    LargeStateWorkload.COMMANDS_OF_ROUND,
                    SEED,
                    folder);
        }
    },
    RAW_FILE {
        @Override
        public Workload open(Path folder) throws IOException {
            return new RawFileWorkload(meanFrameLength(), folder, SEED);
        }
    },
    CHRONICLE_SYNC {
        @Override
        public Workload open(Path folder) {
            return new ChronicleWorkload(meanFrameLength(), folder, SEED);
        }
    };

    /** Figures' names. */
    public static final String COMMANDS_PER_S = "commands_per_s";

    public static final String TRANSFERS_PER_S = "transfers_per_s";
    public static final String FRAMES_PER_S = "frames_per_s";
    public static final String APPENDS_PER_S = "appends_per_s";
    public static final String BYTES_PER_OPEN_PAYMENT = "bytes_per_open_payment";
    public static final String SNAPSHOT_BYTES = "snapshot_bytes";
    public static final String SNAPSHOT_SECONDS = "snapshot_write_s";
    public static final String RESTART_SECONDS = "restart_s";
    public static final String PAUSE_P9999_MS = "pause_p9999_ms";
    public static final String PAUSE_MAX_MS = "pause_max_ms";

    private static final int MILLION = 1_000_000;
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final int LAG = 1 << 15;
    private static final long SEED = 20_261_121;
    private static final long TEN_MILLION_KEYS_MS = ScriptedMachine.retentionMs(10L * MILLION);

    private static LifecycleScript script(int accounts, long idempotencyRetentionMs) {
        return LifecycleScript.full(accounts, LAG, idempotencyRetentionMs, SEED);
    }

    /** Of the frames of the mix, so that the bare queue writes as many bytes. */
    static int meanFrameLength() {
        LifecycleScript script = LifecycleScript.full(1000, 1 << 6, DAY_MS, SEED);
        ScriptedMachine machine = new ScriptedMachine(script);
        machine.run(script.setupLength() + (long) script.fillLength());
        long bytes = 0;
        int frames = 100_000;
        for (int i = 0; i < frames; i++) {
            machine.step();
            bytes += machine.frame().length();
        }
        return (int) (bytes / frames);
    }
}
