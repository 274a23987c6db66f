package org.shuqi.shield;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts connections, turns away those that are too many, and sets a watch on each of the others. */
@Singleton
final class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final Patience patience;
    private final BeanProvider<Shortcuts> shortcuts;
    private final AtomicInteger open = new AtomicInteger();
    private final ConcurrentHashMap<Long, Integer> byAddress = new ConcurrentHashMap<>();

    /** The short ways are asked for late: they need much of what this is there before. */
    Connections(Patience patience, BeanProvider<Shortcuts> shortcuts) {
        this.patience = patience;
        this.shortcuts = shortcuts;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new ForEach(null));
        return event.getBean();
    }

    /** How many there are. */
    int open() {
        return open.get();
    }

    /** Whether there is room for this one; if so it is counted until it closes. */
    private boolean admit(Channel connection) {
        var all = open.incrementAndGet();
        var address = address(connection);
        var ofAddress = byAddress.merge(address, 1, Integer::sum);
        connection.closeFuture().addListener(closed -> {
            open.decrementAndGet();
            byAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
        });
        return all <= patience.connections() && ofAddress <= patience.perAddress();
    }

    private static long address(Channel connection) {
        return connection.remoteAddress() instanceof InetSocketAddress remote && remote.getAddress() != null
                ? Addresses.network(remote.getAddress())
                : 0;
    }

    /** Called by the server for each connection. */
    private final class ForEach implements NettyServerCustomizer {

        @org.jspecify.annotations.Nullable private final Channel connection;

        ForEach(@org.jspecify.annotations.Nullable Channel connection) {
            this.connection = connection;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new ForEach(channel) : this;
        }

        @Override
        public void onInitialPipelineBuilt() {
            if (connection == null) {
                return;
            }
            if (!admit(connection)) {
                connection.close();
                return;
            }
            var codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            if (connection.pipeline().get(codec) != null) {
                var watch = new Watch(patience);
                connection.pipeline().addBefore(codec, "shuqi-bytes", watch.bytes());
                connection.pipeline().addAfter(codec, "shuqi-watch", watch);
                connection.pipeline().addAfter("shuqi-watch", "shuqi-short", new ShortWay(shortcuts.get(), watch));
            }
        }
    }
}
