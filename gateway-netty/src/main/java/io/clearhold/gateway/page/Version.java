package io.clearhold.gateway.page;

import io.clearhold.gateway.VersionInfo;
import io.clearhold.gateway.json.JsonName;
import io.clearhold.gateway.operation.Operation;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.MediaType;

/** {@code GET /version}: which build this is. */
final class Version implements Operation.Local {
    private static final JsonName VERSION = JsonName.of("version");
    private static final JsonName REVISION = JsonName.of("revision");

    private final VersionInfo info;

    Version(VersionInfo info) {
        this.info = info;
    }

    @Override
    public void answer(Request request, Answer answer) {
        answer.begin(200, MediaType.JSON)
                .beginObject()
                .member(VERSION, info.version())
                .member(REVISION, info.revision())
                .endObject();
    }
}
