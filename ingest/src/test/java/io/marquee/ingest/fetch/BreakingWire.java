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
    private record Cut(long after, boolean stalls) {}

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
        cuts.add(new Cut(bytes, false));
    }

    void stallAfter(long bytes) {
        cuts.add(new Cut(bytes, true));
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                Cut cut = cuts.poll();
                threads.execute(() -> pump(client, server, null));
                threads.execute(() -> pump(server, client, cut == null ? new Cut(Long.MAX_VALUE, false) : cut));
            } catch (IOException e) {
                // Closed, at the test's end.
            }
        }
    }

    private void pump(Socket from, Socket to, Cut cut) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            long left = cut == null ? Long.MAX_VALUE : cut.after();
            int length = in.read(buffer);
            while (length >= 0 && left > 0) {
                int most = (int) Math.min(length, left);
                out.write(buffer, 0, most);
                out.flush();
                left -= most;
                if (cut != null) {
                    passed.addAndGet(most);
                }
                length = in.read(buffer);
            }
            if (cut == null || !cut.stalls()) {
                from.close();
                to.close();
            }
        } catch (IOException e) {
            // One side is gone: so is the other.
            close(from);
            close(to);
        }
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
