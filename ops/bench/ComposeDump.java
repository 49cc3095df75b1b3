import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Composes an abstract dump of any size for the benchmark: {@code java ComposeDump.java PAGES FILE.gz}.
 *
 * <p>About 940 bytes of XML a page, a tenth of that compressed, and one page in twenty a film's, as in the true dump.
 * The same number gives the same dump.
 */
public final class ComposeDump {

    private static final String[] SECTIONS = {
        "History", "Geography", "Early life", "Career", "Legacy", "Demographics", "Climate", "Education", "Transport",
        "Notable people", "References", "External links", "See also", "Description", "Distribution", "Bibliography"
    };
    private static final String[] FILM_SECTIONS = {
        "Plot", "Cast", "Production", "Release", "Reception", "Box office", "References", "External links"
    };
    private static final String[] SYLLABLES = {
        "ba", "cor", "dun", "el", "fan", "gor", "hal", "in", "jor", "kel", "lam", "mor", "nar", "ol", "pen", "qua", "rin",
        "sol", "tam", "ul", "ver", "wes", "xan", "yor", "zel", "ash", "bran", "clo", "dre", "fen"
    };
    private static final int FILM_EVERY = 20;

    private final Random random = new Random(20_250_201);

    private ComposeDump() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: java ComposeDump.java PAGES FILE.gz");
            System.exit(2);
        }
        int pages = Integer.parseInt(arguments[0]);
        try (OutputStream out = new BufferedOutputStream(
                new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[1])), 1 << 16), 1 << 20)) {
            new ComposeDump().write(pages, out);
        }
    }

    private void write(int pages, OutputStream out) throws IOException {
        out.write("<feed>\n".getBytes(UTF_8));
        for (int page = 0; page < pages; page++) {
            out.write((page % FILM_EVERY == 0 ? film(page) : other(page)).getBytes(UTF_8));
        }
        out.write("</feed>\n".getBytes(UTF_8));
    }

    private String film(int number) {
        int year = 1920 + random.nextInt(100);
        String name = name() + " " + name() + " " + number;
        String title = random.nextBoolean() ? name + " (" + year + " film)" : name;
        String text = random.nextBoolean()
                ? "| screenplay     = " + name()
                : name + " is a " + year + " drama film directed by " + name() + " " + name() + " and starring " + name()
                        + " " + name() + ". It tells of " + name() + " and the " + name() + " of " + name() + ".";
        return page(title, text, FILM_SECTIONS);
    }

    private String other(int number) {
        String title = name() + " " + name() + " " + number;
        StringBuilder text = new StringBuilder(title).append(" is a ").append(name()).append(" in ").append(name());
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(", near ").append(name());
        }
        return page(title, random.nextInt(3) == 0 ? "| coordinates = " + name() : text + ".", SECTIONS);
    }

    private String page(String title, String text, String[] sections) {
        String url = "https://en.wikipedia.org/wiki/" + title.replace(' ', '_');
        StringBuilder page = new StringBuilder(1024)
                .append("<doc>\n<title>Wikipedia: ").append(title).append("</title>\n<url>").append(url)
                .append("</url>\n<abstract>").append(text).append("</abstract>\n<links>\n");
        for (int i = 0; i < 4; i++) {
            String section = sections[(i * 3 + random.nextInt(3)) % sections.length];
            page.append("<sublink linktype=\"nav\"><anchor>").append(section).append("</anchor><link>").append(url)
                    .append('#').append(section.replace(' ', '_')).append("</link></sublink>\n");
        }
        return page.append("</links>\n</doc>\n").toString();
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return name.substring(0, 1).toUpperCase() + name.substring(1);
    }
}
