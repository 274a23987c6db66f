package org.shuqi.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Loads an HTTP server over kept connections, with one thread and ready-made bytes, so that the server is what is measured.
 *
 * <p>In the closed model each connection asks again as soon as it is answered: what the server can do at most. In the open
 * model requests arrive at a fixed rate whether or not the server keeps up, and the time of an answer counts from when its
 * request was due, so that waiting for a slow answer is counted too.
 */
final class Wire implements AutoCloseable {

    private static final long IDLE_NANOS = 50_000;
    private static final long SILENCE_NANOS = 60_000_000_000L;

    private final Selector selector;
    private final List<Line> lines = new ArrayList<>();
    private final Deque<Line> free = new ArrayDeque<>();
    private final ByteBuffer incoming = ByteBuffer.allocate(64 * 1024);
    private final LongSupplier serverCpuNanos;
    private Histogram latency = new Histogram(3);
    private long answered;
    private long decisions;
    private long wrong;
    private String firstWrong = "";

    private Wire(Selector selector, LongSupplier serverCpuNanos) {
        this.selector = selector;
        this.serverCpuNanos = serverCpuNanos;
    }

    /**
     * Opens connections to a server on this machine.
     *
     * @param serverCpuNanos the CPU time that the server has used since it started
     */
    static Wire open(int port, int connections, LongSupplier serverCpuNanos) throws IOException {
        var wire = new Wire(Selector.open(), serverCpuNanos);
        for (var each = 0; each < connections; each++) {
            var line = new Line(wire.selector, port);
            wire.lines.add(line);
            wire.free.add(line);
        }
        return wire;
    }

    /** One connection and what is under way on it. */
    private static final class Line {

        private final SocketChannel channel;
        private final Reply reply = new Reply();
        private Shot shot;
        private long due;

        Line(Selector selector, int port) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void send(Shot next, long dueAt) throws IOException {
            shot = next;
            due = dueAt;
            reply.clear();
            var bytes = ByteBuffer.wrap(next.request());
            while (bytes.hasRemaining()) {
                if (channel.write(bytes) == 0) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    /** Asks as fast as the server answers. */
    Tally closed(Supplier<Shot> shots, double seconds) throws IOException {
        return run(shots, Double.POSITIVE_INFINITY, seconds);
    }

    /** Asks so many times a second. */
    Tally open(Supplier<Shot> shots, double perSecond, double seconds) throws IOException {
        return run(shots, perSecond, seconds);
    }

    private Tally run(Supplier<Shot> shots, double perSecond, double seconds) throws IOException {
        latency = new Histogram(3);
        answered = 0;
        decisions = 0;
        wrong = 0;
        var serverCpu = serverCpuNanos.getAsLong();
        var ownCpu = ownCpuNanos();
        var begin = System.nanoTime();
        var end = begin + (long) (seconds * 1e9);
        var gap = 1e9 / perSecond;
        for (long sent = 0; ; ) {
            var now = System.nanoTime();
            var due = gap == 0 ? now : begin + (long) (sent * gap);
            while (!free.isEmpty() && due <= now && due < end) {
                free.pop().send(shots.get(), due);
                sent++;
                due = gap == 0 ? now : begin + (long) (sent * gap);
            }
            if (due >= end && free.size() == lines.size()) {
                break;
            }
            await(due < end ? due - now : Long.MAX_VALUE);
            requireLife(now, end);
        }
        var took = (System.nanoTime() - begin) / 1e9;
        return new Tally(
                answered,
                decisions,
                wrong,
                firstWrong,
                took,
                latency,
                (serverCpuNanos.getAsLong() - serverCpu) / 1e3 / Math.max(1, answered),
                (ownCpuNanos() - ownCpu) / 1e3 / Math.max(1, answered));
    }

    private static void requireLife(long now, long end) {
        if (now > end + SILENCE_NANOS) {
            throw new IllegalStateException("the server has not answered for a minute");
        }
    }

    private static long ownCpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Reads what has come; rests a little if nothing has and no request is due. */
    private void await(long untilDue) throws IOException {
        if (free.isEmpty() || untilDue > 2_000_000) {
            selector.select(this::read, 1);
        } else if (selector.selectNow(this::read) == 0 && untilDue > IDLE_NANOS) {
            LockSupport.parkNanos(IDLE_NANOS);
        }
    }

    private void read(SelectionKey key) {
        var line = (Line) key.attachment();
        try {
            incoming.clear();
            var many = line.channel.read(incoming);
            if (many < 0) {
                throw new IOException("the server closed the connection after " + line.reply.text());
            }
            line.reply.add(incoming.array(), many);
            if (line.reply.isWhole()) {
                done(line);
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void done(Line line) {
        latency.recordValue(Math.max(0, System.nanoTime() - line.due));
        answered++;
        decisions += line.shot.decisions();
        if (line.reply.status() != 200 || !line.reply.contains(line.shot.expected())) {
            wrong++;
            if (firstWrong.isEmpty()) {
                firstWrong = new String(line.shot.request(), java.nio.charset.StandardCharsets.UTF_8) + "\nexpected "
                        + new String(line.shot.expected(), java.nio.charset.StandardCharsets.UTF_8) + " in\n"
                        + line.reply.text();
            }
        }
        free.push(line);
    }

    @Override
    public void close() throws IOException {
        for (var line : lines) {
            line.channel.close();
        }
        selector.close();
    }
}
