package nightsweep.driver.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page's frame: styles, scripts and data in one HTML file that is allowed nothing else. */
public final class Page {
    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final List<String> STYLES =
            List.of("colours", "page", "headline", "table", "chart", "mistakes", "borders");
    private static final String CHARTS = text("echarts.min.js");
    private static final String STYLE =
            STYLES.stream().map(name -> text("style/" + name + ".css")).collect(Collectors.joining("\n"));

    /** Of a run. */
    public static final Page RUN = new Page("main.js", "");

    /** Of a run, asking whoever serves it for the next one. */
    public static final Page WATCHED_RUN = new Page("main.js", "; connect-src 'self'");

    /** Of two runs beside each other. */
    public static final Page COMPARISON = new Page("compare.js", "");

    private final String script;
    private final String allowed;

    /**
     * @param main the module that makes it
     * @param allowed what it may do beyond the others, as the end of its policy
     */
    private Page(String main, String allowed) {
        this.allowed = allowed;
        this.script = Modules.joined(main, name -> text("script/" + name));
    }

    /**
     * Appends the page.
     *
     * @param data JSON that holds no {@code <}
     */
    public void write(String data, Appendable out) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("policy", policy());
        parts.put("style", STYLE);
        parts.put("data", data);
        parts.put("charts", CHARTS);
        parts.put("script", script);
        String frame = text("page.html");
        Matcher gap = GAP.matcher(frame);
        int written = 0;
        while (gap.find()) {
            out.append(frame, written, gap.start()).append(parts.get(gap.group(1)));
            written = gap.end();
        }
        out.append(frame, written, frame.length());
    }

    /** Nothing from anywhere, no markup's own scripts or styles: only the three that are named by their hashes. */
    private String policy() {
        String scripts = Stream.of(CHARTS, script).map(Page::source).collect(Collectors.joining(" "));
        return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data: blob:; style-src "
                + source(STYLE) + "; script-src " + scripts + allowed;
    }

    private static String source(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256.", e);
        }
    }

    /** A browser reads a carriage return as a line feed, of which it then takes the hash. */
    private static String text(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The page's part " + name + " is missing from the program.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
