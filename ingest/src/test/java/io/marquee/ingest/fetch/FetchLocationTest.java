package io.marquee.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.settings.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchLocationTest {

    @Test
    void eachFormIsUnderstood() {
        assertThat(Location.of("HTTPS://host/a.zip")).isInstanceOf(Location.Web.class);
        assertThat(Location.of("s3://bucket/a folder/a.zip"))
                .isEqualTo(new Location.Bucket("bucket", "a folder/a.zip"));
        assertThat(Location.of("kaggle:owner/data-set")).isEqualTo(new Location.Kaggle("owner", "data-set"));
        assertThat(Location.of("enwiki:latest")).isEqualTo(new Location.Dump("enwiki", "latest"));
        assertThat(Location.of("zh_yuewiki:20261101")).isEqualTo(new Location.Dump("zh_yuewiki", "20261101"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"films.csv", "/data/enwiki-latest.xml", "file:///data/films.csv", "C:\\films.csv", "ftp://host/x"
            })
    void theRestIsOfThisMachine(String text) {
        assertThat(Location.of(text).isRemote()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https:///a.zip",
                "https://ho st/a.zip",
                "s3://bucket",
                "s3://bucket/",
                "s3://bucket/folder/",
                "kaggle:owner",
                "kaggle:owner/data/set",
                "enwiki:newest",
                "enwiki:2026"
            })
    void whatIsNoneOfThemIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Location.of(text))
                .isInstanceOf(UserException.class)
                .hasMessageMatching(".+: (give|write|check) .+");
    }

    @Test
    void anAddressThatCannotBeReadIsNotShown() {
        assertThatThrownBy(() -> Location.of("https://me:hid/den^@host/a.zip"))
                .isInstanceOf(UserException.class)
                .hasMessageNotContaining("hid")
                .hasNoCause();
    }
}
