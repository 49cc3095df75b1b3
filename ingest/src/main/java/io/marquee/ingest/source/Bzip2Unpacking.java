package io.marquee.ingest.source;

import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.io.input.UnsynchronizedByteArrayInputStream;

/** Unpacks whole bz2 streams in memory. */
final class Bzip2Unpacking {

    /** Bytes between two looks at whether the result is still wanted. */
    private static final int STRIDE = 1 << 16;

    private static final int USUAL_RATIO = 5;

    private Bzip2Unpacking() {}

    /**
     * Unpacks streams in a row.
     *
     * @return null if these are no whole streams, if they are damaged, if unpacked they have more bytes than {@code most},
     *     or if the thread is interrupted
     */
    static byte[] unpack(byte[] packed, int most) {
        byte[] unpacked = new byte[Math.min(most, Math.max(STRIDE, packed.length * USUAL_RATIO))];
        int length = 0;
        try (BZip2CompressorInputStream in = new BZip2CompressorInputStream(
                UnsynchronizedByteArrayInputStream.builder()
                        .setByteArray(packed)
                        .get(),
                true)) {
            while (!Thread.currentThread().isInterrupted()) {
                if (length == unpacked.length) {
                    if (length == most) {
                        return null;
                    }
                    unpacked = Arrays.copyOf(unpacked, Math.min(most, 2 * length));
                }
                int read = in.read(unpacked, length, Math.min(STRIDE, unpacked.length - length));
                if (read < 0) {
                    return Arrays.copyOf(unpacked, length);
                }
                length += read;
            }
            return null;
        } catch (IOException | RuntimeException e) {
            // Unpacked again in the order of the file, it fails at its very place.
            return null;
        }
    }
}
