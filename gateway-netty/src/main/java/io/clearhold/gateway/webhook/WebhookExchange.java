package io.clearhold.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;

/**
 * One request and its answer on one connection. The status is all that counts; a little of the body
 * is read, so that a receiver that writes one is not cut off, and thrown away.
 */
final class WebhookExchange extends SimpleChannelInboundHandler<HttpObject> {
    private final WebhookRequest request;
    private final int answerBytes;
    private final CompletableFuture<Integer> status;
    private int code;
    private long bodyBytes;

    WebhookExchange(WebhookRequest request, int answerBytes, CompletableFuture<Integer> status) {
        this.request = request;
        this.answerBytes = answerBytes;
        this.status = status;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (!request.url().tls()) {
            send(context);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                send(context);
            } else {
                status.completeExceptionally(handshake.cause());
            }
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part.decoderResult().isFailure()) {
            status.completeExceptionally(new IllegalArgumentException("no HTTP"));
            ChannelFuture _ = context.close();
            return;
        }
        if (part instanceof HttpResponse response) {
            // Interim answers are followed by the one that counts.
            code =
                    response.status().codeClass() == HttpStatusClass.INFORMATIONAL
                            ? 0
                            : response.status().code();
        }
        if (code != 0 && part instanceof HttpContent content) {
            bodyBytes += content.content().readableBytes();
            if (part instanceof LastHttpContent || bodyBytes > answerBytes) {
                answered(context);
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (code == 0) {
            status.completeExceptionally(new ClosedChannelException());
        } else {
            status.complete(code);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (code == 0) {
            status.completeExceptionally(cause);
        } else {
            status.complete(code);
        }
        ChannelFuture _ = context.close();
    }

    private void answered(ChannelHandlerContext context) {
        status.complete(code);
        ChannelFuture _ = context.close();
    }

    private void send(ChannelHandlerContext context) {
        byte[] body = request.body().getBytes(UTF_8);
        FullHttpRequest message =
                new DefaultFullHttpRequest(
                        HttpVersion.HTTP_1_1,
                        HttpMethod.POST,
                        request.url().target(),
                        Unpooled.wrappedBuffer(body));
        message.headers()
                .set(HttpHeaderNames.HOST, request.url().authority())
                .set(HttpHeaderNames.USER_AGENT, "Clearhold-Webhooks")
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set("webhook-id", request.id())
                .set("webhook-timestamp", request.timestampSeconds())
                .set("webhook-signature", request.signature());
        context.writeAndFlush(message).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }
}
