package io.marquee.ops.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.marquee.ops.pipeline.SampleFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** What a person sees and does on the console, in a real browser and on a real stack. */
final class ConsolePageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOY_STORY = "862";
    private static final List<String> VIEWS = List.of("", "runs", "rejects", "report", "money");

    @TempDir
    private static Path data;

    @TempDir
    private static Path files;

    @TempDir
    private static Path profile;

    private static ConsoleStack stack;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        Optional<Browser> started = Browser.start(profile);
        if (started.isEmpty()) {
            System.err.println(
                    "SKIPPED: there is no Chromium here, so that nobody looks at the console; install Debian's"
                            + " packages chromium and chromium-driver");
        }
        assumeTrue(
                started.isPresent(),
                "there is no Chromium here: install Debian's packages chromium and chromium-driver");
        browser = started.get();
        stack = ConsoleStack.start(data);
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @AfterEach
    void noPageHasComplainedOrAskedAnotherHost() throws Exception {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.hosts()).containsExactly("127.0.0.1");
    }

    @Test
    void aPersonStartsARunSeesItProgressAndEndAndReadsItsLog() throws Exception {
        HeldProgress held = new HeldProgress();
        stack.nextReads(changedFilms(), held);
        browser.look(1280, 800, "light");
        open("");
        seen("#last-run[data-state=succeeded]");
        String before = browser.find("#last-run").getDomAttribute("data-run-id");

        browser.find("#start-run").click();
        seen("#token-dialog[open]");
        browser.find("#token").sendKeys(stack.token());
        browser.find("#token-submit").click();
        seen("#live-run[data-stage=publishing]");
        assertThat(browser.find("#message").getText()).isEqualToIgnoringCase("a run starts now");
        screenshot("run-in-progress");
        held.letGo();

        await().atMost(PATIENCE)
                .until(() -> !browser.find("#last-run")
                                .getDomAttribute("data-run-id")
                                .equals(before)
                        && "succeeded".equals(browser.find("#last-run").getDomAttribute("data-state")));
        String runId = browser.find("#last-run").getDomAttribute("data-run-id");
        assertThat(browser.shows("#live-run[data-stage=publishing]")).isFalse();
        open("runs/" + runId);
        await().atMost(PATIENCE)
                .until(() -> browser.shows("#log")
                        && browser.find("#log").getText().contains("run " + runId + " is published"));
        screenshot("run");
    }

    @Test
    void aFilmIsFoundBySearchAndItsPageIsOneClickAway() throws Exception {
        open("report");
        seen("tr[data-film-id]");
        browser.find("#search").sendKeys("toy story");
        await().atMost(PATIENCE).until(() -> browser.findAll("tr[data-film-id]").size() < 5);
        WebElement link = browser.find("tr[data-film-id='" + TOY_STORY + "'] a[href^='https://']");
        assertThat(stack.pipeline().rows("select wikipedia_url from movie_report where film_id = " + TOY_STORY))
                .containsExactly(link.getDomAttribute("href"));

        link.click();
        await().atMost(PATIENCE).until(() -> browser.tabs() == 2);
        assertThat(browser.addressOfNewTab()).isEqualTo("https://en.wikipedia.org/wiki/Toy_Story");
    }

    @Test
    void everyViewIsAccessibleOnPhoneAndDesktopInTheLightAndInTheDark() throws Exception {
        for (String scheme : List.of("light", "dark")) {
            for (int width : List.of(390, 1440)) {
                browser.look(width, 900, scheme);
                for (String view : VIEWS) {
                    open(view);
                    settled();
                    String name = (view.isEmpty() ? "now" : view) + "-" + width + "-" + scheme;
                    screenshot(name);
                    assertThat(browser.violations()).as(name).isEmpty();
                    assertThat(
                                    browser.run(
                                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                            .as("%s does not scroll sideways", name)
                            .isEqualTo(true);
                }
            }
        }
    }

    private static void open(String view) {
        browser.open("about:blank");
        browser.open(stack.url() + "/#/" + view);
    }

    /** Until the view shows what it has asked for. */
    private static void settled() {
        await().atMost(PATIENCE)
                .until(() -> !browser.shows("[aria-busy=true]")
                        && browser.shows("main h1")
                        && browser.findAll("main").get(0).getText().length() > 200);
    }

    private static void seen(String selector) {
        await(selector).atMost(PATIENCE).until(() -> browser.shows(selector));
    }

    private static void screenshot(String name) throws Exception {
        browser.screenshot(name);
    }

    private static Path changedFilms() throws Exception {
        int budget = SampleFiles.column("budget");
        int id = SampleFiles.column("id");
        return SampleFiles.writeFilms(files.resolve("changed.csv"), row -> {
            if (row.get(id).equals(TOY_STORY)) {
                row.set(budget, "31000000");
            }
            return row;
        });
    }
}
