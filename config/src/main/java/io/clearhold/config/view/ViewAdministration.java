package io.clearhold.config.view;

import io.clearhold.config.admin.KeyAdministration.RefusedException;
import io.clearhold.config.admin.ProjectionAdministration;
import io.clearhold.core.port.JournalReader;
import io.clearhold.core.port.Ledger;
import io.clearhold.ledger.projection.Projection;
import io.clearhold.ledger.projection.ProjectionCheck;
import io.clearhold.ledger.projection.database.ViewSource;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Administers the view in the process that has it. Safe for many threads. */
public final class ViewAdministration implements ProjectionAdministration {
    /** A rebuild begins once the batch that is being written is over. */
    private static final long EMPTY_TIMEOUT_SECONDS = 60;

    private final Projection projection;
    private final Ledger ledger;
    private final ViewSource source;

    public ViewAdministration(Projection projection, Ledger ledger, ViewSource source) {
        this.projection = projection;
        this.ledger = ledger;
        this.source = source;
    }

    @Override
    public Status status() {
        return new Status(projection.position(), ledger.watermark(), projection.trouble());
    }

    @Override
    public Comparison check() {
        try (JournalReader reader = ledger.openReader()) {
            ProjectionCheck.Report report = new ProjectionCheck(source.database()).run(reader);
            return new Comparison(
                    report.sequence(),
                    report.rows(),
                    report.differenceCount(),
                    report.differences());
        } catch (SQLException e) {
            throw new RefusedException("PostgreSQL cannot be read: " + e.getMessage());
        } catch (IllegalStateException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void rebuild() {
        try {
            projection.rebuild().get(EMPTY_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new RefusedException(
                    "the view is not empty yet, but will be once PostgreSQL answers: "
                            + projection.trouble());
        } catch (ExecutionException | CancellationException e) {
            throw new RefusedException("the view was not emptied: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("the view was not emptied: the server stops");
        }
    }
}
