package nightsweep.experiments.format;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What can be answered to words of other tools that sweep files do not have. */
final class Guess {
    private static final String NO_EARLY_STOP =
            "Every trial trains for all its epochs; nothing is stopped early yet. Sweep epochs to compare lengths.";
    private static final String NO_SEARCH =
            "Every configuration of the grid is tried; there is no search yet. List some configurations in only to try fewer.";
    private static final String NO_FOLDS =
            "There is no cross-validation yet. Keep a share with dataset.validation, and repeat trials with repeats.";
    private static final String NO_AREA =
            "The objective may be accuracy, macro-f1, weighted-f1 or loss; areas under curves are reported, but not selected on.";

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("patience", NO_EARLY_STOP),
            Map.entry("earlystopping", NO_EARLY_STOP),
            Map.entry("earlystop", NO_EARLY_STOP),
            Map.entry(
                    "classweights",
                    "Classes have no weights yet: every example counts the same. See macro-f1 as objective."),
            Map.entry(
                    "classweight",
                    "Classes have no weights yet: every example counts the same. See macro-f1 as objective."),
            Map.entry("folds", NO_FOLDS),
            Map.entry("kfold", NO_FOLDS),
            Map.entry("crossvalidation", NO_FOLDS),
            Map.entry("search", NO_SEARCH),
            Map.entry("method", NO_SEARCH),
            Map.entry("budget", NO_SEARCH),
            Map.entry("maxtrials", NO_SEARCH),
            Map.entry("separator", "What cells are apart by is found out: commas, or semicolons, tabs or bars."),
            Map.entry("delimiter", "What cells are apart by is found out: commas, or semicolons, tabs or bars."),
            Map.entry("sep", "What cells are apart by is found out: commas, or semicolons, tabs or bars."));
    private static final Map<String, String> METRICS =
            Map.of("auc", NO_AREA, "rocauc", NO_AREA, "averageprecision", NO_AREA);

    private Guess() {}

    /** The answer to an unknown {@code name}; empty where only a suggestion can be made. */
    static Optional<String> answer(String what, String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
        return switch (what) {
            case "key" -> Optional.ofNullable(KEYS.get(plain));
            case "metric" -> Optional.ofNullable(METRICS.get(plain));
            default -> Optional.empty();
        };
    }
}
