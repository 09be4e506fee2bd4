package io.clearhold.config.metrics;

import com.sun.management.ThreadMXBean;
import io.clearhold.bank.dispatch.BankDispatch;
import io.clearhold.bank.dispatch.DispatchMeter;
import io.clearhold.bank.intake.StatementMeter;
import io.clearhold.config.archive.ArchivePart;
import io.clearhold.config.engine.OpenLedger;
import io.clearhold.config.snapshot.SnapshotPart;
import io.clearhold.core.port.Ledger;
import io.clearhold.core.port.Tailer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * The registry of a server. Counters of the writer are read when somebody asks: measuring costs the
 * writer nothing.
 */
public final class ServerMetrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Meters meters = new Meters(registry);
    private final BankMetrics bank = new BankMetrics(registry);
    private final StatementMetrics statements = new StatementMetrics(registry);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final DataSizes dataSizes;

    /**
     * Measures this process and its data folder.
     *
     * @param sizeIntervalMs between two looks at the sizes of files
     */
    public ServerMetrics(Path data, long sizeIntervalMs) {
        garbageCollection.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads) {
            FunctionCounter.builder(
                            "clearhold.jvm.allocated.bytes",
                            threads,
                            each -> each.getTotalThreadAllocatedBytes())
                    .description("Bytes of objects that all threads allocated so far")
                    .register(registry);
        }
        dataSizes = DataSizes.start(data, sizeIntervalMs, registry);
    }

    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** What bank dispatch is to tell. */
    public DispatchMeter bank() {
        return bank;
    }

    /** What the intake of statements is to tell. */
    public StatementMeter statements() {
        return statements;
    }

    /** Engine and journal. */
    public void bind(OpenLedger ledger) {
        new EngineMetrics(registry).bind(ledger.engine(), ledger.journal());
    }

    /** How far a tailer is, how far behind, and whether it gets on. */
    public void bind(Tailer tailer, Ledger ledger) {
        Tags tags = Tags.of("tailer", tailer.name());
        meters.gauge(
                "clearhold.tailer.position",
                "The last sequence that the tailer has dealt with durably",
                tags,
                tailer,
                Tailer::position);
        meters.gauge(
                "clearhold.tailer.lag.frames",
                "Frames that the tailer has still to deal with",
                tags,
                tailer,
                each -> Math.max(0, ledger.watermark() - each.position()));
        meters.gauge(
                "clearhold.tailer.trouble",
                "1 while the tailer does not get on",
                tags,
                tailer,
                each -> each.trouble().isEmpty() ? 0 : 1);
    }

    /** What bank dispatch works on. */
    public void bind(BankDispatch dispatch) {
        bank.bind(dispatch);
    }

    /** How old the newest snapshot is. */
    public void bind(SnapshotPart snapshots) {
        meters.gauge(
                "clearhold.snapshot.sequence",
                "Sequence of the newest snapshot, 0 for none",
                snapshots,
                SnapshotPart::newest);
        meters.counter(
                "clearhold.snapshot.failures",
                "Times that no snapshot came of an attempt to make one",
                snapshots,
                SnapshotPart::failures);
    }

    /** What does not get into the archive. */
    public void bind(ArchivePart archive) {
        meters.counter(
                "clearhold.archive.failures",
                "Looks for files of the journal that may go to the archive that failed",
                archive,
                ArchivePart::failures);
    }

    @Override
    public void close() {
        dataSizes.close();
        garbageCollection.close();
        registry.close();
    }
}
