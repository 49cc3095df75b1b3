package io.marquee.ops.command;

import io.marquee.ops.evaluation.Explanation;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells why a film has its page, or none. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Tell why a film has its Wikipedia page, or none, e.g. ./marquee explain \"Heat\" 1995.",
        footer = {
            "",
            "Each candidate stands with its confidence and what spoke for and against it. The weights add up to the",
            "logarithm of the odds; a page below 0.6, or that another film has a better claim to, is no link."
        })
final class ExplainCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "TITLE", description = "The film's title, original title or TMDB id.")
    private String title;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "YEAR",
            description = "Year of its release, give or take one (default: all films of the title).")
    private Integer year;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Database database = Database.open(data.path());
                Connection connection = database.connect()) {
            Explanation.of(connection, title, year).forEach(System.out::println);
            return 0;
        } catch (SQLException e) {
            throw new UserException("the films cannot be read: " + e.getMessage(), e);
        }
    }
}
