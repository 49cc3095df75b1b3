package io.marquee.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.settings.UserException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    @TempDir
    private Path folder;

    @Test
    void aPathAndItsUriAreOneSource() throws Exception {
        Path file = io.marquee.ingest.Packing.write(folder, "a b.csv", "x");
        assertThat(Sources.of(file.toUri().toString()).stamp())
                .isEqualTo(Sources.of(file.toString()).stamp());
        assertThat(Sources.of("file:" + file.toString().replace(" ", "%20")).stamp())
                .isEqualTo(Sources.of(file.toString()).stamp());
        assertThat(Sources.of(file.toUri().toString()).name()).isEqualTo("a b.csv");
    }

    @Test
    void anUnknownSchemeNamesTheKnownOnes() {
        assertThatThrownBy(() -> Sources.of("ftp://me:hidden@host/films.csv"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the scheme ftp:")
                .hasMessageContaining("plain path or a file: URI, or http:, https:, s3:")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "file:///a b", "file://host/x", "a\0b"})
    void whatIsNoLocationIsRefused(String location) {
        assertThatThrownBy(() -> Sources.of(location)).isInstanceOf(UserException.class);
    }

    @Test
    void partsThatShareANameAreCalledByTheirLocation() {
        List<Source> sources = Sources.of(List.of("one/part.gz", "two/part.gz", "three/other.gz"));
        assertThat(sources).extracting(Source::name).containsExactly("one/part.gz", "two/part.gz", "other.gz");
    }
}
