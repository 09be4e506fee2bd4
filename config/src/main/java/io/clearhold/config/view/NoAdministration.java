package io.clearhold.config.view;

import io.clearhold.config.admin.KeyAdministration.RefusedException;
import io.clearhold.config.admin.ProjectionAdministration;

/** What a server without a view says of it. */
public final class NoAdministration implements ProjectionAdministration {
    @Override
    public Status status() {
        throw refused();
    }

    @Override
    public Comparison check() {
        throw refused();
    }

    @Override
    public void rebuild() {
        throw refused();
    }

    private static RefusedException refused() {
        return new RefusedException("there is no view: database.enabled is false");
    }
}
