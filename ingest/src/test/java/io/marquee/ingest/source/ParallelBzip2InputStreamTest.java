package io.marquee.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.ingest.Packing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ParallelBzip2InputStreamTest {

    private static final byte[] SIGNATURE = {'B', 'Z', 'h', '9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59};

    private static final ExecutorService WORKERS = Executors.newFixedThreadPool(3, task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    /** Bytes that hardly can be packed. */
    private static byte[] noise(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] streams(List<Integer> lengths) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < lengths.size(); i++) {
            bytes.write(Packing.bzip2(noise(i, lengths.get(i))));
        }
        return bytes.toByteArray();
    }

    private static byte[] plain(List<Integer> lengths) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < lengths.size(); i++) {
            bytes.write(noise(i, lengths.get(i)));
        }
        return bytes.toByteArray();
    }

    private static byte[] read(byte[] packed, int piece, int largest, int unpacked) throws IOException {
        try (InputStream in =
                new ParallelBzip2InputStream(new ByteArrayInputStream(packed), WORKERS, 4, piece, largest, unpacked)) {
            return in.readAllBytes();
        }
    }

    @Property(tries = 60)
    void streamsOfAnyLengthComeInOrderWhateverFitsIntoMemory(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 3000) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 4000) int piece,
            @ForAll @IntRange(min = 1, max = 6000) int largest,
            @ForAll @IntRange(min = 1, max = 9000) int unpacked)
            throws IOException {
        assertThat(read(streams(lengths), piece, largest, unpacked)).isEqualTo(plain(lengths));
    }

    @Property(tries = 60)
    void aFileThatIsCutOffAnywhereGivesTheBytesBeforeAndSaysSo(
            @ForAll @IntRange(min = 4, max = 10_000) int length, @ForAll @IntRange(min = 1, max = 4000) int piece)
            throws IOException {
        List<Integer> lengths = List.of(1000, 50, 0, 2000, 3000);
        byte[] packed = streams(lengths);
        byte[] cut = Arrays.copyOf(packed, Math.min(length, packed.length - 1));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in =
                new ParallelBzip2InputStream(new ByteArrayInputStream(cut), WORKERS, 4, piece, 1 << 16, 1 << 16)) {
            in.transferTo(bytes);
            // Where a stream ends nothing is missing, as far as can be seen.
            assertThat(List.of(0, 1000, 1050, 3050)).contains(bytes.size());
        } catch (IOException e) {
            assertThat(e).isInstanceOf(CutOffException.class);
        }
        assertThat(bytes.toByteArray()).isEqualTo(Arrays.copyOf(plain(lengths), bytes.size()));
    }

    @Test
    void bytesThatLookLikeTheBeginningOfAStreamAreJustBytes() throws IOException {
        // Packed data never has them but by chance; here the pieces are cut at them all the same.
        byte[] packed = Packing.bzip2(noise(1, 5000));
        byte[] between = Packing.join(Arrays.copyOf(packed, 700), SIGNATURE);
        Bzip2Pieces pieces = new Bzip2Pieces(new ByteArrayInputStream(Packing.join(between, packed)), 1, 1 << 16);
        List<Integer> lengths = new ArrayList<>();
        for (Bzip2Pieces.Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
            lengths.add(piece.bytes().length);
        }
        assertThat(lengths).containsExactly(700, SIGNATURE.length, packed.length);
    }

    @Test
    void aPieceThatIsNoWholeStreamIsJoinedWithTheNext() throws IOException {
        byte[] first = Packing.bzip2("one,");
        byte[] second = Packing.bzip2(noise(2, 4000));
        byte[] third = Packing.bzip2(",three");
        // Pieces of at most 500 bytes cut the second stream where no stream begins.
        byte[] read = read(Packing.join(Packing.join(first, second), third), 1, 500, 1 << 16);
        assertThat(read)
                .isEqualTo(
                        Packing.join(Packing.join("one,".getBytes(UTF_8), noise(2, 4000)), ",three".getBytes(UTF_8)));
    }

    @Test
    void aFalseBeginningThatAWorkerFailsOnIsReadInTheOrderOfTheFile() throws IOException {
        byte[] packed = Packing.bzip2(noise(3, 4000));
        List<Bzip2Pieces.Piece> pieces = List.of(
                new Bzip2Pieces.Piece(Arrays.copyOf(packed, 1500), true, true),
                new Bzip2Pieces.Piece(Arrays.copyOfRange(packed, 1500, packed.length), true, true));
        assertThat(Bzip2Unpacking.unpack(pieces.get(0).bytes(), 1 << 16)).isNull();
        assertThat(Bzip2Unpacking.unpack(pieces.get(1).bytes(), 1 << 16)).isNull();
        assertThat(Bzip2Unpacking.unpack(packed, 1 << 16)).isEqualTo(noise(3, 4000));
        try (InputStream in = new ParallelBzip2InputStream(
                InputStream.nullInputStream(), new Bzip2Slots(new ArrayDeque<>(pieces)::poll, WORKERS, 2, 1 << 16))) {
            assertThat(in.readNBytes(4000)).isEqualTo(noise(3, 4000));
        }
    }

    @Test
    void aDamagedStreamIsToldAfterThoseBeforeIt() throws IOException {
        byte[] packed = streams(List.of(1000, 2000, 1000));
        packed[packed.length - 700] ^= 1;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in =
                new ParallelBzip2InputStream(new ByteArrayInputStream(packed), WORKERS, 4, 1, 1 << 16, 1 << 16)) {
            assertThatThrownBy(() -> in.transferTo(bytes)).isInstanceOf(IOException.class);
        }
        assertThat(bytes.size()).isGreaterThanOrEqualTo(3000);
    }
}
