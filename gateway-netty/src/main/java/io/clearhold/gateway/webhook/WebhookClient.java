package io.clearhold.gateway.webhook;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one request over a connection of its own and waits for its answer. A name is resolved once,
 * each of its addresses is judged, and the connection goes to one that was judged: a name that
 * changes between two look-ups leads nowhere else. Redirects are not followed. Safe for many
 * threads; they block.
 */
final class WebhookClient implements AutoCloseable {
    /** Addresses of one name that are tried. */
    private static final int ADDRESSES = 3;

    private final WebhookSettings settings;
    private final SslContext tls;
    private final MultiThreadIoEventLoopGroup group;

    /**
     * @param tls whom to trust
     */
    WebhookClient(WebhookSettings settings, SslContext tls) {
        this.settings = settings;
        this.tls = tls;
        this.group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    }

    Attempt send(WebhookRequest request) throws InterruptedException {
        long startNs = System.nanoTime();
        List<InetAddress> addresses;
        try {
            addresses = allowed(request.url().host());
        } catch (UnknownHostException e) {
            return unanswered("the name of the host is not known", startNs);
        }
        if (addresses.isEmpty()) {
            return unanswered("its address is private or reserved", startNs);
        }
        Attempt last = unanswered("no connection", startNs);
        for (InetAddress address : addresses) {
            CompletableFuture<Integer> status = new CompletableFuture<>();
            last = exchange(request, address, status, startNs);
            if (!(last instanceof Attempt.Unanswered) || remainingMs(startNs) <= 0) {
                return last;
            }
            if (!isRefusedConnection(status)) {
                // It may have been received: the same attempt is not made twice.
                return last;
            }
        }
        return last;
    }

    private List<InetAddress> allowed(String host) throws UnknownHostException {
        List<InetAddress> allowed = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (allowed.size() < ADDRESSES && AddressRules.allows(address, settings.sandbox())) {
                allowed.add(address);
            }
        }
        return allowed;
    }

    private Attempt exchange(
            WebhookRequest request,
            InetAddress address,
            CompletableFuture<Integer> status,
            long startNs)
            throws InterruptedException {
        ChannelFuture connecting = connect(request, address, status);
        try {
            int code = status.get(Math.max(1, remainingMs(startNs)), TimeUnit.MILLISECONDS);
            return new Attempt.Answered(code, sinceMs(startNs));
        } catch (TimeoutException e) {
            return unanswered(
                    "no answer within " + settings.answerTimeoutMs() / 1000 + " s", startNs);
        } catch (ExecutionException e) {
            return unanswered(AttemptFailure.describe(e.getCause()), startNs);
        } finally {
            ChannelFuture _ = connecting.channel().close();
        }
    }

    private ChannelFuture connect(
            WebhookRequest request, InetAddress address, CompletableFuture<Integer> status) {
        EndpointUrl url = request.url();
        Bootstrap bootstrap =
                new Bootstrap()
                        .group(group)
                        .channel(NioSocketChannel.class)
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                (int) settings.answerTimeoutMs())
                        .handler(
                                new ChannelInitializer<Channel>() {
                                    @Override
                                    protected void initChannel(Channel channel) {
                                        prepare(channel.pipeline(), request, status);
                                    }
                                });
        ChannelFuture connecting = bootstrap.connect(new InetSocketAddress(address, url.port()));
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                status.completeExceptionally(done.cause());
            }
        });
        return connecting;
    }

    private void prepare(
            ChannelPipeline pipeline, WebhookRequest request, CompletableFuture<Integer> status) {
        EndpointUrl url = request.url();
        if (url.tls()) {
            // The context checks that the certificate names the host, whatever address it has.
            SslHandler handler = tls.newHandler(pipeline.channel().alloc(), url.host(), url.port());
            handler.setHandshakeTimeoutMillis(settings.answerTimeoutMs());
            pipeline.addLast(handler);
        }
        pipeline.addLast(new HttpClientCodec());
        pipeline.addLast(new WebhookExchange(request, settings.answerBytes(), status));
    }

    private static boolean isRefusedConnection(CompletableFuture<Integer> status) {
        return status.isCompletedExceptionally()
                && status.exceptionNow() instanceof java.net.ConnectException;
    }

    private long remainingMs(long startNs) {
        return settings.answerTimeoutMs() - sinceMs(startNs);
    }

    private static Attempt unanswered(String why, long startNs) {
        return new Attempt.Unanswered(why, sinceMs(startNs));
    }

    private static long sinceMs(long startNs) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, settings.stopTimeoutMs(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(settings.stopTimeoutMs());
    }
}
