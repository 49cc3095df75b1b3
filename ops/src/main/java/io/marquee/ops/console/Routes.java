package io.marquee.ops.console;

import io.marquee.metrics.Metrics;
import io.marquee.ops.control.ScheduleAction;
import io.marquee.ops.control.Token;
import io.marquee.settings.UserException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered at which address, files apart. */
final class Routes {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final Pattern ONE_RUN = Pattern.compile("/api/runs/([^/]+)(/log)?");
    private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Page> actions = new LinkedHashMap<>();
    private final Token token;
    private final RunPages runs;

    /** Answers a request; what it throws becomes an error for whoever sent it. */
    @FunctionalInterface
    interface Page {

        Answer answer(Query query) throws SQLException, InterruptedException;
    }

    Routes(Tables tables, RunLogs logs, NowPage now, SteerPages steer, Token token, Metrics metrics) {
        this.token = token;
        this.runs = new RunPages(tables, logs);
        ReportPages report = new ReportPages(tables);
        RejectPages rejects = new RejectPages(tables);
        MoneyPages money = new MoneyPages(tables);
        pages.put("/api/now", now::now);
        pages.put("/api/runs", runs::runs);
        pages.put("/api/rejects", rejects::kinds);
        pages.put("/api/rejects/records", rejects::records);
        pages.put("/api/report", report::report);
        pages.put("/api/report.csv", report::csv);
        pages.put("/api/report/points", report::points);
        pages.put("/api/genres", money::genres);
        pages.put("/api/companies", money::companies);
        pages.put("/api/decades", money::decades);
        pages.put("/api/returns", money::returns);
        pages.put("/api/links", money::links);
        pages.put("/api/quality", money::quality);
        pages.put("/health", query -> Answer.text(200, "alive\n"));
        pages.put("/ready", query -> metrics.isReady() ? Answer.text(200, "ready\n") : Answer.text(503, "not ready\n"));
        pages.put("/metrics", query -> new Answer(200, EXPOSITION, metrics.exposition(), Map.of()));
        for (ScheduleAction action : ScheduleAction.values()) {
            actions.put("/api/" + action.name().toLowerCase(Locale.ROOT), query -> steer.tell(action));
        }
    }

    /**
     * Answers a request.
     *
     * @param authorization the header, or null
     * @return empty if the address is none of these
     */
    Optional<Answer> answer(String method, String path, Query query, String authorization) {
        Optional<Page> action = Optional.ofNullable(actions.get(path));
        Optional<Page> page = Optional.ofNullable(pages.get(path)).or(() -> ofOneRun(path));
        if (action.isPresent()) {
            return Optional.of(
                    !method.equals("POST")
                            ? wrongMethod("POST")
                            : token.isIn(authorization)
                                    ? run(action.get(), query)
                                    : Answer.error(401, "the token is missing or wrong"));
        }
        if (page.isPresent()) {
            boolean reads = method.equals("GET") || method.equals("HEAD");
            return Optional.of(reads ? run(page.get(), query) : wrongMethod("GET"));
        }
        return path.startsWith("/api/") ? Optional.of(Answer.error(404, "there is no " + path)) : Optional.empty();
    }

    private Optional<Page> ofOneRun(String path) {
        Matcher matcher = ONE_RUN.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String runId = matcher.group(1);
        return Optional.of(matcher.group(2) == null ? query -> runs.run(runId) : query -> runs.log(runId));
    }

    private static Answer wrongMethod(String allowed) {
        Answer error = Answer.error(405, "this address takes " + allowed);
        return new Answer(error.status(), error.type(), error.body(), Map.of("Allow", allowed));
    }

    private static Answer run(Page page, Query query) {
        try {
            return page.answer(query);
        } catch (Query.WrongException e) {
            return Answer.error(400, e.getMessage());
        } catch (SQLException e) {
            LOG.warn("the tables cannot be read: {}", e.getMessage());
            return Answer.error(
                    503, "the tables cannot be read (" + e.getMessage() + "): see whether the database is up");
        } catch (UserException e) {
            return Answer.error(503, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.error(503, "the console is about to end");
        } catch (RuntimeException e) {
            LOG.error("a request failed", e);
            return Answer.error(500, "the console failed (" + e.getMessage() + "): see its log");
        }
    }
}
