package io.marquee.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Answers {@code /metrics}, {@code /health} (the process answers) and {@code /ready} (it can do its work). */
final class MetricsServer implements AutoCloseable {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";
    private static final int THREADS = 2;

    private final HttpServer server;
    private final ExecutorService threads;

    private MetricsServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    static MetricsServer start(String address, int port, Supplier<String> metrics, BooleanSupplier ready)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "metrics");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            switch (exchange.getRequestURI().getPath()) {
                case "/metrics" -> answer(exchange, 200, EXPOSITION, metrics.get());
                case "/health" -> answer(exchange, 200, TEXT, "alive\n");
                case "/ready" -> {
                    boolean isReady = ready.getAsBoolean();
                    answer(exchange, isReady ? 200 : 503, TEXT, isReady ? "ready\n" : "not ready\n");
                }
                default -> answer(exchange, 404, TEXT, "there are /metrics, /health and /ready\n");
            }
        });
        server.start();
        return new MetricsServer(server, threads);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            if (!isHead && !exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            byte[] body = text.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
            if (!isHead) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** Where it can be asked from this machine. */
    String url() {
        InetAddress address = server.getAddress().getAddress();
        String host = address.isAnyLocalAddress()
                ? "127.0.0.1"
                : address instanceof java.net.Inet6Address
                        ? "[" + address.getHostAddress() + "]"
                        : address.getHostAddress();
        return "http://" + host + ":" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
