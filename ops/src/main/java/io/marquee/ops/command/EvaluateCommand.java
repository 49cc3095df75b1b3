package io.marquee.ops.command;

import io.marquee.ops.evaluation.Evaluation;
import io.marquee.ops.evaluation.Links;
import io.marquee.ops.evaluation.Truth;
import io.marquee.settings.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the links. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measure how many links are right, e.g. ./marquee evaluate ops/sample/truth.csv.")
final class EvaluateCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "TRUTH.csv",
            description =
                    "Columns film_id and wikipedia_title (empty: no page); title, year, evidence and ranked if there.")
    private Path truth;

    @Option(
            names = "--misses",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many films to list that are linked wrongly or not at all (default: ${DEFAULT-VALUE}).")
    private int misses;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Truth> truths = Truth.read(truth);
        try (Database database = Database.open(data.path());
                Connection connection = database.connect()) {
            Evaluation evaluation = Evaluation.of(truths, Links.read(connection));
            evaluation.lines().forEach(System.out::println);
            System.out.println(evaluation.misses().size() + " misses");
            evaluation.misses().stream().limit(misses).forEach(miss -> System.out.println("  " + miss));
            return 0;
        } catch (SQLException e) {
            throw new UserException("the links cannot be read: " + e.getMessage(), e);
        }
    }
}
