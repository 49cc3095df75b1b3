package io.marquee.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A port that leads to another one, and that breaks or stalls connections where it is told to. */
final class BreakingWire implements AutoCloseable {

    private static final int BUFFER = 1 << 12;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Cut> cuts = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicLong passed = new AtomicLong();
    private final int target;

    /** What happens to one connection after so many bytes of the server's. */
    private record Cut(long after, Kind kind) {

        static final Cut NONE = new Cut(Long.MAX_VALUE, Kind.BREAK);
    }

    private enum Kind {
        BREAK,
        STALL,
        FLIP
    }

    BreakingWire(int target) throws IOException {
        this.target = target;
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Bytes of the server's that came through, headers included. */
    long passed() {
        return passed.get();
    }

    void breakAfter(long bytes) {
        cuts.add(new Cut(bytes, Kind.BREAK));
    }

    void stallAfter(long bytes) {
        cuts.add(new Cut(bytes, Kind.STALL));
    }

    /** Alters the byte there, and lets all through. */
    void flipAt(long position) {
        cuts.add(new Cut(position, Kind.FLIP));
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                Cut cut = cuts.poll();
                threads.execute(() -> forward(client, server));
                threads.execute(() -> pump(server, client, cut == null ? Cut.NONE : cut));
            } catch (IOException e) {
                // Closed, at the test's end.
            }
        }
    }

    private static void forward(Socket client, Socket server) {
        try {
            client.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException e) {
            // One side is gone: so is the other.
        }
        close(client);
        close(server);
    }

    private void pump(Socket server, Socket client, Cut cut) {
        try {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            long left = cut.after();
            int length = in.read(buffer);
            while (length >= 0 && (left > 0 || cut.kind() == Kind.FLIP)) {
                int most = length;
                if (cut.kind() == Kind.FLIP && left >= 0 && left < length) {
                    buffer[(int) left] ^= 1;
                } else if (cut.kind() != Kind.FLIP) {
                    most = (int) Math.min(length, left);
                }
                out.write(buffer, 0, most);
                out.flush();
                left -= most;
                passed.addAndGet(most);
                length = in.read(buffer);
            }
            if (cut.kind() == Kind.STALL) {
                return;
            }
        } catch (IOException e) {
            // One side is gone: so is the other.
        }
        close(server);
        close(client);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        sockets.forEach(BreakingWire::close);
        threads.shutdownNow();
    }
}
