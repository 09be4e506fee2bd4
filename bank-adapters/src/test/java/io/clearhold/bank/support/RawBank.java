package io.clearhold.bank.support;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bank that is only a socket: it reads a request and then does as it is told. */
public final class RawBank implements AutoCloseable {
    /** What happens to a connection whose request was read. */
    @FunctionalInterface
    public interface Manners {
        void treat(OutputStream out) throws IOException, InterruptedException;
    }

    private static final Pattern CONTENT_LENGTH =
            Pattern.compile("content-length: *(\\d+)", Pattern.CASE_INSENSITIVE);

    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private RawBank(ServerSocket server) {
        this.server = server;
    }

    public static RawBank that(Manners manners) {
        try {
            RawBank bank = new RawBank(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(() -> bank.accept(manners));
            return bank;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks the connection once the request is there. */
    public static RawBank thatHangsUp() {
        return that(out -> {});
    }

    /** Reads and says nothing until it is closed. */
    public static RawBank thatIsSilent() {
        RawBank[] bank = new RawBank[1];
        bank[0] = that(out -> bank[0].closed.await());
        return bank[0];
    }

    /** Sends a head and never the body it promises. */
    public static RawBank thatNeverFinishes() {
        RawBank[] bank = new RawBank[1];
        bank[0] =
                that(out -> {
                    write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
                    bank[0].closed.await();
                });
        return bank[0];
    }

    /** Answers without a signature. */
    public static RawBank thatAnswers(int status, String body) {
        return that(out ->
                write(
                        out,
                        "HTTP/1.1 "
                                + status
                                + " X\r\nConnection: close\r\nContent-Length: "
                                + body.length()
                                + "\r\n\r\n"
                                + body));
    }

    /** An address at which nobody listens. */
    public static URI nowhere() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return uri(free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return uri(server.getLocalPort());
    }

    private static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private void accept(Manners manners) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket, manners));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket socket, Manners manners) {
        try (socket) {
            // All of it: closing with unread bytes would reset the connection under the answer.
            readRequest(socket.getInputStream());
            manners.treat(socket.getOutputStream());
        } catch (IOException e) {
            // The other side hung up, which some tests are about.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException("no request");
            }
            head.append((char) b);
        }
        Matcher length = CONTENT_LENGTH.matcher(head);
        if (length.find()) {
            in.readNBytes(Integer.parseInt(length.group(1)));
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
