package io.marquee.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.records.Json;
import io.marquee.records.Page;
import io.marquee.records.PageKey;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PageJsonTest {

    private final PageJson json = new PageJson();

    @Provide
    Arbitrary<Page> pages() {
        Arbitrary<String> text = Arbitraries.strings()
                .excludeChars(surrogates())
                .ofMaxLength(50)
                .map(plain -> plain.length() % 5 == 0 ? plain + "😀" : plain);
        return Combinators.combine(text, text, text.injectNull(0.2), text.list().ofMaxSize(5))
                .as(Page::new);
    }

    private static char[] surrogates() {
        char[] characters = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = (char) (Character.MIN_SURROGATE + i);
        }
        return characters;
    }

    @Property
    void pagesAreWrittenAsAllOtherRecordsAre(@ForAll("pages") Page page) {
        assertThat(json.value(page)).isEqualTo(Json.write(page));
        assertThat(json.key(page)).isEqualTo(Json.write(new PageKey(page.title())));
    }

    @Property
    void theBytesOfOnePageAreNotThoseOfTheNext(@ForAll("pages") Page one, @ForAll("pages") Page other) {
        byte[] first = json.value(one);
        json.value(other);
        assertThat(first).isEqualTo(Json.write(one));
        assertThat(Json.read(first, Page.class)).isEqualTo(one);
    }
}
