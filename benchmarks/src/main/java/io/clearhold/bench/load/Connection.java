package io.clearhold.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One keep-alive connection with at most one request under way. */
final class Connection implements AutoCloseable {
    private static final int SHORT_ANSWER = 1 << 16;

    /** An answer is at most so many times as long as its request, if that is long. */
    private static final int ANSWER_FACTOR = 8;

    private final RequestTemplate template;
    private final SocketChannel channel;
    private final ByteBuffer request;
    private final ByteBuffer answer;
    private final ResponseParser parser = new ResponseParser();
    private long intendedNs;
    private int answerLength;

    Connection(InetSocketAddress address, RequestTemplate template, Selector selector)
            throws IOException {
        this.template = template;
        this.request = template.newBuffer();
        this.answer =
                ByteBuffer.allocateDirect(
                        Math.max(SHORT_ANSWER, ANSWER_FACTOR * request.capacity()));
        this.channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /**
     * Sends the request with this number.
     *
     * @param whenNs the time from which its latency counts
     */
    void send(long number, long whenNs) throws IOException {
        template.number(request, number);
        request.rewind();
        // A request on an idle connection fits into the socket's buffer, or nearly so.
        while (request.hasRemaining()) {
            channel.write(request);
        }
        intendedNs = whenNs;
    }

    /** Reads what has come; returns whether the answer is complete. */
    boolean receive() throws IOException {
        int count = channel.read(answer);
        if (count < 0) {
            throw new IOException("the server closed a connection");
        }
        if (count == 0) {
            return false;
        }
        int length = answer.position();
        if (parser.isComplete(answer, length)) {
            answerLength = length;
            answer.clear();
            return true;
        }
        if (!answer.hasRemaining()) {
            throw new IOException("an answer of more than " + answer.capacity() + " bytes");
        }
        return false;
    }

    int status() {
        return parser.status();
    }

    /** Whether the last answer is what was asked for. */
    boolean isExpected(AnswerCheck check) {
        return check.isExpected(parser.status(), answer, parser.bodyAt(), answerLength);
    }

    long intendedNs() {
        return intendedNs;
    }

    /** The beginning of the last answer, for a message about it. */
    String answerText() {
        int end = answer.position() == 0 ? answer.limit() : answer.position();
        StringBuilder text = new StringBuilder();
        int from = Math.max(0, parser.bodyAt());
        byte[] bytes = new byte[Math.min(400, end - from)];
        answer.get(from, bytes);
        text.append(status()).append(' ').append(new String(bytes, StandardCharsets.UTF_8));
        int garbage = text.indexOf("\0");
        return garbage < 0 ? text.toString() : text.substring(0, garbage);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
