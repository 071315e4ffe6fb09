package nightsweep.driver.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page that people read, and what it tells them to type.
 *
 * @param place from the repository's root
 */
record DocPage(String place, String text) {
    static final Path ROOT = Path.of("..");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(sh|yaml|)\n(.*?)^```$");
    private static final Pattern INLINE = Pattern.compile("`([^`]+)`");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    static DocPage at(String place) {
        try {
            return new DocPage(place, Files.readString(ROOT.resolve(place)).replace("\r", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The README, the catalog's page and all pages in {@code docs}, but those that say why things are as they are. */
    static Stream<DocPage> all() {
        return Stream.concat(
                Stream.of("README.md", "experiments/catalog/README.md").map(DocPage::at),
                Stream.of("experiments/docs", "worker/docs", "driver/docs", "deploy/docs")
                        .flatMap(DocPage::in)
                        .map(DocPage::at));
    }

    private static Stream<String> in(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files
                    .map(file -> folder + "/" + file.getFileName())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return place;
    }

    /** The lines of its blocks of shell, without comments and with continued lines made one. */
    List<String> shell() {
        List<String> lines = new ArrayList<>();
        Matcher blocks = FENCED.matcher(text);
        while (blocks.find()) {
            if (!blocks.group(1).equals("yaml")) {
                lines.addAll(lines(blocks.group(2)));
            }
        }
        lines.addAll(lines(FENCED.matcher(text)
                .replaceAll("")
                .lines()
                .filter(line -> line.startsWith("    "))
                .reduce("", (before, line) -> before + line.strip() + "\n")));
        return lines;
    }

    private static List<String> lines(String block) {
        return block.replaceAll("\\\\\n\\s*", " ")
                .lines()
                .map(line -> line.replaceFirst("(^|\\s+)#.*$", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The sweep files that it shows, whole ones. */
    List<String> sweeps() {
        Matcher blocks = FENCED.matcher(text);
        List<String> sweeps = new ArrayList<>();
        while (blocks.find()) {
            if (blocks.group(1).equals("yaml") && blocks.group(2).startsWith("name:")) {
                sweeps.add(blocks.group(2));
            }
        }
        return sweeps;
    }

    /** Every command of the product that it shows whole, in blocks and in sentences: its words behind {@code nightsweep}. */
    List<List<String>> commands() {
        Stream<String> inline = INLINE.matcher(FENCED.matcher(text).replaceAll(""))
                .results()
                .map(found -> found.group(1).replace("\\|", "|"))
                .filter(code -> code.contains("nightsweep"));
        return Stream.concat(shell().stream(), inline)
                .flatMap(line -> command(line).stream())
                .toList();
    }

    /** The words behind the product's name in a line, where it is a command of it and nothing is left out of it. */
    static Stream<String> wordsOf(String line) {
        return WORD.matcher(line)
                .results()
                .map(found -> Stream.of(1, 2, 3)
                        .map(found::group)
                        .filter(word -> word != null)
                        .findFirst()
                        .orElseThrow());
    }

    private static List<List<String>> command(String line) {
        List<String> words = wordsOf(line.replaceFirst("[|;<>)].*$", "")).toList();
        for (int i = 0; i < words.size(); i++) {
            boolean product = words.get(i).matches("(.*/)?nightsweep(\\.jar)?");
            boolean whole = words.stream().noneMatch(word -> word.contains("...") || word.contains("\u2026"));
            if (product && whole && i + 1 < words.size()) {
                return List.of(words.subList(i + 1, words.size()));
            }
        }
        return List.of();
    }
}
