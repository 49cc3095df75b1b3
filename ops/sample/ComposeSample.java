import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Composes the bundled sample: {@code movies.zip} and {@code enwiki-abstract.xml.gz} in the forms of the true sources,
 * and {@code truth.csv}, which says which page is which film's. Run it with {@code java ops/sample/ComposeSample.java}
 * from the top of the repository, or give the sample's folder as argument. The same input gives the same bytes.
 *
 * <p>The facts stand in {@code films.tsv} and {@code namesakes.tsv}, the words in {@code words.tsv};
 * pages that only fill are put together from words and tell of nothing real. This source is plain ASCII, for the JDK
 * reads a single file in the encoding of the platform.
 *
 * <p>The dirt in the films: rows broken in two (the first half has no title, the second is shifted so that its id is a
 * date), a row without an id, ids that occur twice (the later row is the right one), money of 0, money in millions,
 * revenue beyond 32 bits, newlines and doubled quotes inside quotes, lists as Python prints them with both kinds of
 * quotes and backslashes, empty lists, a film without a date and one without a runtime, titles in many scripts.
 *
 * <p>The dirt in the pages: debris of infoboxes instead of abstracts, empty abstracts, redirects, disambiguations,
 * novels and albums and people of the same name, other films of the same name, films without a page, escapes in titles.
 */
public final class ComposeSample {
    private static final long SEED = 20_170_801L;
    private static final int PAGES = 3_500;
    private static final LocalDateTime TIMESTAMP = LocalDateTime.of(2017, 11, 10, 0, 0);
    private static final String WIKI = "https://en.wikipedia.org/wiki/";

    private static final String FILM_COLUMNS = "adult,belongs_to_collection,budget,genres,homepage,id,imdb_id,"
            + "original_language,original_title,overview,popularity,poster_path,production_companies,"
            + "production_countries,release_date,revenue,runtime,spoken_languages,status,tagline,title,video,"
            + "vote_average,vote_count";

    /** Films of which an earlier, staler row stands in the file as well. */
    private static final List<String> TWICE = List.of("862", "496243", "19995");

    /** Films whose row broke in two at a newline: id, IMDb id, title, release date, runtime, company, genre. */
    private static final List<List<String>> BROKEN = List.of(
            List.of("1713", "tt0102175", "Jungle Fever", "1991-06-07", "132.0", "40 Acres & a Mule Filmworks", "Drama"),
            List.of("377", "tt0087800", "A Nightmare on Elm Street", "1984-11-15", "91.0", "New Line Cinema", "Horror"),
            List.of("380", "tt0095953", "Rain Man", "1988-12-11", "133.0", "United Artists", "Drama"));

    private static final String WITHOUT_ID = "The Hitch-Hiker";
    private static final String WITHOUT_DATE = "44012";
    private static final String WITHOUT_RUNTIME = "43525";

    private static final Map<String, Integer> GENRE_IDS = genreIds();
    private static final Map<String, Integer> COMPANY_IDS = companyIds();
    private static final Map<String, String> COUNTRIES = pairs("AR=Argentina,AT=Austria,AU=Australia,BE=Belgium,"
            + "BR=Brazil,CA=Canada,CH=Switzerland,CN=China,CS=Czechoslovakia,CZ=Czech Republic,DE=Germany,DK=Denmark,"
            + "DZ=Algeria,ES=Spain,FI=Finland,FR=France,GB=United Kingdom,HK=Hong Kong,IE=Ireland,IN=India,IR=Iran,"
            + "IT=Italy,JP=Japan,KR=South Korea,MX=Mexico,NO=Norway,NZ=New Zealand,PE=Peru,PL=Poland,RO=Romania,"
            + "RU=Russia,SE=Sweden,SN=Senegal,SU=Soviet Union,TW=Taiwan,US=United States of America,ZA=South Africa");
    private static final Map<String, String> NATIONS = pairs("AR=Argentine,AT=Austrian,AU=Australian,BR=Brazilian,"
            + "CA=Canadian,CN=Chinese,CS=Czechoslovak,CZ=Czech,DE=German,DK=Danish,ES=Spanish,FI=Finnish,FR=French,"
            + "GB=British,HK=Hong Kong,IE=Irish,IN=Indian,IR=Iranian,IT=Italian,JP=Japanese,KR=South Korean,MX=Mexican,"
            + "NO=Norwegian,NZ=New Zealand,PL=Polish,RO=Romanian,RU=Russian,SE=Swedish,SN=Senegalese,SU=Soviet,"
            + "TW=Taiwanese,US=American,ZA=South African");
    private static final Map<String, String> GENRE_WORDS = pairs(
            "Animation=animated,Music=musical,Romance=romantic,History=historical,Science Fiction=science fiction");

    private static final String[] FILM_SECTIONS = {
        "Plot",
        "Cast",
        "Production",
        "Development",
        "Filming",
        "Music",
        "Release",
        "Box office",
        "Home media",
        "Reception",
        "Critical response",
        "Accolades",
        "Legacy",
        "Sequel",
        "See also",
        "Notes",
        "References",
        "External links"
    };
    private static final Map<String, String[]> SECTIONS = sections();
    private static final Map<String, String[]> DEBRIS = debris();

    private static final String[] SYLLABLES = {
        "bra", "vel", "kor", "tun", "mar", "sel", "dor", "lin", "hav", "ost", "ner", "gal", "pim", "ruk", "zel", "wen",
        "tor", "fal", "quin", "ash", "mol", "ber", "cas", "dun", "ler", "hol", "nim", "pra", "sto", "yar"
    };

    private final Random random = new Random(SEED);
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final Path folder;

    private ComposeSample(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        new ComposeSample(Path.of(arguments.length > 0 ? arguments[0] : "ops/sample")).compose();
    }

    private void compose() throws IOException {
        readWords();
        List<Film> films = readTable("films.tsv").stream().map(Film::of).toList();
        List<String> rows = filmRows(films);
        writeMovies(rows, films);

        films.stream().filter(film -> !film.page().isEmpty()).forEach(this::addFilmPage);
        readTable("namesakes.tsv").forEach(this::addNamesake);
        addPeople(films);
        films.forEach(this::addPagesAround);
        while (pages.size() < PAGES) {
            addFiller();
        }
        writePages();
        writeTruth(films);
        printCounts(films, rows);
    }

    // ---- Films -----------------------------------------------------------------------------------------------------

    private record Film(
            String id,
            String imdbId,
            String title,
            String originalTitle,
            String language,
            String date,
            String runtime,
            String budget,
            String revenue,
            String voteAverage,
            String voteCount,
            List<String> genres,
            List<String> companies,
            List<String> countries,
            String director,
            List<String> stars,
            String page) {

        static Film of(String[] cells) {
            return new Film(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    cells[4],
                    cells[5],
                    cells[6],
                    cells[7],
                    cells[8],
                    cells[9],
                    cells[10],
                    List.of(cells[11].split(";")),
                    List.of(cells[12].split(";")),
                    List.of(cells[13].split(";")),
                    cells[14],
                    List.of(cells[15].split(";")),
                    cells[16]);
        }

        String year() {
            return date.substring(0, 4);
        }

        int votes() {
            return Integer.parseInt(voteCount);
        }

        String nation() {
            return NATIONS.get(countries.get(0));
        }

        boolean hasMoney() {
            return !budget.equals("0") && !revenue.equals("0");
        }
    }

    /** All rows in a shuffled order, with the dirt put in between. */
    private List<String> filmRows(List<Film> films) {
        List<Film> shuffled = new ArrayList<>(films);
        Collections.shuffle(shuffled, random);
        List<String> rows = new ArrayList<>();
        for (Film film : shuffled) {
            rows.add(filmRow(film));
        }
        for (Film film : films) {
            if (TWICE.contains(film.id())) {
                rows.add(random.nextInt(shuffled.indexOf(film) + 1), staleRow(film));
            }
        }
        for (List<String> broken : BROKEN) {
            rows.add(10 + random.nextInt(rows.size() - 20), brokenRow(broken));
        }
        rows.add(10 + random.nextInt(rows.size() - 20), rowWithoutId());
        return rows;
    }

    private String filmRow(Film film) {
        Map<String, String> cells = emptyRow();
        cells.put("belongs_to_collection", collection(film));
        cells.put("budget", film.budget());
        cells.put("genres", genreList(film.genres()));
        cells.put("id", film.id());
        cells.put("imdb_id", film.imdbId());
        cells.put("original_language", film.language());
        cells.put("original_title", film.originalTitle());
        cells.put("overview", overview(film));
        cells.put("popularity", String.format(Locale.ROOT, "%.6f", 0.3 + film.votes() / 300.0 + random.nextDouble()));
        cells.put("poster_path", posterPath());
        cells.put("production_companies", film.votes() < 30 ? "[]" : companyList(film.companies()));
        cells.put("production_countries", countryList(film.countries()));
        cells.put("release_date", film.id().equals(WITHOUT_DATE) ? "" : film.date());
        cells.put("revenue", film.revenue());
        cells.put("runtime", film.id().equals(WITHOUT_RUNTIME) ? "" : film.runtime() + ".0");
        cells.put("spoken_languages", languageList(film.language()));
        cells.put(
                "tagline",
                random.nextInt(3) == 0
                        ? ""
                        : any(phrases("tagline", film.genres().get(0))));
        cells.put("title", film.title());
        cells.put("vote_average", film.voteAverage());
        cells.put("vote_count", film.voteCount());
        return csv(cells.values());
    }

    /** The row that a film had before: without money, with fewer votes. The later row of the file replaces it. */
    private String staleRow(Film film) {
        return filmRow(new Film(
                film.id(),
                film.imdbId(),
                film.title(),
                film.originalTitle(),
                film.language(),
                film.date(),
                film.runtime(),
                "0",
                "0",
                "6.0",
                String.valueOf(film.votes() / 10),
                film.genres(),
                film.companies(),
                film.countries(),
                film.director(),
                film.stars(),
                film.page()));
    }

    /** One row as two: the line broke inside the overview, so all cells of the second half stand too far left. */
    private String brokenRow(List<String> film) {
        Map<String, String> first = emptyRow();
        first.put("genres", genreList(List.of(film.get(6))));
        first.put("id", film.get(0));
        first.put("imdb_id", film.get(1));
        first.put("original_language", "en");
        first.put("original_title", film.get(2));
        first.put("overview", any(phrases("opening", film.get(6))));
        first.put("video", "");
        String[] second = new String[24];
        Arrays.fill(second, "");
        second[0] = " - " + any(phrases("turn", "*"));
        second[1] = "1.931659";
        second[2] = posterPath();
        second[3] = companyList(List.of(film.get(5)));
        second[4] = countryList(List.of("US"));
        second[5] = film.get(3);
        second[6] = "0";
        second[7] = film.get(4);
        second[8] = languageList("en");
        second[9] = "Released";
        second[11] = film.get(2);
        second[12] = "False";
        second[13] = "6.0";
        second[14] = "12";
        return csv(first.values()) + "\n" + csv(List.of(second));
    }

    private String rowWithoutId() {
        Map<String, String> cells = emptyRow();
        cells.put("genres", genreList(List.of("Crime", "Thriller")));
        cells.put("imdb_id", "tt0045877");
        cells.put("original_language", "en");
        cells.put("original_title", WITHOUT_ID);
        cells.put("release_date", "1953-03-20");
        cells.put("runtime", "71.0");
        cells.put("title", WITHOUT_ID);
        cells.put("vote_average", "6.7");
        cells.put("vote_count", "46");
        return csv(cells.values());
    }

    private static Map<String, String> emptyRow() {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : FILM_COLUMNS.split(",")) {
            cells.put(column, "");
        }
        cells.put("adult", "False");
        cells.put("budget", "0");
        cells.put("revenue", "0");
        cells.put("status", "Released");
        cells.put("video", "False");
        return cells;
    }

    private String overview(Film film) {
        if (film.votes() < 20) {
            return "";
        }
        String opening = any(phrases("opening", film.genres().get(0)));
        String turn = any(phrases("turn", "*"));
        return opening + (random.nextInt(25) == 0 ? "\n\n" : " ") + turn;
    }

    private String collection(Film film) {
        Map<String, String> collections = pairs("862=Toy Story Collection,11=Star Wars Collection,"
                + "1895=Star Wars Collection,1892=Star Wars Collection,161=Ocean's Collection,348=Alien Collection,"
                + "679=Alien Collection,238=The Godfather Collection,240=The Godfather Collection");
        String name = collections.get(film.id());
        return name == null
                ? ""
                : "{'id': " + idOf(name) + ", 'name': " + python(name) + ", 'poster_path': '" + posterPath()
                        + "', 'backdrop_path': None}";
    }

    private static String genreList(List<String> genres) {
        return genres.stream()
                .map(genre -> "{'id': " + GENRE_IDS.get(genre) + ", 'name': " + python(genre) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String companyList(List<String> companies) {
        return companies.stream()
                .map(company -> "{'name': " + python(company) + ", 'id': "
                        + COMPANY_IDS.getOrDefault(company, idOf(company)) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String countryList(List<String> countries) {
        return countries.stream()
                .map(code -> "{'iso_3166_1': '" + code + "', 'name': " + python(COUNTRIES.get(code)) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String languageList(String language) {
        return "[{'iso_639_1': '" + language + "', 'name': " + python(phrases("language", language)[0]) + "}]";
    }

    /** A string as Python's {@code repr} writes it. */
    private static String python(String text) {
        String escaped = text.replace("\\", "\\\\");
        if (escaped.contains("'") && !escaped.contains("\"")) {
            return '"' + escaped + '"';
        }
        return "'" + escaped.replace("'", "\\'") + "'";
    }

    private static int idOf(String name) {
        return 1_000 + Math.floorMod(name.hashCode(), 90_000);
    }

    private String posterPath() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        StringBuilder path = new StringBuilder("/");
        for (int i = 0; i < 27; i++) {
            path.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return path + ".jpg";
    }

    private static String csv(Iterable<String> cells) {
        List<String> quoted = new ArrayList<>();
        for (String cell : cells) {
            boolean quote = cell.contains(",") || cell.contains("\"") || cell.contains("\n");
            quoted.add(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return String.join(",", quoted);
    }

    private void writeMovies(List<String> rows, List<Film> films) throws IOException {
        String links = films.stream()
                .limit(100)
                .map(film -> film.imdbId().substring(2) + "," + film.id() + "\n")
                .collect(Collectors.joining("", "imdbId,tmdbId\n", ""));
        try (ZipOutputStream zip = new ZipOutputStream(open("movies.zip"))) {
            zip.setLevel(9);
            writeEntry(zip, "links_small.csv", links);
            writeEntry(zip, "movies_metadata.csv", FILM_COLUMNS + "\n" + String.join("\n", rows) + "\n");
        }
    }

    private static void writeEntry(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIMESTAMP);
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    // ---- Pages -----------------------------------------------------------------------------------------------------

    private record Page(String title, String abstractText, List<String> sections) {}

    private void addFilmPage(Film film) {
        String text = random.nextBoolean() ? filmDebris(film) : filmSentence(film);
        boolean stub = random.nextInt(40) == 0;
        add(film.page(), text, stub ? List.of("References", "External links") : filmSections());
    }

    private String filmSentence(Film film) {
        String sentence = film.title().replaceAll(" or: .*", "") + " is a " + yearOnPage(film) + " " + film.nation()
                + " " + genreWords(film) + " film directed by " + film.director();
        if (!film.stars().contains(film.director())) {
            sentence += " and starring " + enumeration(film.stars());
        }
        return sentence + "." + (random.nextInt(3) == 0 ? " " + any(phrases("remark", "film")) : "");
    }

    private static String yearOnPage(Film film) {
        return film.page().matches(".*\\(\\d{4} .*film\\)")
                ? film.page().replaceAll(".*\\((\\d{4}) .*", "$1")
                : film.year();
    }

    private static String genreWords(Film film) {
        return film.genres().stream()
                .limit(2)
                .map(genre -> GENRE_WORDS.getOrDefault(genre, genre.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" "));
    }

    private String filmDebris(Film film) {
        String budget = film.budget().length() > 6 ? "$" + film.budget().replaceAll("\\d{6}$", "") + " million" : "";
        return any(
                "| director = " + film.director(),
                "| director       = " + film.director(),
                "| starring       =",
                "| producer =",
                "| producer       =",
                "| screenplay     =",
                "| writer         =",
                "| based_on       =",
                "| cinematography =",
                "| music          =",
                "| runtime        = " + film.runtime() + " minutes",
                "| country = " + COUNTRIES.get(film.countries().get(0)).replace(" of America", ""),
                "| budget         = " + budget,
                "| image = " + film.title().replaceAll("[^\\p{L}\\d]", "") + ".jpg",
                "| caption = Theatrical release poster",
                "| alt            = A man & a woman <looking> at each other",
                "thumb|200px|" + film.director() + ", who directed the film",
                "}}");
    }

    private List<String> filmSections() {
        Set<String> must = Set.of("Plot", "Cast", "Production", "Reception", "References", "External links");
        return Arrays.stream(FILM_SECTIONS)
                .filter(section -> random.nextInt(10) < (must.contains(section) ? 9 : 4))
                .toList();
    }

    private void addNamesake(String[] cells) {
        String title = cells[0];
        String kind = cells[1];
        String by = cells.length > 2 ? cells[2] : "";
        String year = cells.length > 3 ? cells[3] : "";
        String name = title.replaceAll(" \\([^)]*\\)$", "");
        switch (kind) {
            case "thing", "place", "ship" -> add(title, by, kind);
            case "disambig" -> add(title, name + any(" may refer to:", " may refer to:", " can refer to:"), kind);
            case "redirect" -> add(title, "#REDIRECT " + by, List.of());
            case "person" -> add(title, debrisOr("person", personSentence(name, by, year)), kind);
            case "character" -> add(title, name + " is a character of " + by + ".", kind);
            case "franchise" ->
                add(
                        title,
                        debrisOr(kind, name + " is a series of films and other works that began in " + by + "."),
                        kind);
            case "band" ->
                add(title, debrisOr(kind, name + " are a band from " + by + ", formed in " + year + "."), kind);
            case "series" ->
                add(
                        title,
                        debrisOr(kind, name + " is " + article(by) + " television series first shown in " + year + "."),
                        kind);
            case "film" -> add(title, debrisOr(kind, otherFilm(name, by, year, cells[4])), filmSections());
            default ->
                add(
                        title,
                        debrisOr(kind, name + " is a " + kind + " by " + by + " that came out in " + year + "."),
                        kind);
        }
    }

    private static String personSentence(String name, String occupation, String born) {
        boolean alive = born.matches("\\d{4}") && born.compareTo("1940") > 0;
        return name + (alive ? " is " : " was ") + article(occupation) + ", born in " + born + ".";
    }

    private static String article(String noun) {
        return ("AEIOUaeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private static String otherFilm(String name, String director, String year, String nation) {
        return name + " is a " + year + " " + nation + " film directed by " + director + ".";
    }

    private void addPeople(List<Film> films) {
        Map<String, List<String>> directed = new LinkedHashMap<>();
        Map<String, List<String>> played = new LinkedHashMap<>();
        for (Film film : films) {
            directed.computeIfAbsent(film.director(), name -> new ArrayList<>()).add(film.title());
            film.stars()
                    .forEach(star -> played.computeIfAbsent(star, name -> new ArrayList<>())
                            .add(film.title()));
        }
        Set<String> people = new LinkedHashSet<>(directed.keySet());
        people.addAll(played.keySet());
        for (String name : people) {
            String sentence = directed.containsKey(name)
                    ? name + " is a film director, known for " + enumeration(directed.get(name)) + "."
                    : name + " is an actor, known for " + enumeration(played.get(name)) + ".";
            add(name, debrisOr("person", sentence), "person");
        }
    }

    /** Pages that stand around a film in the true dump: soundtracks, games, disambiguations, redirects. */
    private void addPagesAround(Film film) {
        String target = film.page();
        if (film.votes() > 1500) {
            String soundtrack = film.title() + " is the soundtrack of the film of that name.";
            add(film.title() + " (soundtrack)", debrisOr("album", soundtrack), "album");
        }
        if (film.votes() > 3000 && random.nextInt(3) == 0) {
            String game = film.title() + " is a video game made after the film.";
            add(film.title() + " (video game)", debrisOr("game", game), "game");
        }
        if (film.votes() > 4000 && random.nextInt(3) == 0) {
            String list = "These are the characters of " + film.title() + ".";
            add("List of " + film.title() + " characters", list, "character");
        }
        if (target.isEmpty()) {
            return;
        }
        String plain = target.replaceAll(" \\([^)]*\\)$", "");
        if (!plain.equals(target) && random.nextInt(10) < 7) {
            add(plain, plain + " may refer to:", "disambig");
        } else if (random.nextInt(5) == 0) {
            add(plain + " (disambiguation)", plain + " may refer to:", "disambig");
        }
        if (plain.equals(target) && random.nextInt(25) == 0) {
            add(plain + " (" + film.year() + " film)", "#REDIRECT " + target, List.of());
        }
        if (!plain.equalsIgnoreCase(film.title())) {
            add(film.title(), "#REDIRECT " + target, List.of());
        }
        if (!film.originalTitle().equalsIgnoreCase(film.title()) && random.nextBoolean()) {
            add(film.originalTitle(), "#REDIRECT " + target, List.of());
        }
    }

    /** A page about nothing real, of one of the kinds that fill the true dump. */
    private void addFiller() {
        String place = inventedPlace();
        String person = any(phrases("given name", "person")) + " " + capital(syllables(2));
        String latin = capital(syllables(2)) + "a " + syllables(2) + any("i", "ensis", "ata");
        int year = 1880 + random.nextInt(135);
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> addFiller(place, "place", place + " is a village in the " + inventedPlace() + " district.");
            case 3, 4 -> addFiller(latin, "species", latin + " is a species of beetle, described in " + year + ".");
            case 5, 6 ->
                addFiller(
                        person,
                        "person",
                        person + " (born " + year + ") is a footballer who played for " + place + " FC.");
            case 7 -> {
                String asteroid = (10_000 + random.nextInt(90_000)) + " " + capital(syllables(2));
                addFiller(asteroid, "asteroid", asteroid + " is an asteroid of the main belt.");
            }
            case 8 ->
                addFiller(
                        place + " railway station",
                        "station",
                        "The station of " + place + " was opened in " + year + ".");
            case 9 ->
                addFiller(place + " High School", "school", "This school in " + place + " dates from " + year + ".");
            case 10 ->
                addFiller(
                        capital(syllables(3)) + " (album)",
                        "album",
                        "This is the album of " + year + " by " + person + ".");
            default ->
                addFiller(
                        person + " (politician)", "person", person + " was mayor of " + place + " from " + year + ".");
        }
    }

    private void addFiller(String title, String kind, String sentence) {
        add(title, random.nextInt(60) == 0 ? "" : debrisOr(kind, sentence), kind);
    }

    private String debrisOr(String kind, String sentence) {
        return random.nextBoolean() ? any(DEBRIS.getOrDefault(kind, DEBRIS.get("novel"))) : sentence;
    }

    private void add(String title, String abstractText, String kind) {
        String[] all = SECTIONS.getOrDefault(kind, SECTIONS.get("thing"));
        add(
                title,
                abstractText,
                Arrays.stream(all).filter(section -> random.nextInt(6) > 0).toList());
    }

    private void add(String title, String abstractText, List<String> sections) {
        pages.putIfAbsent(title, new Page(title, abstractText, sections));
    }

    private void writePages() throws IOException {
        List<Page> shuffled = new ArrayList<>(pages.values());
        Collections.shuffle(shuffled, random);
        StringBuilder xml = new StringBuilder("<feed>\n");
        shuffled.forEach(page -> appendPage(xml, page));
        xml.append("</feed>\n");
        try (OutputStream gzip = new BestGzip(open("enwiki-abstract.xml.gz"))) {
            gzip.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void appendPage(StringBuilder xml, Page page) {
        String url = WIKI + wikiUrl(page.title());
        xml.append("<doc>\n<title>Wikipedia: ").append(escape(page.title())).append("</title>\n");
        xml.append("<url>").append(escape(url)).append("</url>\n");
        xml.append("<abstract>").append(escape(page.abstractText())).append("</abstract>\n<links>\n");
        for (String section : page.sections()) {
            xml.append("<sublink linktype=\"nav\"><anchor>")
                    .append(escape(section))
                    .append("</anchor><link>");
            xml.append(escape(url + "#" + section.replace(' ', '_'))).append("</link></sublink>\n");
        }
        xml.append("</links>\n</doc>\n");
    }

    /** A title as it stands in Wikipedia's addresses. */
    private static String wikiUrl(String title) {
        String url = URLEncoder.encode(title.replace(' ', '_'), StandardCharsets.UTF_8);
        for (String kept : List.of("(", ")", ",", ":", "!", "/", ";", "@", "$", "~")) {
            url = url.replace(URLEncoder.encode(kept, StandardCharsets.UTF_8), kept);
        }
        return url;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    // ---- Truth and counts ------------------------------------------------------------------------------------------

    private void writeTruth(List<Film> films) throws IOException {
        StringBuilder truth = new StringBuilder("film_id,wikipedia_title\n");
        films.stream()
                .sorted(Comparator.comparingInt(film -> Integer.parseInt(film.id())))
                .forEach(film ->
                        truth.append(csv(List.of(film.id(), film.page()))).append('\n'));
        Files.writeString(folder.resolve("truth.csv"), truth);
    }

    private void printCounts(List<Film> films, List<String> rows) throws IOException {
        System.out.println("rows: " + (rows.size() + BROKEN.size()));
        System.out.println("  valid films: " + films.size());
        System.out.println("    with budget and revenue: "
                + films.stream().filter(Film::hasMoney).count());
        System.out.println("    without a page: "
                + films.stream().filter(film -> film.page().isEmpty()).count());
        System.out.println("  rejected, an id that is a date: " + BROKEN.size());
        System.out.println("  rejected, no title: " + BROKEN.size());
        System.out.println("  rejected, no id: 1");
        System.out.println("  rejected, a later row has the same id: " + TWICE.size());
        System.out.println("pages: " + pages.size());
        System.out.println("  debris: " + countAbstracts("(?s)(\\||}|thumb\\|).*"));
        System.out.println("  redirects: " + countAbstracts("#REDIRECT .*"));
        System.out.println("  disambiguations: " + countAbstracts(".* (may|can) refer to:"));
        System.out.println("  empty: " + countAbstracts(""));
        for (String file : List.of("movies.zip", "enwiki-abstract.xml.gz")) {
            System.out.println(file + ": " + Files.size(folder.resolve(file)) + " bytes");
        }
    }

    private long countAbstracts(String pattern) {
        return pages.values().stream()
                .filter(page -> page.abstractText().matches(pattern))
                .count();
    }

    // ---- Words and files -------------------------------------------------------------------------------------------

    private List<String[]> readTable(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name)).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private void readWords() throws IOException {
        for (String[] cells : readTable("words.tsv")) {
            words.computeIfAbsent(cells[0] + " " + cells[1], key -> new ArrayList<>())
                    .add(cells[2]);
        }
    }

    private String[] phrases(String use, String subject) {
        return words.get(use + " " + subject).toArray(String[]::new);
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String syllables(int count) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < count; i++) {
            word.append(any(SYLLABLES));
        }
        return word.toString();
    }

    private String inventedPlace() {
        String prefix = random.nextBoolean() ? any(phrases("prefix", "place")) + " " : "";
        return prefix + capital(syllables(2)) + any(phrases("ending", "place"));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String enumeration(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private OutputStream open(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
    }

    /** Gzip at its best level; the JDK's own stream writes no time into the header. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(9);
        }
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split(",")) {
            pairs.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return pairs;
    }

    private static Map<String, Integer> numbers(String text) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        pairs(text).forEach((name, number) -> numbers.put(name, Integer.valueOf(number)));
        return numbers;
    }

    private static Map<String, Integer> genreIds() {
        return numbers("Action=28,Adventure=12,Animation=16,Comedy=35,Crime=80,Documentary=99,Drama=18,Family=10751,"
                + "Fantasy=14,History=36,Horror=27,Music=10402,Mystery=9648,Romance=10749,Science Fiction=878,"
                + "Thriller=53,War=10752,Western=37");
    }

    private static Map<String, Integer> companyIds() {
        return numbers("Lucasfilm=1,Walt Disney Pictures=2,Pixar Animation Studios=3,Paramount Pictures=4,"
                + "Columbia Pictures=5,RKO Radio Pictures=6,Gaumont=9,New Line Cinema=12,Miramax Films=14,"
                + "DreamWorks SKG=27,Universal Pictures=33,Orion Pictures=41,Amblin Entertainment=56,United Artists=60,"
                + "Castle Rock Entertainment=97,Twentieth Century Fox Film Corporation=306,Marvel Studios=420,"
                + "TriStar Pictures=559,Toho Company=882,Legendary Pictures=923,Mosfilm=5120,Warner Bros.=6194,"
                + "Metro-Goldwyn-Mayer (MGM)=8411,Touchstone Pictures=9195,Studio Ghibli=10342,"
                + "Universum Film=12372,Carolco Pictures=14723");
    }

    private static Map<String, String[]> sections() {
        Map<String, String[]> sections = new LinkedHashMap<>();
        sections.put("thing", split("Etymology,History,Description,See also,References,External links"));
        sections.put("place", split("History,Geography,Demographics,Economy,Transport,References"));
        sections.put("ship", split("Construction,Maiden voyage,Aftermath,Wreck,References,External links"));
        sections.put("person", split("Early life,Career,Filmography,Personal life,References,External links"));
        sections.put("disambig", split("Film and television,Literature,Music,Places,Other uses,See also"));
        sections.put("novel", split("Plot summary,Characters,Themes,Reception,Adaptations,References"));
        sections.put("play", split("Synopsis,Characters,Productions,Adaptations,References"));
        sections.put("musical", split("Synopsis,Musical numbers,Productions,Casts,Awards,References"));
        sections.put("album", split("Background,Track listing,Personnel,Charts,Certifications,References"));
        sections.put("song", split("Background,Composition,Music video,Charts,Cover versions,References"));
        sections.put("band", split("History,Members,Discography,Awards,References,External links"));
        sections.put("series", split("Premise,Cast,Episodes,Production,Reception,References,External links"));
        sections.put("game", split("Gameplay,Plot,Development,Reception,References,External links"));
        sections.put("franchise", split("Films,Cast and crew,Other media,Reception,References,External links"));
        sections.put("character", split("Appearances,Characterization,In other media,Reception,References"));
        sections.put("species", split("Distribution,Description,References"));
        sections.put("asteroid", split("Orbit,Naming,References"));
        sections.put("station", split("History,Services,Platforms,References"));
        sections.put("school", split("History,Athletics,Notable alumni,References"));
        return sections;
    }

    private static Map<String, String[]> debris() {
        Map<String, String[]> debris = new LinkedHashMap<>();
        debris.put("film", split("| starring       =,| producer =,| music =,| caption = Theatrical release poster,}}"));
        debris.put("novel", split("| publisher =,| pages =,| english_pub_date =,| author =,}}"));
        debris.put("play", split("| premiere =,| setting =,| genre ="));
        debris.put("musical", split("| lyrics =,| book =,| productions ="));
        debris.put("album", split("| label =,| length =,| recorded =,| next_title =,}}"));
        debris.put("song", split("| label =,| length =,| writer ="));
        debris.put("band", split("| genre =,| years_active =,| label =,thumb|right|The band on stage"));
        debris.put("series", split("| network =,| num_episodes =,| last_aired =,| starring =,| runtime ="));
        debris.put("game", split("|developer=,| platforms =,| modes =,}}"));
        debris.put("franchise", split("| owner =,| books =,| films ="));
        debris.put("person", split("| birth_place =,| birth_date =,| occupation =,| years_active =,| spouse =,}}"));
        debris.put("place", split("| pushpin_map =,| coordinates_ref =,|population =,| subdivision_name =,}}"));
        debris.put("species", split("| familia =,| genus =,| binomial_authority ="));
        debris.put("asteroid", split("| discovered =,| mp_category =,| epoch ="));
        debris.put("station", split("| line =,| platforms =,| opened =,thumb|200px|The platform in winter"));
        debris.put("school", split("| motto =,| principal =,| coordinates_ref ="));
        return debris;
    }

    private static String[] split(String text) {
        return text.split(",");
    }
}
