package org.shuqi.shield;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a request to a route with a short way until it is whole, and answers it, or lets it go on untouched.
 *
 * <p>It stands behind the watch on the connection, so that what that checks, and how long it waits, holds here too.
 */
final class ShortWay extends ChannelInboundHandlerAdapter {

    private static final int MOST_BYTES = 16_384;

    /** A body in more pieces than this goes on: each may keep a buffer of its own. */
    private static final int MOST_PARTS = 8;

    /** What asks for something that only the framework knows how to do. */
    private static final List<CharSequence> UNUSUAL = List.of(
            HttpHeaderNames.TRANSFER_ENCODING,
            HttpHeaderNames.CONTENT_ENCODING,
            HttpHeaderNames.EXPECT,
            HttpHeaderNames.UPGRADE,
            HttpHeaderNames.ORIGIN,
            HttpHeaderNames.COOKIE);

    private final Shortcuts shortcuts;
    private final Watch watch;
    private final List<HttpContent> parts = new ArrayList<>();
    private @Nullable HttpRequest held;
    private Shortcuts.@Nullable Way way;
    private @Nullable InetAddress peer;
    private boolean isSecure;
    private boolean isUnflushed;
    private long began;

    ShortWay(Shortcuts shortcuts, Watch watch) {
        this.shortcuts = shortcuts;
        this.watch = watch;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        isSecure = context.pipeline().get(SslHandler.class) != null;
        peer = context.channel().remoteAddress() instanceof InetSocketAddress remote ? remote.getAddress() : null;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (held != null && message instanceof HttpContent part) {
            parts.add(part);
            if (part.decoderResult().isFailure() || parts.size() > MOST_PARTS) {
                goOn(context);
            } else if (part instanceof LastHttpContent) {
                end(context);
            }
        } else if (message instanceof HttpRequest request && isUsual(context, request)) {
            held = request;
            began = System.nanoTime();
        } else {
            context.fireChannelRead(message);
        }
    }

    private boolean isUsual(ChannelHandlerContext context, HttpRequest request) {
        // answers keep the order of their requests, and do not pile up
        if (request instanceof HttpContent
                || !watch.isAlone()
                || !context.channel().isWritable()) {
            return false;
        }
        way = shortcuts.to(request.uri());
        return way != null
                && request.method().equals(HttpMethod.POST)
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && request.decoderResult().isSuccess()
                && isUsual(request.headers());
    }

    private boolean isUsual(HttpHeaders headers) {
        for (var name : UNUSUAL) {
            if (headers.contains(name)) {
                return false;
            }
        }
        var connection = headers.get(HttpHeaderNames.CONNECTION);
        return (connection == null || connection.equalsIgnoreCase("keep-alive"))
                && hasLength(headers.get(HttpHeaderNames.CONTENT_LENGTH))
                // else it may be a certificate that tells who is calling
                && (!isSecure || headers.contains(HttpHeaderNames.AUTHORIZATION));
    }

    private static boolean hasLength(@Nullable String length) {
        try {
            return length != null && Integer.parseInt(length) <= MOST_BYTES;
        } catch (NumberFormatException odd) {
            return false;
        }
    }

    private void end(ChannelHandlerContext context) {
        var request = held;
        var taken = way;
        if (request == null || taken == null) {
            return;
        }
        var response = shortcuts.response(taken, request.headers(), body(), peer, isSecure);
        if (response == null) {
            goOn(context);
            return;
        }
        drop();
        context.write(response, context.voidPromise());
        isUnflushed = true;
        taken.took(System.nanoTime() - began);
    }

    private byte[] body() {
        var length = 0;
        for (var part : parts) {
            length += part.content().readableBytes();
        }
        var bytes = new byte[length];
        var at = 0;
        for (var part : parts) {
            ByteBuf content = part.content();
            var many = content.readableBytes();
            content.getBytes(content.readerIndex(), bytes, at, many);
            at += many;
        }
        return bytes;
    }

    private void goOn(ChannelHandlerContext context) {
        context.fireChannelRead(held);
        held = null;
        var all = List.copyOf(parts);
        parts.clear();
        all.forEach(context::fireChannelRead);
    }

    private void drop() {
        held = null;
        parts.forEach(HttpContent::release);
        parts.clear();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (isUnflushed) {
            isUnflushed = false;
            context.flush();
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        drop();
    }
}
