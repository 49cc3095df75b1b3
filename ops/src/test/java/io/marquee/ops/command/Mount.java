package io.marquee.ops.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file system of its own, for as long as it is open. Only root may make one. */
record Mount(Path path) implements Closeable {

    private static final int PIECE = 1 << 20;

    /** @throws IOException if this machine does not let it be made, with the reason */
    static Mount tmpfs(Path directory, String options) throws IOException, InterruptedException {
        call("mount", "-t", "tmpfs", "-o", options, "tmpfs", directory.toString());
        return new Mount(directory);
    }

    /** Writes a file until there is no space left. */
    static void fill(Path file) {
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (file.toFile().getUsableSpace() > 0) {
                out.write(piece, 0, (int) Math.min(PIECE, file.toFile().getUsableSpace()));
            }
        } catch (IOException e) {
            // Another was quicker to take the last of it.
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void call(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            call("umount", "--lazy", path.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
