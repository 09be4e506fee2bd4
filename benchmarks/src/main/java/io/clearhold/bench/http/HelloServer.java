package io.clearhold.bench.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The smallest JSON server that Netty makes: its codec, and a fixed answer. It is the denominator:
 * what this machine can do over HTTP with the same library when nothing has to be done.
 */
public final class HelloServer {
    static final String LISTENING = "@listening ";
    static final String SERVED = "@served ";

    private static final int STOP_TIMEOUT_S = 10;

    private static final ByteBuf BODY =
            Unpooled.unreleasableBuffer(
                    Unpooled.directBuffer()
                            .writeBytes(
                                    "{\"message\":\"Hello, World!\"}"
                                            .getBytes(StandardCharsets.US_ASCII)));
    private static final AtomicLong SERVED_COUNT = new AtomicLong();

    private HelloServer() {}

    /** The number of event loops, 0 for Netty's own default; serves until it is told to end. */
    public static void main(String[] arguments) throws Exception {
        int loops = Integer.parseInt(arguments[0]);
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        Class<? extends ServerSocketChannel> type =
                epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(loops, io);
        Channel channel =
                new ServerBootstrap()
                        .group(group)
                        .channel(type)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(new Pipeline())
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .sync()
                        .channel();
        System.out.println(LISTENING + ((InetSocketAddress) channel.localAddress()).getPort());
        // Whoever started us closes our input, or is gone.
        System.in.transferTo(OutputStream.nullOutputStream());
        // Every connection is closed, and has counted, before the loops end.
        channel.close().sync();
        group.shutdownGracefully(0, STOP_TIMEOUT_S, TimeUnit.SECONDS).sync();
        System.out.println(SERVED + SERVED_COUNT.get());
    }

    private static final class Pipeline extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline().addLast(new HttpServerCodec(), new Hello());
        }
    }

    /** One for each connection. */
    private static final class Hello extends ChannelInboundHandlerAdapter {
        private long served;

        /** A write that fails closes the connection, which the generator sees. */
        @Override
        @SuppressWarnings("FutureReturnValueIgnored")
        public void channelRead(ChannelHandlerContext context, Object message) {
            boolean complete = message instanceof LastHttpContent;
            ReferenceCountUtil.release(message);
            if (complete) {
                FullHttpResponse answer =
                        new DefaultFullHttpResponse(
                                HttpVersion.HTTP_1_1, HttpResponseStatus.OK, BODY.duplicate());
                answer.headers()
                        .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                        .setInt(HttpHeaderNames.CONTENT_LENGTH, BODY.readableBytes());
                context.write(answer, context.voidPromise());
                served++;
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            SERVED_COUNT.addAndGet(served);
        }
    }
}
