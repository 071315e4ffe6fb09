package nightsweep.experiments.dataset;

import java.util.List;
import nightsweep.experiments.Named;

/**
 * Which rows of a table are kept for testing and for validation.
 *
 * @param column that says a row's group or time; empty where rows are drawn by class
 */
public record Splitting(By by, String column) {
    /** By lot, each class in proportion. */
    public static final Splitting STRATIFIED = new Splitting(By.CLASS, "");

    /** What keeps rows together. */
    public enum By implements Named {
        CLASS("stratified"),
        /** No group has rows on two sides; groups are drawn by lot. */
        GROUP("by-group"),
        /** The last rows are kept; rows of one time stay together. */
        TIME("by-time");

        private final String label;

        By(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Whether rows are drawn by class. */
    public boolean stratified() {
        return by == By.CLASS;
    }

    /**
     * Whether a network sees the column too: only where {@code rules} say what it is, for where it is not said, a group or a
     * time is no property of new examples.
     */
    public boolean seen(List<ColumnRule> rules) {
        return rules.stream().anyMatch(rule -> rule.columns().equals(column) && rule.use() != ColumnUse.IGNORED);
    }
}
