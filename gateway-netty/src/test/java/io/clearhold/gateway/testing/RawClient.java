package io.clearhold.gateway.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One connection that sends exactly the bytes it is given and reads answers one by one. */
public final class RawClient implements AutoCloseable {
    /** An answer; names of headers in lower case. */
    public record Reply(int status, Map<String, String> headers, String body) {
        public String header(String name) {
            String value = headers.get(name);
            if (value == null) {
                throw new AssertionError("no header " + name + " in " + headers);
            }
            return value;
        }
    }

    private final Socket socket;
    private final InputStream in;

    public RawClient(InetSocketAddress address) throws IOException {
        socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    public RawClient send(String text) throws IOException {
        return send(text.getBytes(UTF_8));
    }

    public RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends lines with CRLF between them: two empty ones at the end, or a body, end the head. */
    public RawClient sendLines(String... lines) throws IOException {
        return send(String.join("\r\n", lines));
    }

    /** Ends the sending side only. */
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    public Reply read() throws IOException {
        return read(true);
    }

    /** Reads an answer; one to HEAD has no body whatever its length says. */
    public Reply read(boolean withBody) throws IOException {
        String status = line();
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int number = Integer.parseInt(status.substring(9, 12));
        String length = headers.get("content-length");
        byte[] body =
                withBody && length != null ? in.readNBytes(Integer.parseInt(length)) : new byte[0];
        return new Reply(number, headers, new String(body, UTF_8));
    }

    /** Whether no answer comes for a while. */
    public boolean hasNothingYet() throws IOException {
        socket.setSoTimeout(200);
        try {
            in.mark(1);
            int first = in.read();
            in.reset();
            return first < 0;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(10_000);
        }
    }

    /** Whether the server has closed, waiting for it. */
    public boolean isClosedByServer() throws IOException {
        return in.read() < 0;
    }

    public Reply call(String method, String path, @Nullable String body, String... headers)
            throws IOException {
        StringBuilder head =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        byte[] bytes = body == null ? new byte[0] : body.getBytes(UTF_8);
        if (body != null) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
            if (!head.toString().contains("Content-Type")) {
                head.append("Content-Type: application/json\r\n");
            }
        }
        send(head.append("\r\n").toString());
        send(bytes);
        return read(!method.equals("HEAD"));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("closed after: " + line.toString(ISO_8859_1));
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
