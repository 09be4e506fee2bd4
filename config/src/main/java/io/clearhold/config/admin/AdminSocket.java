package io.clearhold.config.admin;

import io.clearhold.config.data.PrivateFile;
import io.clearhold.config.json.JsonMembers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's end of the admin socket. The right to use it is the file's: no credential goes over
 * HTTP to make the first credential.
 */
public final class AdminSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminSocket.class);

    /** Requests at a time; more wait. */
    private static final int PARALLELISM = 4;

    private final Path file;
    private final KeyAdministration keys;
    private final ProjectionAdministration projection;
    private final ServerSocketChannel channel;
    private final Semaphore places = new Semaphore(PARALLELISM);

    private AdminSocket(
            Path file,
            KeyAdministration keys,
            ProjectionAdministration projection,
            ServerSocketChannel channel) {
        this.file = file;
        this.keys = keys;
        this.projection = projection;
        this.channel = channel;
    }

    /**
     * Binds and answers. A file that is there was left by a server that crashed, since the caller
     * holds the data folder's lock.
     */
    public static AdminSocket start(
            Path file, KeyAdministration keys, ProjectionAdministration projection)
            throws IOException {
        Files.deleteIfExists(file);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(file));
            PrivateFile.close(file);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        AdminSocket socket = new AdminSocket(file, keys, projection, channel);
        Thread.ofVirtual().name("clearhold-admin").start(socket::accept);
        return socket;
    }

    private void accept() {
        while (channel.isOpen()) {
            try {
                places.acquire();
                SocketChannel client = channel.accept();
                Thread.ofVirtual().name("clearhold-admin-request").start(() -> serve(client));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                places.release();
                LOG.warn("the admin socket could not take a connection", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client;
                InputStream in = Channels.newInputStream(client);
                OutputStream out = Channels.newOutputStream(client)) {
            JsonMembers request = JsonMembers.parse(readLine(in));
            StringBuilder answer = new StringBuilder();
            for (JsonMembers line : AdminProtocol.answer(request, keys, projection)) {
                answer.append(line.line()).append('\n');
            }
            out.write(answer.toString().getBytes(StandardCharsets.UTF_8));
            LOG.info("admin socket: {}", request.get(AdminProtocol.COMMAND));
        } catch (IOException | RuntimeException e) {
            LOG.warn("a request on the admin socket failed", e);
        } finally {
            places.release();
        }
    }

    /** Up to the line end, and never more than the limit. */
    private static String readLine(InputStream in) throws IOException {
        byte[] line = new byte[AdminProtocol.LINE_LIMIT];
        int length = 0;
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (length == line.length) {
                throw new IOException("a request is longer than " + line.length + " bytes");
            }
            line[length++] = (byte) next;
            next = in.read();
        }
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("the admin socket did not close", e);
        }
    }
}
