package nightsweep.worker.dataset.source;

import java.io.Serializable;
import java.util.List;

/** What people call stored examples, so that they find one again: by its line, its name or its number. */
public sealed interface Origins extends Serializable {

    /** What a column of them is called in tables; empty where examples are called nothing. */
    String column();

    /**
     * What one is called.
     *
     * @param stored where it is stored, from 0
     */
    Object of(int stored);

    /** Examples that nobody can look up, as of a generator. */
    record Nowhere() implements Origins {
        @Override
        public String column() {
            return "";
        }

        @Override
        public Object of(int stored) {
            return "";
        }
    }

    /**
     * Rows of a text.
     *
     * @param lines on which each ends, from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Lines(int[] lines) implements Origins {
        @Override
        public String column() {
            return "line";
        }

        @Override
        public Object of(int stored) {
            return lines[stored];
        }
    }

    /**
     * Rows of several texts, in their order.
     *
     * @param names one a text
     * @param firstRows of each, from 0
     * @param lines on which each row ends in its text, from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Parts(List<String> names, int[] firstRows, int[] lines) implements Origins {
        public Parts {
            names = List.copyOf(names);
        }

        @Override
        public String column() {
            return "line";
        }

        @Override
        public Object of(int stored) {
            int part = names.size() - 1;
            while (part > 0 && firstRows[part] > stored) {
                part--;
            }
            return names.get(part) + ":" + lines[stored];
        }
    }

    /** Files that have names. */
    record Pictures(List<String> names) implements Origins {
        public Pictures {
            names = List.copyOf(names);
        }

        @Override
        public String column() {
            return "picture";
        }

        @Override
        public Object of(int stored) {
            return names.get(stored);
        }
    }

    /** Examples of a file in their order, numbered from 0. */
    record Numbers() implements Origins {
        @Override
        public String column() {
            return "number";
        }

        @Override
        public Object of(int stored) {
            return stored;
        }
    }
}
