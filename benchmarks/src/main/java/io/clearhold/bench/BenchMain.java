package io.clearhold.bench;

import io.clearhold.bench.measure.Machine;
import io.clearhold.bench.measure.Report;
import io.clearhold.bench.measure.ReportJson;
import io.clearhold.bench.measure.RunPlan;
import io.clearhold.bench.measure.Suite;
import io.clearhold.bench.measure.SuiteRunner;
import io.clearhold.bench.measure.Workspace;
import io.clearhold.bench.workload.LargeStateSize;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code clearhold bench} command. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures this server beside bare peers on this machine, round by round in turn.",
            "Without --only it runs everything, which takes about half an hour; --quick a few"
                    + " minutes."
        },
        subcommands = Microbenchmarks.class)
public final class BenchMain implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--quick",
            description =
                    "Three short rounds instead of five long ones, and a smaller large state.")
    private boolean quick;

    @Option(
            names = "--seconds",
            defaultValue = "0",
            description = "Length of a round, twice of it to warm up; 0: as planned.")
    private int seconds;

    @Option(
            names = "--rounds",
            defaultValue = "0",
            description = "Counted rounds of each measurement; 0: as planned.")
    private int rounds;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes all figures to a file.")
    private @Nullable Path json;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Suites, measurements or ratios to run; names as --list prints them.")
    private List<String> only = List.of();

    @Option(names = "--list", description = "Prints the names, and runs nothing.")
    private boolean list;

    @Option(
            names = "--connections",
            defaultValue = "64",
            description = "Keep-alive connections of the load generator.")
    private int connections;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description =
                    "Payments a second of the latency suite; 0: 0.15 of what the bare server"
                            + " answers.")
    private double rate;

    @Option(
            names = "--payments",
            defaultValue = "0",
            description = "Open payments of the large state; 0: 10000000, or 1000000 with --quick.")
    private int payments;

    @Option(
            names = "--accounts",
            defaultValue = "0",
            description = "Accounts of the large state; 0: 1000000, or 100000 with --quick.")
    private int accounts;

    @Option(
            names = "--large-heap",
            defaultValue = "8g",
            description = "Heap of the process with the large state.")
    private String largeHeap = "8g";

    @Option(
            names = "--heap",
            defaultValue = "6g",
            description = "Heap of each process that is measured.")
    private String heap = "6g";

    @Option(
            names = "--folder",
            description =
                    "On the disk whose syncs are to be measured; default: for temporary files.")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(
            names = "--profile",
            description =
                    "Records what is ours and prints where its processor time goes. Costs some"
                            + " percent, so such figures are not for the record.")
    private boolean profile;

    /** Runs the command line and exits with its code: 0 done, 1 a goal was missed or failed. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchMain()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Suites suites =
                new Suites(
                        connections,
                        rate,
                        List.of("-Xmx" + heap),
                        largeStateSize(),
                        largeHeap,
                        profile ? System.out : null);
        if (list) {
            suites.all().forEach(BenchMain::print);
            return 0;
        }
        List<Suite> chosen = choose(suites.all());
        try (Workspace workspace = Workspace.in(folder)) {
            Report report = new Report(Machine.here(workspace.fileSystem()));
            remark(report, workspace.fileSystem());
            SuiteRunner runner = new SuiteRunner(plan(), workspace, System.err);
            for (Suite suite : chosen) {
                runner.run(suite, report);
            }
            report.print(System.out);
            if (json != null) {
                new ReportJson(report).writeTo(json);
            }
            return report.ratios().stream().allMatch(Report.RatioResult::isMet) ? 0 : 1;
        }
    }

    private RunPlan plan() {
        RunPlan plan = quick ? RunPlan.QUICK : RunPlan.STANDARD;
        return new RunPlan(
                rounds > 0 ? rounds : plan.rounds(),
                seconds > 0 ? Duration.ofSeconds(seconds) : plan.round(),
                seconds > 0 ? Duration.ofSeconds(2L * seconds) : plan.warmUp(),
                seconds > 0 ? Duration.ofSeconds(2L * seconds) : plan.serverWarmUp());
    }

    private LargeStateSize largeStateSize() {
        int millions = quick ? 1 : 10;
        return new LargeStateSize(
                payments > 0 ? payments : millions * 1_000_000,
                accounts > 0 ? accounts : millions * 100_000);
    }

    private List<Suite> choose(List<Suite> suites) {
        if (only.isEmpty()) {
            return suites;
        }
        for (String name : only) {
            if (suites.stream().allMatch(suite -> suite.only(name).isEmpty())) {
                throw new ParameterException(
                        java.util.Objects.requireNonNull(spec).commandLine(),
                        "nothing is named " + name + "; see --list");
            }
        }
        return suites.stream()
                .flatMap(suite -> only.stream().map(suite::only))
                .filter(suite -> !suite.isEmpty())
                .toList();
    }

    private void remark(Report report, String fileSystem) {
        report.addCommand("./clearhold bench" + (quick ? " --quick" : ""));
        if (quick) {
            report.addRemark("a quick run: few and short rounds");
        }
        if (profile) {
            report.addRemark("what is ours was profiled while it was measured");
        }
        if (fileSystem.equals("tmpfs")) {
            report.addRemark("the folder is in memory: nothing here was durable");
        }
    }

    private static void print(Suite suite) {
        System.out.println(suite.name());
        suite.measurements().forEach(each -> System.out.println("  " + each.name()));
        suite.ratios().forEach(each -> System.out.println("  " + each.name()));
    }
}
