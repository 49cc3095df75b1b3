package io.marquee.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A web server on this machine that knows ranges and conditions, and misbehaves for as many requests as it is told. */
final class FileServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, ServedFile> files = new ConcurrentHashMap<>();
    private final Queue<Behaviour> next = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong sent = new AtomicLong();

    /** A request that came. */
    record Request(String path, Headers headers) {

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    /** Answers one request. */
    @FunctionalInterface
    interface Behaviour {

        void answer(FileServer server, HttpExchange exchange, ServedFile file) throws IOException;
    }

    FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    void serve(String path, ServedFile file) {
        files.put(path, file);
    }

    void serve(String path, String text) {
        files.put(path, ServedFile.of(text.getBytes(UTF_8), null));
    }

    /** The next requests are answered so, one each; those after them properly. */
    void then(Behaviour... behaviours) {
        next.addAll(List.of(behaviours));
    }

    List<Request> requests() {
        return requests;
    }

    /** Bytes of bodies that were sent so far. */
    long sent() {
        return sent.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(new Request(path, exchange.getRequestHeaders()));
        Behaviour behaviour = next.poll();
        try (exchange) {
            (behaviour == null ? proper() : behaviour).answer(this, exchange, files.get(path));
        }
    }

    static Behaviour proper() {
        return (server, exchange, file) -> {
            if (file == null) {
                server.send(exchange, 404, 0, new byte[0], 0, 0);
            } else if (file.isUnchangedFor(exchange.getRequestHeaders())) {
                file.headers().forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(304, -1);
            } else {
                server.send(exchange, file, file.rangeStart(exchange.getRequestHeaders()), Integer.MAX_VALUE);
            }
        };
    }

    /** Ends the connection after so many bytes of the body. */
    static Behaviour breakAfter(int bytes) {
        return (server, exchange, file) ->
                server.send(exchange, file, file.rangeStart(exchange.getRequestHeaders()), bytes);
    }

    /** Sends so many bytes of the body and then nothing, without ending the connection. */
    static Behaviour stallAfter(int bytes) {
        return (server, exchange, file) -> {
            server.send(exchange, file, file.rangeStart(exchange.getRequestHeaders()), bytes);
            server.awaitClose();
        };
    }

    /** Sends no answer at all. */
    static Behaviour silence() {
        return (server, exchange, file) -> server.awaitClose();
    }

    /** Knows no ranges: sends all. */
    static Behaviour whole() {
        return (server, exchange, file) -> server.send(exchange, file, -1, Integer.MAX_VALUE);
    }

    /** Sends the range that is asked for, of whatever file there is by now. */
    static Behaviour rangeWithoutCondition() {
        return (server, exchange, file) -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            server.send(exchange, file, file.rangeStart(range, null), Integer.MAX_VALUE);
        };
    }

    /** Sends the file from there on, whatever is asked for. */
    static Behaviour rangeFrom(int start) {
        return (server, exchange, file) -> server.send(exchange, file, start, Integer.MAX_VALUE);
    }

    static Behaviour status(int status, Map<String, String> headers) {
        return (server, exchange, file) -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            server.send(exchange, status, 5, "sorry".getBytes(UTF_8), 0, 5);
        };
    }

    static Behaviour status(int status) {
        return status(status, Map.of());
    }

    private void send(HttpExchange exchange, ServedFile file, int start, int most) throws IOException {
        byte[] bytes = file.bytes();
        file.headers().forEach(exchange.getResponseHeaders()::set);
        if (start >= bytes.length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + bytes.length);
            send(exchange, 416, 0, bytes, 0, 0);
        } else if (start >= 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + start + "-" + (bytes.length - 1) + "/" + bytes.length);
            send(exchange, 206, bytes.length - start, bytes, start, most);
        } else {
            send(exchange, 200, bytes.length, bytes, 0, most);
        }
    }

    private void send(HttpExchange exchange, int status, int announced, byte[] bytes, int start, int most)
            throws IOException {
        exchange.sendResponseHeaders(status, announced == 0 ? -1 : announced);
        int length = Math.min(Math.min(announced, bytes.length - start), most);
        if (length > 0) {
            OutputStream body = exchange.getResponseBody();
            body.write(bytes, start, length);
            body.flush();
            sent.addAndGet(length);
        }
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
