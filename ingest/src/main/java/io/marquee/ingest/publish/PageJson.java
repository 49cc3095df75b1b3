package io.marquee.ingest.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.marquee.records.Json;
import io.marquee.records.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes pages as {@link Json} does, byte for byte; those of an abstract dump without its walk through properties: of
 * millions of pages each counts. Not thread-safe.
 */
final class PageJson {

    private final JsonFactory factory = Json.mapper().getFactory();
    private final ByteArrayBuilder buffer = new ByteArrayBuilder(1 << 14);

    byte[] key(Page page) {
        try (JsonGenerator json = factory.createGenerator(buffer)) {
            json.writeStartObject();
            json.writeStringField("title", page.title());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return take();
    }

    byte[] value(Page page) {
        if (!isOfAbstractDump(page)) {
            return Json.write(page);
        }
        try (JsonGenerator json = factory.createGenerator(buffer)) {
            json.writeStartObject();
            json.writeStringField("title", page.title());
            json.writeStringField("url", page.url());
            if (page.abstractText() != null) {
                json.writeStringField("abstract", page.abstractText());
            }
            json.writeArrayFieldStart("sections");
            List<String> sections = page.sections();
            for (int i = 0; i < sections.size(); i++) {
                json.writeString(sections.get(i));
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return take();
    }

    private static boolean isOfAbstractDump(Page page) {
        return page.redirect() == null
                && page.infobox() == null
                && page.categories().isEmpty()
                && page.imdbIds().isEmpty()
                && page.shortDescription() == null;
    }

    private byte[] take() {
        byte[] bytes = buffer.toByteArray();
        buffer.reset();
        return bytes;
    }
}
