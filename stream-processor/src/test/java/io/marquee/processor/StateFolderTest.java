package io.marquee.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.settings.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateFolderTest {

    @TempDir
    private Path shared;

    @Test
    void instancesHaveFoldersOfTheirOwnAndTakeUpThoseThatAreLeft() {
        try (StateFolder first = StateFolder.take(shared)) {
            try (StateFolder second = StateFolder.take(shared)) {
                assertThat(first.path()).isEqualTo(shared.resolve("1"));
                assertThat(second.path()).isEqualTo(shared.resolve("2"));
            }
            try (StateFolder third = StateFolder.take(shared)) {
                assertThat(third.path()).isEqualTo(shared.resolve("2"));
            }
        }
        try (StateFolder again = StateFolder.take(shared)) {
            assertThat(again.path()).isEqualTo(shared.resolve("1"));
        }
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() throws Exception {
        Path file = Files.createFile(shared.resolve("file"));

        assertThatThrownBy(() -> StateFolder.take(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--state-dir");
    }
}
