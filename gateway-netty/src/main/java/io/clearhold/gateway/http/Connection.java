package io.clearhold.gateway.http;

import io.clearhold.gateway.GatewaySettings.HttpLimits;
import io.clearhold.gateway.json.JsonWriter;
import io.clearhold.gateway.operation.BodyFile;
import io.clearhold.gateway.operation.Request;
import io.clearhold.gateway.operation.Route;
import io.clearhold.gateway.problem.ProblemCode;
import io.clearhold.gateway.render.Answer;
import io.clearhold.gateway.render.Problems;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: requests in the order of their arrival, one in progress at a time; what is
 * pipelined behind it waits, and reading pauses when that is too much. Confined to its event loop.
 *
 * <pre>
 * READING ──request complete──▶ BUSY ──answered──▶ READING
 *    │                            └──answered, last one──▶ CLOSED
 *    └──refused half-way──▶ DRAINING ──end of request, of input or of patience──▶ CLOSED
 * </pre>
 */
final class Connection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final ByteBuf CONTINUE =
            Unpooled.unreleasableBuffer(
                    Unpooled.directBuffer()
                            .writeBytes(
                                    "HTTP/1.1 100 Continue\r\n\r\n"
                                            .getBytes(StandardCharsets.US_ASCII))
                            .asReadOnly());

    private enum State {
        READING,
        BUSY,
        DRAINING,
        CLOSED
    }

    /** Its place in the list of its event loop. */
    int index;

    private final Server server;
    private final EventLoopState loopState;
    private final HttpLimits limits;
    private final ArrayDeque<Object> waiting = new ArrayDeque<>(0);
    private Exchange exchange;
    private @Nullable ChannelHandlerContext context;
    private State state = State.READING;
    private boolean counted;
    private boolean keepAlive;
    private int bodyLimit;
    private boolean pumping;
    private boolean paused;

    /** Since when the state, or the request that is being received, lasts; see the sweep. */
    private long sinceMs;

    private boolean receiving;
    private boolean moreArrived;
    private boolean inputEnded;

    Connection(Server server, EventLoopState loopState) {
        this.server = server;
        this.loopState = loopState;
        this.limits = server.parts().settings().http();
        this.exchange = new Exchange(server, loopState, this);
        this.sinceMs = loopState.nowMs();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext handlerContext) {
        context = handlerContext;
    }

    @Override
    public void channelActive(ChannelHandlerContext handlerContext) {
        counted = !server.stopping().get() && server.open().enter();
        if (counted) {
            loopState.add(this);
        } else {
            close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext handlerContext) {
        boolean wasBusy = state == State.BUSY;
        state = State.CLOSED;
        exchange.abandon();
        if (!wasBusy) {
            request().dropFile();
        }
        discardWaiting();
        if (counted) {
            loopState.remove(this);
            server.open().leave();
        }
    }

    /** Bytes came in, before they are decoded. */
    void bytesArrived() {
        if (state == State.READING && !receiving) {
            receiving = true;
            sinceMs = loopState.nowMs();
        } else if (state == State.BUSY) {
            moreArrived = true;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext handlerContext, Object message) {
        if (state == State.BUSY || !waiting.isEmpty() || !isWritable()) {
            waiting.add(message);
            if (waiting.size() >= limits.pipelinedMessages() && !paused) {
                paused = true;
                context().channel().config().setAutoRead(false);
            }
        } else {
            handle(message);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext handlerContext) {
        pump();
    }

    /** The client sends nothing more, but may still read what it asked for. */
    @Override
    public void userEventTriggered(ChannelHandlerContext handlerContext, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputEnded = true;
            if (state != State.BUSY && waiting.isEmpty()) {
                close();
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext handlerContext, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.warn("connection closed by a fault", cause);
        }
        close();
    }

    /** Handles what has waited behind a request in progress, as far as it goes now. */
    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        while (!waiting.isEmpty() && state != State.BUSY && isWritable()) {
            handle(waiting.poll());
        }
        pumping = false;
        if (inputEnded && waiting.isEmpty() && state == State.READING) {
            close();
        }
        if (paused && waiting.isEmpty() && state != State.CLOSED) {
            paused = false;
            context().channel().config().setAutoRead(true);
        }
    }

    private void handle(@Nullable Object message) {
        try {
            switch (state) {
                case READING -> read(message);
                case DRAINING -> {
                    if (message instanceof LastHttpContent) {
                        close();
                    }
                }
                case BUSY, CLOSED -> {}
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(@Nullable Object message) {
        if (message instanceof HttpRequest head) {
            ProblemCode fault = RequestHead.fault(head, limits);
            if (fault != null) {
                refuse(fault);
                return;
            }
            begin(head);
        }
        if (message instanceof HttpContent content && state == State.READING) {
            if (content.decoderResult().isFailure()) {
                refuse(ProblemCode.MALFORMED_REQUEST);
                return;
            }
            take(content.content());
            if (content instanceof LastHttpContent && state == State.READING) {
                state = State.BUSY;
                receiving = false;
                sinceMs = loopState.nowMs();
                completeFile();
                exchange.start();
            }
        }
    }

    private void begin(HttpRequest head) {
        keepAlive = HttpUtil.isKeepAlive(head);
        request()
                .begin(head.method().name(), head.uri(), head.headers(), loopState.nextRequestId());
        bodyKind(head);
        if (state == State.READING && RequestHead.wantsContinue(head)) {
            ChannelFuture _ = context().writeAndFlush(CONTINUE.duplicate());
        }
    }

    private void take(ByteBuf bytes) {
        int count = bytes.readableBytes();
        Request request = request();
        BodyFile file = request.file();
        if (file != null) {
            takeToFile(file, bytes);
        } else if (request.bodyLength() + count > bodyLimit) {
            refuse(ProblemCode.BODY_TOO_LARGE);
        } else if (count > 0) {
            bytes.readBytes(request.bodyFor(count), request.bodyLength(), count);
            request.bodyAdvance(count);
        }
    }

    private void takeToFile(BodyFile file, ByteBuf bytes) {
        try {
            if (file.length() + bytes.readableBytes() > limits.fileBytes()) {
                refuse(ProblemCode.BODY_TOO_LARGE);
                request().dropFile();
            } else {
                file.write(bytes);
            }
        } catch (IOException e) {
            LOG.error("a body cannot be written to a file", e);
            refuse(ProblemCode.UNAVAILABLE);
            request().dropFile();
        }
    }

    /** Where the body goes and how long it may be; more room is for who comes with a key. */
    private void bodyKind(HttpRequest head) {
        Route route = server.router().literal(request());
        boolean withKey = head.headers().contains(HttpHeaderNames.AUTHORIZATION);
        boolean toFile = route != null && route.body() instanceof Route.Body.File;
        boolean batch = route != null && route.isBatch();
        bodyLimit = batch && withKey ? limits.batchBodyBytes() : limits.bodyBytes();
        if (RequestHead.announces(head, toFile ? limits.fileBytes() : bodyLimit)) {
            refuse(ProblemCode.BODY_TOO_LARGE);
        } else if (toFile && !withKey) {
            refuse(ProblemCode.UNAUTHENTICATED);
        } else if (toFile) {
            openFile();
        }
    }

    private void openFile() {
        try {
            request().file(BodyFile.create(server.parts().settings().spool()));
        } catch (IOException e) {
            LOG.error("there is no file for a body", e);
            refuse(ProblemCode.UNAVAILABLE);
        }
    }

    private Request request() {
        return exchange.request();
    }

    /** Answers a request that was not received completely, and reads no other. */
    private void refuse(ProblemCode code) {
        Answer answer = loopState.answer().reset(loopState.nextRequestId());
        Problems.write(answer, code);
        server.metrics().answered(null, answer.status(), 0);
        state = State.DRAINING;
        receiving = false;
        sinceMs = loopState.nowMs();
        // Closing with bytes unread would reset the connection, and the client might lose the
        // answer: so only our side is closed, and the rest is read for a while.
        ChannelFuture _ =
                context()
                        .writeAndFlush(encode(answer, true, true))
                        .addListener((ChannelFutureListener) Connection::shutdownOutput);
    }

    private static void shutdownOutput(ChannelFuture written) {
        if (written.channel() instanceof DuplexChannel duplex && !duplex.isOutputShutdown()) {
            ChannelFuture _ = duplex.shutdownOutput();
        }
    }

    /** Sends the answer to the request in progress; {@code route} is null if it has none. */
    void answer(Answer answer, @Nullable Route route, long nanos) {
        if (state != State.BUSY) {
            return;
        }
        boolean last = inputEnded && waiting.isEmpty();
        boolean close = !keepAlive || last || server.stopping().get();
        boolean withBody = !request().method().equals("HEAD");
        ByteBuf bytes = encode(answer, close, withBody);
        server.metrics().answered(route, answer.status(), nanos);
        ChannelHandlerContext out = context();
        if (close) {
            state = State.CLOSED;
            ChannelFuture _ = out.writeAndFlush(bytes).addListener(ChannelFutureListener.CLOSE);
            return;
        }
        ChannelFuture _ = out.writeAndFlush(bytes, out.voidPromise());
        state = State.READING;
        sinceMs = loopState.nowMs();
        receiving = moreArrived;
        moreArrived = false;
        pump();
    }

    private ByteBuf encode(Answer answer, boolean close, boolean withBody) {
        JsonWriter head = loopState.head().write(answer, close);
        int bodyLength = withBody ? answer.bodyLength() : 0;
        byte[] body = answer.fixedBody() == null ? answer.json().array() : answer.fixedBody();
        ByteBuf bytes = context().alloc().buffer(head.length() + bodyLength);
        bytes.writeBytes(head.array(), 0, head.length());
        bytes.writeBytes(body, 0, bodyLength);
        return bytes;
    }

    /** Ends what has taken too long; called by the sweep. */
    void checkTimeouts(long nowMs) {
        long elapsedMs = nowMs - sinceMs;
        switch (state) {
            case READING -> {
                if (receiving && elapsedMs > receiveTimeoutMs()) {
                    refuse(ProblemCode.REQUEST_TIMEOUT);
                } else if (!receiving && elapsedMs > limits.idleTimeoutMs()) {
                    close();
                }
            }
            case BUSY -> {
                if (elapsedMs > exchange.patienceMs()) {
                    giveUp();
                }
            }
            case DRAINING -> {
                if (elapsedMs > limits.drainMs()) {
                    close();
                }
            }
            case CLOSED -> {}
        }
    }

    private long receiveTimeoutMs() {
        return request().file() == null ? limits.receiveTimeoutMs() : limits.fileReceiveTimeoutMs();
    }

    private void completeFile() {
        BodyFile file = request().file();
        if (file != null) {
            try {
                file.complete();
            } catch (IOException e) {
                LOG.error("a body's file cannot be closed", e);
            }
        }
    }

    /** No answer came in time: the exchange that still waits for it is left to itself. */
    private void giveUp() {
        Exchange late = exchange;
        exchange = new Exchange(server, loopState, this);
        keepAlive = false;
        late.giveUp();
    }

    /** The exchange waits for something else now, and has its time for that. */
    void waitsAnew() {
        sinceMs = loopState.nowMs();
    }

    /** The server stops: close if nothing is in progress; else the answer will. */
    void finish() {
        if (state == State.READING && !receiving && waiting.isEmpty()) {
            close();
        }
    }

    private void close() {
        state = State.CLOSED;
        discardWaiting();
        ChannelFuture _ = context().close();
    }

    private void discardWaiting() {
        for (Object message = waiting.poll(); message != null; message = waiting.poll()) {
            ReferenceCountUtil.release(message);
        }
    }

    private boolean isWritable() {
        return context().channel().isWritable();
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context);
    }
}
