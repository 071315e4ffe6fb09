package nightsweep.driver.run.bundling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightsweep.driver.application.BundleRequest.Networks;
import nightsweep.driver.journal.RunDirectory;

/**
 * Which files of a run directory are bundled: those that a run writes and that cannot be made again, and its tables and page.
 * What else somebody has put there is none of them.
 *
 * @param names ordered as texts are
 * @param models of those that are bundled, likewise: each may be large
 * @param leftOut what is not, in words
 */
record BundledNames(List<String> names, List<String> models, List<String> leftOut) {
    private static final String JOURNAL = "journal";
    private static final String SUMMARY = "summary.json";
    private static final Set<String> ALWAYS = Set.of(
            "sweep.yaml",
            "plan.csv",
            RunDirectory.PROPOSALS,
            RunDirectory.LATEST_PROPOSALS,
            RunDirectory.FINALS,
            "rungs.jsonl",
            "report.html",
            "compare.html",
            SUMMARY);

    /** Of the driver while it is at work, and of trials under way. */
    private static final Set<String> PASSING = Set.of("slots.json", "running", "checkpoints", "networks");

    private static final Set<String> MADE_AGAIN = Set.of("trials", "tensorboard");
    private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]*");
    private static final String MODEL = "model.zip";

    static BundledNames of(RunDirectory directory, Networks networks) throws IOException {
        Set<String> found = directory.names();
        Set<String> tables = tables(directory);
        Set<String> names = new TreeSet<>();
        found.stream()
                .filter(name -> ALWAYS.contains(name) || tables.contains(stem(name)))
                .forEach(names::add);
        below(directory, "tables")
                .filter(name -> tables.contains(stem(name)))
                .forEach(name -> names.add("tables/" + name));
        for (String shard : below(directory, JOURNAL).toList()) {
            below(directory, JOURNAL + "/" + shard).forEach(name -> names.add(JOURNAL + "/" + shard + "/" + name));
        }
        Set<String> models = models(directory);
        List<String> left = new ArrayList<>();
        if (networks == Networks.LEFT_OUT && !models.isEmpty()) {
            left.add(models.size() == 1 ? "1 saved model (--models)" : models.size() + " saved models (--models)");
        }
        if (found.stream().anyMatch(MADE_AGAIN::contains)) {
            left.add("folders and event files of single trials, which report makes again of what is in it");
        }
        if (found.contains("logs")) {
            left.add("logs");
        }
        List<String> foreign = found.stream()
                .filter(name -> !name.startsWith(".")
                        && !names.contains(name)
                        && !PASSING.contains(name)
                        && !MADE_AGAIN.contains(name)
                        && !Set.of("logs", JOURNAL, "tables", "refit").contains(name))
                .sorted()
                .toList();
        if (!foreign.isEmpty()) {
            left.add("what is none of the run's: " + String.join(", ", foreign));
        }
        return new BundledNames(List.copyOf(names), networks == Networks.TAKEN ? List.copyOf(models) : List.of(), left);
    }

    /** Whether it has the tables and the page. */
    boolean reported() {
        return names.contains(SUMMARY) && names.contains("report.html");
    }

    /** The names of tables, as the run's own short form lists them. */
    private static Set<String> tables(RunDirectory directory) throws IOException {
        Optional<String> summary = directory.text(SUMMARY);
        Set<String> tables = new TreeSet<>();
        if (summary.isPresent()) {
            try {
                for (JsonNode name : new ObjectMapper().readTree(summary.get()).path("tables")) {
                    if (TABLE.matcher(name.asText()).matches()) {
                        tables.add(name.asText());
                    }
                }
            } catch (JsonProcessingException e) {
                throw new IOException(SUMMARY + " is damaged: nightsweep report makes it again.", e);
            }
        }
        return tables;
    }

    private static Set<String> models(RunDirectory directory) throws IOException {
        Set<String> models = new TreeSet<>();
        for (String trial : below(directory, "trials").toList()) {
            if (directory.names("trials/" + trial).contains(MODEL)) {
                models.add("trials/" + trial + "/" + MODEL);
            }
        }
        below(directory, "refit").filter(name -> name.endsWith(".zip")).forEach(name -> models.add("refit/" + name));
        return models;
    }

    /** What is in a folder, without what is hidden, such as what is being written. */
    private static Stream<String> below(RunDirectory directory, String folder) throws IOException {
        return directory.names(folder).stream().filter(name -> !name.startsWith("."));
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}
