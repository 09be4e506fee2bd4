package io.clearhold.config.admin;

import io.clearhold.config.json.JsonMembers;
import java.nio.file.Path;
import java.util.List;

/** Administers the view of a running server through its socket. */
public final class SocketProjection implements ProjectionAdministration {
    private final Path socket;

    public SocketProjection(Path socket) {
        this.socket = socket;
    }

    @Override
    public Status status() {
        return ProjectionProtocol.status(ask(ProjectionProtocol.STATUS).getFirst());
    }

    @Override
    public Comparison check() {
        return ProjectionProtocol.comparison(ask(ProjectionProtocol.CHECK));
    }

    @Override
    public void rebuild() {
        List<JsonMembers> _ = ask(ProjectionProtocol.REBUILD);
    }

    private List<JsonMembers> ask(String command) {
        return SocketConversation.ask(socket, JsonMembers.of(AdminProtocol.COMMAND, command));
    }
}
