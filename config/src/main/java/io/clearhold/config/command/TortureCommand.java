package io.clearhold.config.command;

import io.clearhold.config.torture.Torture;
import io.clearhold.config.torture.TortureSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clearhold torture}. */
@Command(
        name = "torture",
        description =
                "Loads a server of its own, kills it and cuts its power again and again, and checks every promise.",
        footer = {
            "",
            "Everything happens in a scratch folder, which is kept if a promise was broken. A seed makes the same load,",
            "pauses and cuts again, as far as processes allow. Exits with 1 if anything acknowledged was not kept."
        })
final class TortureCommand implements Callable<Integer> {
    @Option(
            names = "--seconds",
            paramLabel = "N",
            description =
                    "How long crashes go on; the check comes after. ${DEFAULT-VALUE} by default.")
    private int seconds = 60;

    @Option(names = "--seed", paramLabel = "S", description = "A random one by default.")
    private @Nullable Long seed;

    @Option(
            names = "--clients",
            paramLabel = "N",
            description = "That ask at once; ${DEFAULT-VALUE} by default.")
    private int clients = 8;

    @Option(
            names = "--no-view",
            description = "Without PostgreSQL: more crashes in the time, and no check of the view.")
    private boolean withoutView;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Scratch folder, new; one in the system's by default.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException {
        long chosen = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
        Path scratch = folder == null ? Files.createTempDirectory("clearhold-torture") : folder;
        System.out.println("seed " + chosen + ", folder " + scratch);
        Torture.Verdict verdict =
                new Torture(
                                new TortureSettings(
                                        scratch, seconds, chosen, clients, !withoutView),
                                System.out::println)
                        .run();
        verdict.broken().forEach(System.out::println);
        boolean kept = verdict.broken().isEmpty();
        System.out.printf(
                "%s: seed %d, %d kills, %d power cuts, %d acknowledged, %d asked again, %d answers compared, %d broken%n",
                kept ? "kept" : "BROKEN",
                chosen,
                verdict.kills(),
                verdict.powerCuts(),
                verdict.acknowledged(),
                verdict.retried(),
                verdict.compared(),
                verdict.broken().size());
        if (kept && folder == null) {
            delete(scratch);
        }
        return kept ? 0 : 1;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
