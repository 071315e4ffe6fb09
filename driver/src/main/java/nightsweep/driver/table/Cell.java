package nightsweep.driver.table;

/** One value of a table. */
public sealed interface Cell {

    /** In full, for files; empty where there is no value. */
    String exact();

    /** As it reads on screen, in a column of {@code numbers}; empty where there is no value. */
    String shown(Numbers numbers);

    /** Words; missing where {@code text} is empty. */
    static Cell text(String text) {
        return text.isEmpty() ? missing() : new Text(text);
    }

    /** A whole number. */
    static Cell count(long count) {
        return new Count(count);
    }

    /** A measured number; missing where it is NaN. */
    static Cell score(double value) {
        return Double.isNaN(value) ? missing() : new Score(value);
    }

    /** No value: not measured, or not defined. */
    static Cell missing() {
        return new Missing();
    }

    /** Words. */
    record Text(String text) implements Cell {
        @Override
        public String exact() {
            return text;
        }

        @Override
        public String shown(Numbers numbers) {
            return text;
        }
    }

    /** A whole number. */
    record Count(long count) implements Cell {
        @Override
        public String exact() {
            return Long.toString(count);
        }

        @Override
        public String shown(Numbers numbers) {
            return exact();
        }
    }

    /**
     * A measured number.
     *
     * @param value not NaN; may be infinite
     */
    record Score(double value) implements Cell {
        public Score {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("A score must be a number; a missing cell stands for none.");
            }
        }

        @Override
        public String exact() {
            return Numbers.exact(value);
        }

        @Override
        public String shown(Numbers numbers) {
            return numbers.round(value);
        }
    }

    /** No value. */
    record Missing() implements Cell {
        @Override
        public String exact() {
            return "";
        }

        @Override
        public String shown(Numbers numbers) {
            return "";
        }
    }
}
