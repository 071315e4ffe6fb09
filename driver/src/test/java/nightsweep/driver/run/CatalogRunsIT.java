package nightsweep.driver.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nightsweep.driver.cli.Nightsweep;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.experiments.catalog.Catalog;
import nightsweep.experiments.catalog.CatalogEntry;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of every shipped sweep, through the command line; skipped where its data are not found. */
class CatalogRunsIT {
    /** The configurations whose loss does not stay finite: what these sweeps are there to show. */
    private static final Map<String, List<String>> DIVERGING =
            Map.of("initial-weights", List.of("leaky-relu-2 wide zero none"));

    private final @Nullable String home = System.getenv("NIGHTSWEEP_DATA");
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    static Stream<String> names() {
        return Catalog.entries().stream().map(CatalogEntry::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void runsToTheEndAsExpected(String name) throws IOException, SweepFileException {
        Sweep sweep = quick(name);
        String missing = missing(sweep);
        assumeTrue(missing.isEmpty(), () -> "There are no data " + missing + " at NIGHTSWEEP_DATA.");

        int code = run(name);

        assertThat(code).as(err.toString()).isEqualTo(ExitCode.DONE.number());
        assertThat(err.toString()).as("doubts that the sweep does not mean").doesNotContain("warning");
        List<String> diverged = new ArrayList<>();
        List<Integer> trials = new ArrayList<>();
        for (CSVRecord row : results()) {
            trials.add(Integer.valueOf(row.get("trial")));
            if (row.get("outcome").equals("diverged")) {
                int number = Integer.parseInt(row.get("configuration"));
                diverged.add(sweep.configurations().get(number - 1).label());
            } else {
                assertThat(row.get("outcome")).as(row.toString()).isEqualTo("completed");
                assertThat(Double.parseDouble(row.get("test-accuracy"))).isBetween(0.0, 1.0);
            }
        }
        assertThat(trials).doesNotHaveDuplicates().hasSameSizeAs(sweep.trials());
        assertThat(diverged).isEqualTo(DIVERGING.getOrDefault(name, List.of()));
    }

    private static Sweep quick(String name) throws SweepFileException {
        CatalogEntry entry = Catalog.find(name).orElseThrow();
        return SweepFile.parse(SweepFile.quick(entry.text(), entry.fileName()), entry.fileName());
    }

    /** The first folder of data that it needs and that is not there; empty where all are. */
    private String missing(Sweep sweep) {
        return sweep.configurations().stream()
                .map(configuration -> configuration.dataset().source())
                .filter(DataSource::fromFiles)
                .map(DataSource::label)
                .map(label -> label.replaceFirst("/.*", ""))
                .filter(label -> home == null || !Files.isDirectory(Path.of(home, label)))
                .findFirst()
                .orElse("");
    }

    private int run(String name) {
        String[] arguments = {
            "run", name, "--quick", "--out", folder.resolve("run").toString(), "--master", "local[2]"
        };
        return Nightsweep.execute(
                arguments, new PrintWriter(new StringWriter()), new PrintWriter(err, true), SweepRuns::new);
    }

    private List<CSVRecord> results() throws IOException {
        try (CSVParser parser = CSVParser.parse(
                folder.resolve("run/results.csv"),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .build())) {
            return parser.getRecords();
        }
    }
}
