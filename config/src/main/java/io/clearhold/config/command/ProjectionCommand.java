package io.clearhold.config.command;

import io.clearhold.config.admin.ProjectionAdministration;
import io.clearhold.config.admin.ProjectionAdministration.Comparison;
import io.clearhold.config.admin.ProjectionAdministration.Status;
import io.clearhold.config.view.ProjectionAdministrations;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clearhold projection}: the view in PostgreSQL. */
@Command(
        name = "projection",
        description =
                "Shows, compares and rebuilds the view in PostgreSQL, of a running server or a"
                        + " stopped one.",
        subcommands = {
            ProjectionCommand.ShowStatus.class,
            ProjectionCommand.Check.class,
            ProjectionCommand.Rebuild.class
        })
final class ProjectionCommand {
    private static final long LOOK_AGAIN_MS = 200;

    private ProjectionCommand() {}

    /** {@code clearhold projection status}. */
    @Command(name = "status", description = "Prints how far the view is.")
    static final class ShowStatus implements Callable<Integer> {
        @Mixin private SettingsOptions options = new SettingsOptions();

        @Override
        public Integer call() throws InterruptedException {
            Status status =
                    ProjectionAdministrations.with(
                            options.load(Map.of()), ProjectionAdministration::status);
            System.out.println("position   " + status.position());
            System.out.println("watermark  " + status.watermark());
            if (!status.trouble().isEmpty()) {
                System.out.println("trouble    " + status.trouble());
            }
            return status.trouble().isEmpty() ? 0 : 1;
        }
    }

    /** {@code clearhold projection check}. */
    @Command(
            name = "check",
            description = "Replays the journal and compares the view with it, field by field.",
            footer = {"", "Exits with 1 if they differ; the first differences are a line each."})
    static final class Check implements Callable<Integer> {
        @Mixin private SettingsOptions options = new SettingsOptions();

        @Override
        public Integer call() throws InterruptedException {
            Comparison found =
                    ProjectionAdministrations.with(
                            options.load(Map.of()), ProjectionAdministration::check);
            found.differences().forEach(System.out::println);
            System.out.printf(
                    "%s at sequence %d: %d rows compared, %d differences%n",
                    found.differenceCount() == 0 ? "equal" : "different",
                    found.sequence(),
                    found.rows(),
                    found.differenceCount());
            return found.differenceCount() == 0 ? 0 : 1;
        }
    }

    /** {@code clearhold projection rebuild}. */
    @Command(
            name = "rebuild",
            description = "Empties the view and fills it again from the journal.",
            footer = {"", "Payments go on meanwhile; lists show what there is so far."})
    static final class Rebuild implements Callable<Integer> {
        @Mixin private SettingsOptions options = new SettingsOptions();

        @Option(
                names = "--timeout",
                paramLabel = "SECONDS",
                defaultValue = "3600",
                description = "How long to wait until it is filled, ${DEFAULT-VALUE} by default.")
        private long timeoutSeconds = 3_600;

        @Override
        public Integer call() throws InterruptedException {
            return ProjectionAdministrations.with(options.load(Map.of()), this::rebuild);
        }

        private int rebuild(ProjectionAdministration projection) throws InterruptedException {
            projection.rebuild();
            long wanted = projection.status().watermark();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
            Status status = projection.status();
            while (status.position() < wanted && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
                status = projection.status();
            }
            boolean filled = status.position() >= wanted;
            System.out.printf(
                    "%s at sequence %d of %d%s%n",
                    filled ? "rebuilt, now" : "not filled yet,",
                    status.position(),
                    status.watermark(),
                    status.trouble().isEmpty() ? "" : ": " + status.trouble());
            return filled ? 0 : 1;
        }
    }
}
