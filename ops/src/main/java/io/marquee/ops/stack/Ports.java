package io.marquee.ops.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Free loopback ports, remembered in a file: as long as nobody else takes them, a stack has the same ports at each
 * start, so that a BI tool's connection stays valid.
 */
final class Ports {

    private Ports() {}

    /**
     * As many free ports as asked for: those of the file where they are still free.
     *
     * @param file where they are remembered
     */
    static List<Integer> choose(Path file, int count) throws IOException {
        List<Integer> remembered = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                if (line.matches("\\d{1,5}")) {
                    remembered.add(Integer.valueOf(line));
                }
            }
        }
        // All are held at once, so that no two of them are the same.
        List<ServerSocket> held = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                ServerSocket socket = bind(i < remembered.size() ? remembered.get(i) : 0);
                held.add(socket);
                ports.add(socket.getLocalPort());
            }
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
        Files.write(file, ports.stream().map(String::valueOf).toList());
        return ports;
    }

    private static ServerSocket bind(int preferred) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), preferred));
            return socket;
        } catch (IOException e) {
            socket.close();
            if (preferred == 0) {
                throw e;
            }
            return bind(0);
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
