package io.marquee.ingest.pages;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that unpack and parse while a dump is read. They start when there is work, and end with the reading. */
public final class ReaderThreads implements AutoCloseable {

    /** Memory that reading takes for each thread, with much to spare. Bytes. */
    private static final long MEMORY = 32L << 20;

    private final ExecutorService executor;

    ReaderThreads(int threads) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task, "reader-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        this.executor = Executors.newFixedThreadPool(threads, factory);
    }

    /** As many as there are processors, if there is memory for so many. */
    public static int usual() {
        Runtime machine = Runtime.getRuntime();
        return (int) Math.max(1, Math.min(machine.availableProcessors(), machine.maxMemory() / MEMORY));
    }

    ExecutorService executor() {
        return executor;
    }

    /** Stops all work that is on, and waits for the threads' end. */
    @Override
    public void close() {
        executor.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = executor.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
