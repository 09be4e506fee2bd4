package io.clearhold.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One keep-alive connection with at most one request under way. */
final class Connection implements AutoCloseable {
    private static final int SHORT_ANSWER = 1 << 16;

    /** An answer is at most so many times as long as its request, if that is long. */
    private static final int ANSWER_FACTOR = 8;

    /** In front of the id, where an answer begins. */
    private static final int ID_AT = "{\"id\":\"".length();

    private final List<RequestScript.Step> steps;
    private final SocketChannel channel;
    private final List<ByteBuffer> requests;
    private final ByteBuffer answer;
    private final ResponseParser parser = new ResponseParser();
    private long intendedNs;
    private int answerLength;
    private int step;

    Connection(InetSocketAddress address, RequestScript script, Selector selector)
            throws IOException {
        this.steps = script.steps();
        this.requests = steps.stream().map(each -> each.template().newBuffer()).toList();
        int longest = requests.stream().mapToInt(ByteBuffer::capacity).max().orElseThrow();
        this.answer = ByteBuffer.allocateDirect(Math.max(SHORT_ANSWER, ANSWER_FACTOR * longest));
        this.channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Whether the next request begins the script. */
    boolean isAtBeginning() {
        return step == 0;
    }

    /**
     * Sends the request with this number.
     *
     * @param whenNs the time from which its latency counts
     */
    void send(long number, long whenNs) throws IOException {
        ByteBuffer request = requests.get(step);
        steps.get(step).template().number(request, number);
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

    /** Whether the last answer is what was asked for; the script goes on, or begins anew. */
    boolean isExpected() {
        boolean expected =
                steps.get(step)
                        .check()
                        .isExpected(parser.status(), answer, parser.bodyAt(), answerLength);
        if (!expected) {
            step = 0;
            return false;
        }
        if (step == 0) {
            for (int i = 1; i < steps.size(); i++) {
                steps.get(i).template().payment(requests.get(i), answer, parser.bodyAt() + ID_AT);
            }
        }
        step = (step + 1) % steps.size();
        return true;
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
