package io.marquee.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The box of facts at the head of an article, as far as it tells one film from another thing or film.
 *
 * @param kind what the box is for, in lower case: {@code film} for {@code {{Infobox film}}}
 * @param name the title in it as plain text, or null
 * @param years of the showings in it, in the order given, each once
 * @param directors their names as plain text
 * @param starring names of the actors as plain text
 */
public record Infobox(
        String kind,
        String name,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> years,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> directors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> starring) {

    /** Reads what topics leave out as empty. */
    public Infobox {
        years = years == null ? List.of() : years;
        directors = directors == null ? List.of() : directors;
        starring = starring == null ? List.of() : starring;
    }
}
