package io.marquee.ops.stack;

import io.marquee.records.FilmKey;
import io.marquee.records.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** A process with a stack in it, to be killed. */
final class StackProcess {

    static final String UP = "up";

    private StackProcess() {}

    public static void main(String... arguments) throws InterruptedException, ExecutionException, IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        TestStack stack = TestStack.start(Path.of(arguments[0]));
        stack.send(Topics.ENRICHED_FILMS, new FilmKey(1), Samples.film(1, "Before the kill", 10_000, 20_000));
        stack.sync();
        stack.send(Topics.ENRICHED_FILMS, new FilmKey(2), Samples.film(2, "On its way", 10_000, 20_000));
        stack.flush();
        out.println(UP);
        int unused = System.in.read();
    }
}
