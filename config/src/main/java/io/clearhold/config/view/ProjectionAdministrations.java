package io.clearhold.config.view;

import io.clearhold.config.StartRefusedException;
import io.clearhold.config.admin.ProjectionAdministration;
import io.clearhold.config.admin.SocketProjection;
import io.clearhold.config.data.DataFolder;
import io.clearhold.config.data.DataLock;
import io.clearhold.config.data.Witnesses;
import io.clearhold.config.engine.OpenLedger;
import io.clearhold.config.postgres.PostgresServer;
import io.clearhold.config.postgres.PostgresStartException;
import io.clearhold.config.settings.Settings;
import io.clearhold.ledger.journal.ChronicleJournal;
import io.clearhold.ledger.journal.JournalRecovery;
import io.clearhold.ledger.projection.Projection;
import io.clearhold.ledger.projection.ProjectionRefusedException;
import java.nio.file.Files;

/** Finds out how the view of a data folder is reached. */
public final class ProjectionAdministrations {
    private ProjectionAdministrations() {}

    /** What is to be done with the view. */
    public interface Request<T> {
        T run(ProjectionAdministration projection) throws InterruptedException;
    }

    /**
     * Runs one request: through the socket if a server has the folder, else on its journal and its
     * PostgreSQL, which nobody else can open meanwhile.
     */
    public static <T> T with(Settings settings, Request<T> request) throws InterruptedException {
        DataFolder folder = new DataFolder(settings.data()).requireJournal();
        DataLock lock;
        try {
            lock = DataLock.take(folder);
        } catch (StartRefusedException inUse) {
            if (Files.exists(folder.adminSocket())) {
                return request.run(new SocketProjection(folder.adminSocket()));
            }
            throw inUse;
        }
        try (lock) {
            return settings.database().enabled()
                    ? stopped(folder, settings, request)
                    : request.run(new NoAdministration());
        }
    }

    private static <T> T stopped(DataFolder folder, Settings settings, Request<T> request)
            throws InterruptedException {
        JournalRecovery.Recovered recovered =
                new JournalRecovery(folder.journal())
                        .open(Witnesses.highest(folder.positions()), frame -> {});
        try (ChronicleJournal journal = recovered.journal();
                PostgresServer server =
                        PostgresServer.open(PostgresPart.server(settings.database(), folder))) {
            StoppedLedger ledger = new StoppedLedger(journal);
            Projection projection =
                    new Projection(
                            ledger,
                            server.database(),
                            OpenLedger.channels(settings.mode()),
                            settings.database().projection());
            try (projection) {
                start(projection);
                return request.run(new ViewAdministration(projection, ledger, server.database()));
            }
        } catch (PostgresStartException e) {
            throw new StartRefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A view that is refused can still be rebuilt. */
    private static void start(Projection projection) {
        try {
            projection.start();
        } catch (ProjectionRefusedException e) {
            projection.startUnchecked();
        }
    }
}
