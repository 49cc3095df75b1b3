package io.marquee.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.records.Infobox;
import io.marquee.records.Json;
import io.marquee.records.Page;
import io.marquee.records.PageKey;
import java.util.List;
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
        Arbitrary<Page> ofAbstracts = Combinators.combine(
                        text, text, text.injectNull(0.2), text.list().ofMaxSize(5))
                .as(Page::new);
        Arbitrary<Page> redirects = Combinators.combine(text, text, text).as(Page::redirect);
        Arbitrary<List<String>> texts = text.list().ofMaxSize(3);
        Arbitrary<Infobox> boxes = Combinators.combine(
                        text,
                        text.injectNull(0.2),
                        Arbitraries.integers().between(1890, 2030).list().ofMaxSize(3),
                        texts,
                        texts)
                .as(Infobox::new);
        Arbitrary<Page> articles = Combinators.combine(
                        text, text, text.injectNull(0.2), texts, boxes.injectNull(0.5), texts, texts, text)
                .as((title, url, lead, sections, box, categories, ids, description) ->
                        new Page(title, url, lead, sections, null, box, categories, ids, description));
        return Arbitraries.oneOf(ofAbstracts, redirects, articles);
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
