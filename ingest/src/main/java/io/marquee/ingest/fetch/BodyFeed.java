package io.marquee.ingest.fetch;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The bytes of an answer, handed over piece by piece as they are asked for. Unlike the stream that the JDK offers, waiting
 * for a piece has a limit and can be interrupted.
 */
final class BodyFeed implements HttpResponse.BodySubscriber<BodyFeed>, AutoCloseable {

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private sealed interface Piece {

        record Bytes(List<ByteBuffer> buffers) implements Piece {}

        record End() implements Piece {}

        record Break(Throwable cause) implements Piece {}
    }

    /**
     * Waits for the next piece.
     *
     * @param stall how long at most
     * @return empty at the end of the body
     * @throws BrokenConnectionException if the connection broke, or nothing came for so long
     */
    Optional<List<ByteBuffer>> next(Duration stall) throws BrokenConnectionException, InterruptedException {
        Piece piece = pieces.poll(stall.toNanos(), TimeUnit.NANOSECONDS);
        if (piece == null) {
            close();
            throw BrokenConnectionException.stalled(stall);
        }
        if (piece instanceof Piece.Break broken) {
            throw new BrokenConnectionException("it broke off", broken.cause());
        }
        if (piece instanceof Piece.Bytes bytes) {
            subscription.get().request(1);
            return Optional.of(bytes.buffers());
        }
        return Optional.empty();
    }

    @Override
    public CompletionStage<BodyFeed> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscribed) {
        subscription.set(subscribed);
        if (closed.get()) {
            subscribed.cancel();
        } else {
            subscribed.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        pieces.add(new Piece.Bytes(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        pieces.add(new Piece.Break(cause));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece.End());
    }

    /** Lets go of the connection, if there is more to come. */
    @Override
    public void close() {
        closed.set(true);
        Flow.Subscription subscribed = subscription.get();
        if (subscribed != null) {
            subscribed.cancel();
        }
    }
}
