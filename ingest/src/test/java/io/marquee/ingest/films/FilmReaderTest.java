package io.marquee.ingest.films;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.ingest.Packing;
import io.marquee.ingest.SharedData;
import io.marquee.ingest.source.Sources;
import io.marquee.records.Film;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmReaderTest {

    private static final String HEADER =
            "adult,belongs_to_collection,budget,genres,homepage,id,imdb_id,original_language,"
                    + "original_title,overview,popularity,poster_path,production_companies,production_countries,release_date,"
                    + "revenue,runtime,spoken_languages,status,tagline,title,video,vote_average,vote_count\n";

    @TempDir
    private Path folder;

    private static String row(String id, String title, String budget) {
        return "False,," + budget + ",\"[{'id': 18, 'name': 'Drama'}]\",," + id + ",tt1,en," + title
                + ",,,,[],[],1999-01-02,5,90.0,[],Released,," + title + ",False,6.5,12\n";
    }

    private Read read(String csv) throws IOException {
        return read(Packing.write(folder, "movies_metadata.csv", csv));
    }

    private static Read read(Path file) throws IOException {
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        new FilmReader(Sources.of(file.toString()), 1000).read(read, (content, reading) -> {});
        return read;
    }

    private record Read(List<Film> films, List<String> rejections) implements FilmSink {
        @Override
        public void film(String place, Film film) {
            films.add(film);
        }

        @Override
        public void rejected(String place, String reason, String row) {
            rejections.add(place + ": " + reason);
        }
    }

    @Test
    void everyColumnIsParsedToItsType() throws IOException {
        String row =
                "True,\"{'id': 1, 'name': 'The Saga'}\",113,\"[{'id': 1, 'name': 'Drama'}, {'id': 2, 'name': 'War'}]\","
                        + "http://x,42,tt0000042,fr,\"L'été, \"\"là\"\"\",\"Two\nlines\",1.5,/p.jpg,"
                        + "\"[{'name': \"\"Conan's\"\", 'id': 3}]\",\"[{'iso_3166_1': 'US', 'name': 'United States'}]\",1999-12-31,"
                        + "2787965087.0,81.0,\"[{'iso_639_1': 'en', 'name': 'English'}]\",Released,Go,Summer,False,7.7,5415\n";
        assertThat(read(HEADER + row).films())
                .containsExactly(new Film(
                        42,
                        "tt0000042",
                        "Summer",
                        "L'été, \"là\"",
                        "fr",
                        LocalDate.of(1999, 12, 31),
                        113,
                        2_787_965_087L,
                        81.0,
                        List.of("Drama", "War"),
                        List.of("Conan's"),
                        List.of("US"),
                        List.of("en"),
                        "The Saga",
                        7.7,
                        5415,
                        1.5,
                        "Released",
                        "Go",
                        "Two\nlines",
                        "http://x",
                        "/p.jpg",
                        true,
                        false));
    }

    @ParameterizedTest
    @CsvSource({
        "'', A, 1, the id is missing",
        "1997-08-20, A, 1, is not a positive whole number",
        "0, A, 1, is not a positive whole number",
        "7, ' ', 1, the title is missing",
        "7, A, /p.jpg, budget '/p.jpg' is not a whole number",
        "7, A, -1, budget '-1' is negative",
        "7, A, 1e99, is not a whole number",
        "7, A, NaN, is not a whole number"
    })
    void aRowThatCannotBeAFilmIsRejectedWithItsReason(String id, String title, String budget, String reason)
            throws IOException {
        Read read = read(HEADER + row("1", "Good", "1") + row(id, title, budget));
        assertThat(read.films()).hasSize(1);
        assertThat(read.rejections())
                .singleElement()
                .asString()
                .startsWith("movies_metadata.csv line 3: ")
                .contains(reason);
    }

    @Test
    void aRowWithTooFewColumnsIsRejected() throws IOException {
        assertThat(read(HEADER + "a,b,c\n" + row("1", "Good", "1")).rejections())
                .containsExactly("movies_metadata.csv line 2: it has 3 columns, the header has 24");
    }

    @Test
    void placesAreTheLinesOfTheFileDespiteQuotedNewlinesAndEmptyLines() throws IOException {
        String csv = HEADER + row("1", "\"Two\nlines\"", "1") + "\n\n" + row("x", "Bad", "1");
        // The title stands twice in its row, so that row takes three lines.
        assertThat(read(csv).rejections()).singleElement().asString().startsWith("movies_metadata.csv line 7: ");
        assertThat(read(csv.replace("\n", "\r\n")).rejections())
                .singleElement()
                .asString()
                .contains("line 7: ");
    }

    @Test
    void ofTwoRowsWithOneIdTheLaterValidOneWins() throws IOException {
        Read read = read(HEADER
                + row("1", "First", "1")
                + row("2", "Other", "1")
                + row("1", "Second", "1")
                + row("1", "Third", "1")
                + row("1", "Broken", "-1"));
        assertThat(read.films()).extracting(Film::title).containsExactly("Other", "Third");
        assertThat(read.rejections())
                .containsExactly(
                        "movies_metadata.csv line 2: the id 1 comes again on line 5",
                        "movies_metadata.csv line 4: the id 1 comes again on line 5",
                        "movies_metadata.csv line 6: budget '-1' is negative");
    }

    @Test
    void aBrokenListDoesNotCostTheFilm() throws IOException {
        Read read = read(HEADER + row("1", "A", "1").replace("'Drama'}]", "'Dra") + row("2", "B", "1"));
        assertThat(read.films()).extracting(Film::genres).containsExactly(List.of(), List.of("Drama"));
    }

    @Test
    void nothingThatADatabaseCannotStoreGetsThrough() throws IOException {
        String row = row("1", "A\0B", "1").replace("'Drama'", "'Dr\\0\\ud800'");
        Film film = read(HEADER + row).films().get(0);
        assertThat(film.title()).isEqualTo("AB");
        assertThat(film.genres()).containsExactly("Dr\uFFFD");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
        assertThat(read("\uFEFF" + HEADER + row("1", "A", "1")).films()).hasSize(1);
    }

    @Test
    void aMissingColumnIsNamed() {
        assertThatThrownBy(() ->
                        read(HEADER.replace("budget", "cost").replace(",revenue", ",income") + row("1", "A", "1")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("movies_metadata.csv has no column budget, revenue: ");
    }

    @Test
    void aFileWithoutFilmsIsAnError() {
        assertThatThrownBy(() -> read(HEADER)).isInstanceOf(UserException.class).hasMessageContaining("no films");
    }

    @Test
    void anUnclosedQuoteIsReportedAtItsRow() {
        assertThatThrownBy(() -> read(HEADER + row("1", "A", "1") + "False,\"open"
                        + row("2", "A", "1").replace("\"", "'")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("movies_metadata.csv line 3: the file ends within");
        String endless = "False,\"open" + "x".repeat(RowLimit.LONGEST + 100_000);
        assertThatThrownBy(() -> read(HEADER + endless))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("movies_metadata.csv line 2: the row that begins here does not end");
    }

    @Test
    void aCutOffGzipIsReportedAtItsPlace() throws IOException {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 1; i < 20_000; i++) {
            csv.append(row(Integer.toString(i), "Film " + i * 7919, "1"));
        }
        byte[] bytes = Packing.gzip(csv.toString());
        Path file = Packing.write(folder, "films.csv.gz", Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UserException.class)
                .hasMessageMatching("films.csv.gz is cut off near line \\d{4,}: fetch it again");
    }

    @Test
    void tooManyDuplicatesAreABrokenFile() throws IOException {
        Path file = Packing.write(
                folder,
                "a.csv",
                HEADER + row("1", "A", "1").repeat(2) + row("2", "A", "1").repeat(2));
        assertThatThrownBy(() -> new FilmReader(Sources.of(file.toString()), 1)
                        .read(new Read(new ArrayList<>(), new ArrayList<>()), (content, reading) -> {}))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("more than 1 ids occur twice");
    }

    @Test
    void inAZipThePlaceIsThatOfTheFileInIt() throws IOException {
        byte[] zip = Packing.zip(Map.of("data/movies_metadata.csv", HEADER + row("0", "A", "1")));
        assertThat(read(Packing.write(folder, "a.zip", zip)).rejections())
                .singleElement()
                .asString()
                .startsWith("movies_metadata.csv line 2: ");
    }

    @Test
    void theWholeDatasetIsReadAndEveryRowAccountedFor() throws IOException {
        Read read = read(SharedData.require("films/the-movies-dataset.zip"));
        assertThat(read.films().size() + read.rejections().size()).isEqualTo(45_466);
        assertThat(read.films()).extracting(Film::filmId).doesNotHaveDuplicates();
        // 69 empty ids, 3 shifted rows with 3 rows before them that lost their title, and the ids that occur twice.
        assertThat(read.rejections())
                .filteredOn(reason -> reason.endsWith("the id is missing"))
                .hasSize(69);
        assertThat(read.rejections())
                .filteredOn(reason -> reason.endsWith("the title is missing"))
                .hasSize(3);
        assertThat(read.rejections()).hasSizeBetween(100, 120);
    }
}
