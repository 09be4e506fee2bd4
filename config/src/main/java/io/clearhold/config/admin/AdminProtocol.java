package io.clearhold.config.admin;

import io.clearhold.config.json.JsonMembers;
import io.clearhold.core.lifecycle.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes over the admin socket: one line with a JSON object that asks, then one line for each
 * object of the answer, then a line {@code {"status":"done"}} or {@code {"status":"refused",
 * "message":…}}. Who may open the socket may ask: the file belongs to the server's user alone.
 */
final class AdminProtocol {
    static final String COMMAND = "command";
    static final String CREATE = "keys.create";
    static final String REVOKE = "keys.revoke";
    static final String LIST = "keys.list";
    static final String STATUS = "status";
    static final String DONE = "done";
    static final String MESSAGE = "message";

    /** Bytes of a line that is still read. */
    static final int LINE_LIMIT = 65_536;

    private AdminProtocol() {}

    /** The lines that answer a request. */
    static List<JsonMembers> answer(
            JsonMembers request, KeyAdministration keys, ProjectionAdministration projection) {
        List<JsonMembers> lines = new ArrayList<>();
        try {
            switch (request.get(COMMAND)) {
                case CREATE -> lines.add(created(keys.create(newKey(request))));
                case REVOKE -> keys.revoke(request.get("id"));
                case LIST -> keys.list().forEach(key -> lines.add(listed(key)));
                case ProjectionProtocol.STATUS ->
                        lines.addAll(ProjectionProtocol.lines(projection.status()));
                case ProjectionProtocol.CHECK ->
                        lines.addAll(ProjectionProtocol.lines(projection.check()));
                case ProjectionProtocol.REBUILD -> projection.rebuild();
                default ->
                        throw new KeyAdministration.RefusedException(
                                "the server does not know \"" + request.get(COMMAND) + "\"");
            }
            lines.add(JsonMembers.of(STATUS, DONE));
        } catch (KeyAdministration.RefusedException e) {
            lines.clear();
            lines.add(JsonMembers.of(STATUS, "refused", MESSAGE, String.valueOf(e.getMessage())));
        }
        return lines;
    }

    static JsonMembers request(KeyAdministration.NewKey key) {
        return JsonMembers.of(
                COMMAND,
                CREATE,
                "role",
                key.role().label(),
                "platform",
                Long.toString(key.platform()),
                "account",
                key.account(),
                "person",
                key.person());
    }

    static KeyAdministration.Created created(JsonMembers line) {
        return new KeyAdministration.Created(line.get("id"), line.get("secret"));
    }

    static KeyAdministration.Listed listed(JsonMembers line) {
        return new KeyAdministration.Listed(
                line.get("id"),
                line.get("role"),
                line.get("platform"),
                line.get("account"),
                line.get("person"),
                line.get("created_at"),
                line.get("key_status"));
    }

    /** The role with this name outside. */
    static Optional<Role> role(String label) {
        for (Role role : Role.values()) {
            if (role.label().equals(label)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    private static JsonMembers created(KeyAdministration.Created created) {
        return JsonMembers.of("id", created.id(), "secret", created.secret());
    }

    private static JsonMembers listed(KeyAdministration.Listed key) {
        return JsonMembers.of(
                "id", key.id(),
                "role", key.role(),
                "platform", key.platform(),
                "account", key.account(),
                "person", key.person(),
                "created_at", key.createdAt(),
                "key_status", key.status());
    }

    private static KeyAdministration.NewKey newKey(JsonMembers request) {
        String label = request.get("role");
        Role role =
                role(label)
                        .orElseThrow(() ->
                                new KeyAdministration.RefusedException(
                                        "there is no role \"" + label + "\""));
        try {
            return new KeyAdministration.NewKey(
                    role,
                    Long.parseLong(request.get("platform")),
                    request.get("account"),
                    request.get("person"));
        } catch (NumberFormatException e) {
            throw new KeyAdministration.RefusedException("a platform is a number");
        }
    }
}
