package io.marquee.ops.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that reaches no host but this one. */
final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ChromeDriver driver;
    private final Set<String> hosts = new TreeSet<>();
    private final List<String> complaints = new ArrayList<>();

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one, if Debian's packages chromium and chromium-driver are installed. */
    static Optional<Browser> start(Path profile) {
        return program("chromium")
                .flatMap(chromium ->
                        program("chromedriver").map(driver -> new Browser(driver(chromium, driver, profile))));
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static ChromeDriver driver(Path chromium, Path program, Path profile) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program.toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    /** As a phone or a desktop shows it, in the light or in the dark. */
    void look(int width, int height, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void open(String url) {
        driver.get(url);
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> findAll(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    boolean shows(String selector) {
        return findAll(selector).stream().anyMatch(WebElement::isDisplayed);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The address of the tab that a click has opened, which is closed again. */
    String addressOfNewTab() {
        String first = driver.getWindowHandle();
        String other = driver.getWindowHandles().stream()
                .filter(handle -> !handle.equals(first))
                .findFirst()
                .orElseThrow();
        driver.switchTo().window(other);
        String address = driver.getCurrentUrl();
        driver.close();
        driver.switchTo().window(first);
        return address;
    }

    int tabs() {
        return driver.getWindowHandles().size();
    }

    /** What axe finds against the rules of accessibility, one line each. */
    List<String> violations() throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            driver.executeScript(new String(axe.readAllBytes(), UTF_8));
        }
        Object found = driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run(document).then(found => done(JSON.stringify("
                + "found.passes.length > 0 ? found.violations : 'nothing to look at')),"
                + " error => done(JSON.stringify(String(error))));");
        JsonNode violations = MAPPER.readTree(found.toString());
        if (!violations.isArray()) {
            throw new IllegalStateException("axe could not look: " + found);
        }
        List<String> lines = new ArrayList<>();
        for (JsonNode violation : violations) {
            lines.add(violation.path("id").asText() + ": "
                    + violation.at("/nodes/0/html").asText(violation.toString()));
        }
        return lines;
    }

    void screenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    /** What pages have complained about so far; and takes up whom they have asked. */
    List<String> complaints() throws IOException {
        driver.manage().logs().get(LogType.BROWSER).forEach(entry -> complaints.add(entry.getMessage()));
        for (var entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = MAPPER.readTree(entry.getMessage()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                URI asked = URI.create(message.at("/params/request/url").asText());
                if (Set.of("http", "https").contains(asked.getScheme())) {
                    hosts.add(asked.getHost());
                }
            }
        }
        return List.copyOf(complaints);
    }

    /** Hosts that pages have asked up to the last call of {@link #complaints()}. */
    Set<String> hosts() {
        return Set.copyOf(hosts);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
