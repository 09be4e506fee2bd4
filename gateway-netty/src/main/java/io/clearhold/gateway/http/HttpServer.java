package io.clearhold.gateway.http;

import io.clearhold.gateway.GatewaySettings;
import io.clearhold.gateway.GatewaySettings.HttpLimits;
import io.clearhold.gateway.auth.Authenticator;
import io.clearhold.gateway.operation.GatewayParts;
import io.clearhold.gateway.operation.Route;
import io.clearhold.gateway.operation.Workbench;
import io.micrometer.core.instrument.Gauge;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens, and gives each connection its event loop. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int BACKLOG = 1024;

    private final GatewayParts parts;
    private final GatewaySettings settings;
    private final Server server;
    private final EventLoopGroup loops;
    private final ExecutorService slow;
    private final SplittableRandom random = new SplittableRandom(System.nanoTime());
    private final Map<EventLoop, EventLoopState> states = new ConcurrentHashMap<>();
    private @Nullable Channel listener;

    public HttpServer(GatewayParts parts, List<Route> routes) {
        this.parts = parts;
        this.settings = parts.settings();
        this.slow =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("gateway-slow-", 0).factory());
        this.server =
                new Server(
                        parts,
                        new Router(routes),
                        new Authenticator(parts.secrets(), parts.keys()),
                        new InFlightKeys(),
                        new RequestMetrics(parts.metrics(), routes),
                        slow,
                        new Semaphore(settings.slowOperationLimit()),
                        new ConnectionCount(settings.http().connections()),
                        new AtomicBoolean());
        IoHandlerFactory transport =
                Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        this.loops =
                new MultiThreadIoEventLoopGroup(
                        threads(), new DefaultThreadFactory("gateway"), transport);
        gauges();
    }

    /** Binds; returns the address that was bound. */
    public InetSocketAddress start() throws InterruptedException {
        Class<? extends ServerSocketChannel> type =
                Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        ServerBootstrap bootstrap =
                new ServerBootstrap()
                        .group(loops)
                        .channel(type)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                        .childHandler(new Connector());
        Channel bound = bootstrap.bind(settings.host(), settings.port()).sync().channel();
        listener = bound;
        return (InetSocketAddress) bound.localAddress();
    }

    /**
     * Takes no more requests and ends when those in progress are answered, or the grace is over.
     */
    @Override
    public void close() {
        if (!server.stopping().compareAndSet(false, true)) {
            return;
        }
        try {
            Channel bound = listener;
            if (bound != null) {
                bound.close().sync();
            }
            states.forEach((loop, state) -> loop.execute(state::finish));
            if (!server.open().awaitNone(settings.stopGraceMs())) {
                LOG.warn("stopped with {} connections open", server.open().open());
            }
            slow.shutdown();
            for (Map.Entry<EventLoop, EventLoopState> entry : states.entrySet()) {
                entry.getKey().submit(entry.getValue().bench()::close).sync();
            }
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Future<?> _ = loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        }
    }

    private EventLoopState state(EventLoop loop) {
        return states.computeIfAbsent(loop, this::newState);
    }

    private EventLoopState newState(EventLoop loop) {
        SplittableRandom own;
        synchronized (random) {
            own = random.split();
        }
        EventLoopState state = new EventLoopState(loop, new Workbench(parts), own);
        long tickMs = tickMs();
        Future<?> _ = loop.scheduleAtFixedRate(state::sweep, tickMs, tickMs, TimeUnit.MILLISECONDS);
        return state;
    }

    /** A tenth of the shortest time limit: no limit is exceeded by much more than that. */
    private long tickMs() {
        HttpLimits limits = settings.http();
        long shortest =
                Math.min(
                        Math.min(limits.receiveTimeoutMs(), limits.idleTimeoutMs()),
                        Math.min(limits.replyTimeoutMs(), limits.drainMs()));
        return Math.clamp(shortest / 10, 10, 1000);
    }

    private int threads() {
        int wanted = settings.eventLoopThreads();
        return wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
    }

    private void gauges() {
        Gauge.builder("clearhold.http.connections", server.open(), ConnectionCount::open)
                .description("Open connections")
                .register(parts.metrics());
        Gauge.builder("clearhold.http.idempotency.in.flight", server.inFlight(), InFlightKeys::size)
                .description("Idempotency keys of requests in progress")
                .register(parts.metrics());
        Gauge.builder("clearhold.keys.remembered", parts.keys(), keys -> keys.size())
                .description("API keys that are remembered between requests")
                .register(parts.metrics());
    }

    /** Sets up a connection that was accepted. */
    private final class Connector extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            Connection connection = new Connection(server, state(channel.eventLoop()));
            channel.pipeline().addLast(new RequestDecoder(settings.http(), connection), connection);
        }
    }
}
