package io.marquee.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.ingest.Packing;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceContentTest {

    private static final Wanted WANTED = Wanted.named("movies_metadata.csv");

    @TempDir
    private Path folder;

    private static String read(Path file) throws IOException {
        try (SourceContent content = SourceContent.open(Sources.of(file.toString()), WANTED)) {
            String text = new String(content.stream().readAllBytes(), UTF_8);
            assertThat(content.finish().sha256()).isEqualTo(MeteredInputStream.hash(Sources.of(file.toString())));
            assertThat(content.bytesRead()).isEqualTo(content.bytesTotal());
            return text;
        }
    }

    @Test
    void packingIsToldByContentAndNotByName() throws IOException {
        assertThat(read(Packing.write(folder, "a.csv", "plain"))).isEqualTo("plain");
        assertThat(read(Packing.write(folder, "b.csv", Packing.gzip("gz")))).isEqualTo("gz");
        assertThat(read(Packing.write(folder, "c.csv", Packing.bzip2("bz2")))).isEqualTo("bz2");
        assertThat(read(Packing.write(folder, "d.csv", Packing.zip(Map.of("movies_metadata.csv", "zip")))))
                .isEqualTo("zip");
    }

    @Test
    void streamsInARowAreOne() throws IOException {
        assertThat(read(Packing.write(folder, "a.gz", Packing.join(Packing.gzip("one,"), Packing.gzip("two")))))
                .isEqualTo("one,two");
        assertThat(read(Packing.write(folder, "a.bz2", Packing.join(Packing.bzip2("one,"), Packing.bzip2("two")))))
                .isEqualTo("one,two");
    }

    @Test
    void aZipMayHoldTheFileInAnyFolderBesideOthers() throws IOException {
        byte[] zip = Packing.zip(Map.of("the/movies/movies_metadata.csv", "films", "ratings.csv", "ratings"));
        assertThat(read(Packing.write(folder, "archive.zip", zip))).isEqualTo("films");
    }

    @Test
    void whatIsLargerThanAllBuffersComesWhole() throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        while (text.length() < 2_000_000) {
            text.append(random.nextInt()).append('\n');
        }
        assertThat(read(Packing.write(folder, "a.gz", Packing.gzip(text.toString()))))
                .isEqualTo(text.toString());
    }

    @Test
    void aZipWithoutTheFileSaysWhatIsThereInstead() throws IOException {
        Path zip = Packing.write(folder, "a.zip", Packing.zip(Map.of("ratings.csv", "1")));
        assertThatThrownBy(() -> read(zip))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no movies_metadata.csv in")
                .hasMessageContaining("ratings.csv");
        Path none = Packing.write(folder, "none.zip", Packing.zip(Map.of()));
        assertThatThrownBy(() -> read(none)).isInstanceOf(UserException.class).hasMessageContaining("only nothing");
    }

    @Test
    void aCutOffZipSaysSo() throws IOException {
        byte[] zip = Packing.zip(Map.of("movies_metadata.csv", "films"));
        Path cut = Packing.write(folder, "a.zip", Arrays.copyOf(zip, zip.length - 30));
        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cut off or damaged")
                .hasMessageContaining("fetch it again");
    }

    @Test
    void aNameThatPromisesAPackingIsHeldToIt() throws IOException {
        for (String suffix : new String[] {"zip", "gz", "bz2"}) {
            Path file = Packing.write(folder, "a." + suffix, "not packed at all");
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("is not a " + suffix);
        }
    }

    @Test
    void anUnknownPackingIsRefused() throws IOException {
        Path file = Packing.write(folder, "a.7z", new byte[] {'7', 'z', 0, 1, 2, 3});
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("neither a zip, gz or bz2 nor plain text");
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        assertThatThrownBy(() -> read(folder.resolve("none.csv")))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("no such file: ");
        assertThatThrownBy(() -> read(folder)).isInstanceOf(UserException.class).hasMessageContaining("is not a file");
        assertThatThrownBy(() -> read(Packing.write(folder, "empty.csv", "")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void aSourceThatIsWrittenToMeanwhileIsRefused() throws IOException {
        Path file = Packing.write(folder, "a.csv", "one");
        try (SourceContent content = SourceContent.open(Sources.of(file.toString()), WANTED)) {
            Files.writeString(file, "one and more");
            assertThatThrownBy(content::finish)
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("changed while it was read");
        }
    }
}
