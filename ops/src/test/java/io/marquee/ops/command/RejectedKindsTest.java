package io.marquee.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ops.command.RejectedKinds.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RejectedKindsTest {

    @Test
    void whatWentAndWhatCameIsTold() {
        RejectedKinds before =
                new RejectedKinds(Map.of(new Kind("films", "stays"), 3L, new Kind("films", "goes"), 12L));
        RejectedKinds now =
                new RejectedKinds(Map.of(new Kind("films", "stays"), 2L, new Kind("wikipedia", "comes"), 1L));

        assertThat(now.comparedWith(before).lines())
                .containsExactly(
                        "source     reason  before  now",
                        "-".repeat(30),
                        "films      goes        12    0",
                        "films      stays        3    2",
                        "wikipedia  comes        0    1");
        assertThat(now.has("wikipedia")).isTrue();
        assertThat(before.has("wikipedia")).isFalse();
        assertThat(before.total()).isEqualTo(15);
    }
}
