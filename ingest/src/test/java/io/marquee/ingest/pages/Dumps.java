package io.marquee.ingest.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.ingest.Packing;
import io.marquee.ingest.source.Sources;
import io.marquee.records.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Small MediaWiki exports, packed in all ways. */
final class Dumps {

    static final String HEAD = "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\" version=\"0.11\" "
            + "xml:lang=\"en\">\n  <siteinfo>\n    <base>https://en.wikipedia.org/wiki/Main_Page</base>\n"
            + "    <case>first-letter</case>\n    <namespaces>\n      <namespace key=\"0\" case=\"first-letter\" />\n"
            + "      <namespace key=\"1\">Talk</namespace>\n      <namespace key=\"14\">Category</namespace>\n"
            + "    </namespaces>\n  </siteinfo>\n";
    static final String TAIL = "</mediawiki>\n";

    private Dumps() {}

    /** What is read of a dump, in its order. */
    record Read(List<String> places, List<Page> pages, List<String> rejections) implements PageSink {

        Read() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public void page(PagePlace place, Page page) {
            places.add(place.text());
            pages.add(page);
        }

        @Override
        public void otherPage(PagePlace place, String title) {
            page(place, Dumps.otherPage(title));
        }

        @Override
        public void rejected(PagePlace place, String reason, Page page) {
            rejections.add(place.text() + " '" + page.title() + "': " + reason);
        }
    }

    /** What stands for a page of which the title alone is handed over. */
    static Page otherPage(String title) {
        return new Page(title, null, null, List.of());
    }

    static Read read(Path file, int threads) throws IOException {
        Read read = new Read();
        new PageSource(Sources.of(file.toString()), threads).read(read, content -> {});
        return read;
    }

    static String page(String title, String namespace, String text) {
        return "  <page>\n    <title>" + title + "</title>\n    <ns>" + namespace + "</ns>\n    <id>1</id>\n"
                + revision(text) + "  </page>\n";
    }

    static String revision(String text) {
        return "    <revision>\n      <id>2</id>\n      <contributor>\n        <username>Editor</username>\n"
                + "      </contributor>\n      <text bytes=\"1\" xml:space=\"preserve\">" + text
                + "</text>\n    </revision>\n";
    }

    /** Pages that differ, one in five of another namespace, one in seven a redirect. */
    static List<String> pages(int count) {
        Random random = new Random(count);
        List<String> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("'''Page " + i + "''' is é &amp; &lt;!-- 😀 --&gt;.\n");
            for (int words = random.nextInt(60); words > 0; words--) {
                text.append(Integer.toString(random.nextInt(), 36)).append(words % 9 == 0 ? '\n' : ' ');
            }
            pages.add(
                    i % 5 == 4
                            ? page("Talk:Page " + i, "1", text.toString())
                            : page(
                                    "Page " + i,
                                    "0",
                                    i % 7 == 6 ? "#REDIRECT [[Page " + (i - 1) + "]]" : text.toString()));
        }
        return pages;
    }

    static String xml(List<String> pages) {
        return HEAD + String.join("", pages) + TAIL;
    }

    /** As Wikipedia packs: the head, pages in groups, the tail, each a stream. */
    static byte[] multistream(List<String> pages, int together) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(Packing.bzip2(HEAD));
        for (int i = 0; i < pages.size(); i += together) {
            bytes.write(Packing.bzip2(String.join("", pages.subList(i, Math.min(pages.size(), i + together)))));
        }
        bytes.write(Packing.bzip2(TAIL));
        return bytes.toByteArray();
    }

    /** As parallel packers do: streams that end anywhere. */
    static byte[] cut(String xml, Set<Integer> places) throws IOException {
        byte[] plain = xml.getBytes(UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int from = 0;
        Set<Integer> ends = new TreeSet<>(places);
        ends.add(plain.length);
        for (int end : ends) {
            int to = Math.min(end, plain.length);
            bytes.write(Packing.bzip2(java.util.Arrays.copyOfRange(plain, from, Math.max(from, to))));
            from = Math.max(from, to);
        }
        return bytes.toByteArray();
    }
}
