package nightsweep.experiments.sweepfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import nightsweep.experiments.catalog.Catalog;
import nightsweep.experiments.catalog.CatalogEntry;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepFuzzTest {
    private static final int MUTANTS = 150;
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "\n",
            "\t",
            "-",
            "- ",
            ":",
            ": ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "&a ",
            "*a",
            "$",
            "$loss",
            "!",
            "!!int ",
            "%",
            "@",
            "\"",
            "'",
            "|",
            ">",
            "?",
            "#",
            "~",
            "null",
            "0",
            "-1",
            "1e99",
            "1e999",
            ".nan",
            "9999999999999",
            "\u0000",
            "\uFEFF",
            "😀",
            "\uD800",
            "<<: ",
            "---\n",
            "...\n",
            "{a: b}",
            "[[[",
            "grid: ",
            "only: ");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void neverFailsButWithProblems(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        List<CatalogEntry> entries = Catalog.entries();
        for (int i = 0; i < MUTANTS; i++) {
            String original = start(entries.get(random.nextInt(entries.size())).text());
            refused += survives(mutant(original, random)) ? 0 : 1;
        }

        assertThat(refused).as("mutants that are refused").isBetween(MUTANTS / 4, MUTANTS - 1);
    }

    /** Without most of the published rows, which are all alike. */
    private static String start(String text) {
        return text.lines().limit(60).collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean survives(String mutant) {
        try {
            SweepFile.parse(mutant, "mutant.yaml");
            SweepFile.fullGrid(SweepFile.withSettings(mutant, List.of("training.epochs=2"), "m.yaml"), "m.yaml");
            return true;
        } catch (SweepFileException e) {
            assertThat(e.problems()).isNotEmpty();
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError("A mutant is not read but fails:\n" + mutant, e);
        }
    }

    /** One to four times something is cut, doubled, moved or put in. */
    private static String mutant(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int edits = random.nextInt(4); edits >= 0; edits--) {
            int from = random.nextInt(mutant.length() + 1);
            int to = Math.min(mutant.length(), from + random.nextInt(12));
            String cut = mutant.substring(from, to);
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            switch (random.nextInt(4)) {
                case 0 -> mutant.insert(from, piece);
                case 1 -> mutant.replace(from, to, piece);
                case 2 -> mutant.insert(random.nextInt(mutant.length() + 1), cut);
                default -> mutant.delete(from, to);
            }
        }
        return mutant.toString();
    }
}
