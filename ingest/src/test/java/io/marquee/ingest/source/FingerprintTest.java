package io.marquee.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ingest.Packing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir
    private Path folder;

    private static Fingerprint of(Path... files) throws IOException {
        List<FingerprintPart> parts = new java.util.ArrayList<>();
        for (Path file : files) {
            Source source = Sources.of(file.toString());
            parts.add(new FingerprintPart(source.stamp(), MeteredInputStream.hash(source)));
        }
        return new Fingerprint(parts);
    }

    @Test
    void anUntouchedFileIsUnchangedWithoutBeingRead() throws IOException {
        Path file = Packing.write(folder, "a", "one");
        FingerprintPart real = of(file).parts().get(0);
        Fingerprint wrongHash = new Fingerprint(List.of(new FingerprintPart(real.stamp(), "0".repeat(64))));
        assertThat(wrongHash.ifUnchanged(List.of(Sources.of(file.toString())))).contains(wrongHash);
    }

    @Test
    void aFileThatWasOnlyTouchedOrMovedIsUnchangedAndItsNewPlaceIsTaken() throws IOException {
        Path file = Packing.write(folder, "a", "one");
        Fingerprint before = of(file);
        Path moved = Files.move(file, folder.resolve("with space; and more"));
        Files.setLastModifiedTime(moved, FileTime.from(THEN));
        assertThat(before.ifUnchanged(List.of(Sources.of(moved.toString())))).contains(of(moved));
    }

    @Test
    void otherContentIsAChangeEvenOfTheSameSize() throws IOException {
        Path file = Packing.write(folder, "a", "one");
        Fingerprint before = of(file);
        Packing.write(folder, "a", "two");
        Files.setLastModifiedTime(file, FileTime.from(THEN));
        assertThat(before.ifUnchanged(List.of(Sources.of(file.toString())))).isEmpty();
        Packing.write(folder, "a", "longer");
        assertThat(before.ifUnchanged(List.of(Sources.of(file.toString())))).isEmpty();
    }

    @Test
    void anotherNumberOfPartsIsAChange() throws IOException {
        Path one = Packing.write(folder, "one", "1");
        Path two = Packing.write(folder, "two", "2");
        List<Source> both = Sources.of(List.of(one.toString(), two.toString()));
        assertThat(of(one).ifUnchanged(both)).isEmpty();
        assertThat(of(one, two).ifUnchanged(both)).contains(of(one, two));
    }

    @Property
    void theTextFormKeepsEverything(
            @ForAll String name,
            @ForAll @LongRange(min = 0) long size,
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        URI uri = URI.create("file:///" + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8));
        FingerprintPart part = new FingerprintPart(
                new SourceStamp(uri, size, Instant.ofEpochSecond(second, 123_456_789)), "ab".repeat(32));
        Fingerprint fingerprint = new Fingerprint(List.of(part, part));
        assertThat(Fingerprint.parse(fingerprint.text())).contains(fingerprint);
    }

    @Test
    void aTextThatIsNoFingerprintIsNone() {
        assertThat(Fingerprint.parse("")).isEmpty();
        assertThat(Fingerprint.parse("reading")).isEmpty();
        assertThat(Fingerprint.parse("file:///a size=1 modified=yesterday sha256=" + "a".repeat(64)))
                .isEmpty();
    }
}
