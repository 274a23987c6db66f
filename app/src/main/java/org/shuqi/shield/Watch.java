package org.shuqi.shield;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client is slower than is decent: byte after byte of headers, a body that never ends, a
 * response that is not taken.
 *
 * <p>Everything happens on the connection's own thread. What a request costs is a reading of the clock or two; the looking
 * is done now and then.
 */
final class Watch extends ChannelDuplexHandler {

    private final Patience patience;
    private Stage stage = Stage.BETWEEN;
    private long since = System.nanoTime();
    private long received;
    private int unanswered;
    private long stalledSince;
    private boolean lastOne;
    private @Nullable ScheduledFuture<?> looking;

    Watch(Patience patience) {
        this.patience = patience;
    }

    /** What is being waited for. */
    private enum Stage {
        BETWEEN,
        HEAD,
        BODY
    }

    /** Sees the first bytes of a request, before they make a message. */
    ChannelHandler bytes() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (stage == Stage.BETWEEN) {
                    enter(Stage.HEAD);
                } else if (stage == Stage.BODY && message instanceof ByteBuf bytes) {
                    received += bytes.readableBytes();
                }
                context.fireChannelRead(message);
            }
        };
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        var millis = patience.look().toMillis();
        looking = context.executor().scheduleWithFixedDelay(() -> look(context), millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (looking != null) {
            looking.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            unanswered++;
            enter(Stage.BODY);
            Framing.check(request);
        }
        if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
            // where the next request begins is anybody's guess
            lastOne = true;
        }
        if (message instanceof LastHttpContent) {
            stage = Stage.BETWEEN;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isPreliminary(message)) {
            unanswered--;
            if (stage == Stage.BETWEEN) {
                since = System.nanoTime();
            }
            if (lastOne) {
                context.write(message, promise.unvoid().addListener(ChannelFutureListener.CLOSE));
                return;
            }
        }
        context.write(message, promise);
    }

    /** Whether the request that was read last is the only one without an answer. */
    boolean isAlone() {
        return unanswered == 1;
    }

    /** 100 Continue is a whole message, and yet no answer. */
    private static boolean isPreliminary(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        stalledSince = System.nanoTime();
        context.fireChannelWritabilityChanged();
    }

    private void enter(Stage next) {
        stage = next;
        since = System.nanoTime();
        received = 0;
    }

    private void look(ChannelHandlerContext context) {
        var now = System.nanoTime();
        var waited = now - since;
        var tooLong =
                switch (stage) {
                    case BETWEEN -> unanswered <= 0 && waited > patience.idle().toNanos();
                    case HEAD -> waited > patience.head().toNanos();
                    case BODY -> waited > patience.body().toNanos() + paid();
                };
        var stalled = !context.channel().isWritable()
                && now - stalledSince > patience.stalled().toNanos();
        if (tooLong || stalled) {
            context.close();
        }
    }

    /** Time that the bytes received so far may have taken. */
    private long paid() {
        return received / patience.bytesPerSecond() * 1_000_000_000;
    }
}
