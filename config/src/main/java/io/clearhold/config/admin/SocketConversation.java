package io.clearhold.config.admin;

import io.clearhold.config.json.JsonMembers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The client's end of the admin socket: one request and its answer. */
final class SocketConversation {
    private SocketConversation() {}

    /** The lines of the answer but the last, which says whether it was done. */
    static List<JsonMembers> ask(Path socket, JsonMembers request) {
        List<JsonMembers> lines = new ArrayList<>();
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        Channels.newInputStream(channel),
                                        StandardCharsets.UTF_8))) {
            String line = request.line() + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            String answer = reader.readLine();
            while (answer != null) {
                JsonMembers members = JsonMembers.parse(answer);
                if (!members.get(AdminProtocol.STATUS).isEmpty()) {
                    return requireDone(members, lines);
                }
                lines.add(members);
                answer = reader.readLine();
            }
        } catch (IOException e) {
            throw new KeyAdministration.RefusedException(
                    "the running server cannot be reached through "
                            + socket
                            + " ("
                            + e.getMessage()
                            + ")");
        }
        throw new KeyAdministration.RefusedException(
                "the running server broke off; look into its log");
    }

    private static List<JsonMembers> requireDone(JsonMembers last, List<JsonMembers> lines) {
        if (!last.get(AdminProtocol.STATUS).equals(AdminProtocol.DONE)) {
            throw new KeyAdministration.RefusedException(last.get(AdminProtocol.MESSAGE));
        }
        return lines;
    }
}
