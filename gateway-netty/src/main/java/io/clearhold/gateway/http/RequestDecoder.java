package io.clearhold.gateway.http;

import io.clearhold.gateway.GatewaySettings.HttpLimits;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;

/**
 * Netty's decoder, told to be strict. Only the decoder: answers are written as bytes, so the
 * encoder's half of the codec would have nothing to do.
 */
final class RequestDecoder extends HttpRequestDecoder {
    private final Connection connection;

    RequestDecoder(HttpLimits limits, Connection connection) {
        super(
                new HttpDecoderConfig()
                        .setMaxInitialLineLength(limits.targetBytes())
                        .setMaxHeaderSize(limits.headerBytes())
                        .setMaxChunkSize(64 * 1024)
                        .setStrictLineParsing(true)
                        .setUseRfc9112TransferEncoding(true));
        this.connection = connection;
    }

    /** The clock of a request starts with its first byte, which only this place sees. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        connection.bytesArrived();
        super.channelRead(context, message);
    }

    /** Two lengths for one body are how requests are smuggled. */
    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Transfer-Encoding and Content-Length");
    }
}
