package io.clearhold.config.admin;

import io.clearhold.config.json.JsonMembers;
import java.nio.file.Path;
import java.util.List;

/** Administers the keys of a running server through its socket. */
public final class SocketKeys implements KeyAdministration {
    private final Path socket;

    public SocketKeys(Path socket) {
        this.socket = socket;
    }

    @Override
    public Created create(NewKey key) {
        return AdminProtocol.created(ask(AdminProtocol.request(key)).getFirst());
    }

    @Override
    public void revoke(String id) {
        ask(JsonMembers.of(AdminProtocol.COMMAND, AdminProtocol.REVOKE, "id", id));
    }

    @Override
    public List<Listed> list() {
        return ask(JsonMembers.of(AdminProtocol.COMMAND, AdminProtocol.LIST)).stream()
                .map(AdminProtocol::listed)
                .toList();
    }

    private List<JsonMembers> ask(JsonMembers request) {
        return SocketConversation.ask(socket, request);
    }
}
