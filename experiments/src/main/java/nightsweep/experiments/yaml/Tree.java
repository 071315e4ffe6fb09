package nightsweep.experiments.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML value that knows where it stands. A mapping's values stand at the lines of their keys. */
public sealed interface Tree {

    Place place();

    /** What it is, for messages: {@code "three"}, {@code a list}. */
    String found();

    /** A text, a number, or nothing; which one its reader decides. */
    record Scalar(Place place, String text, Quotes quotes) implements Tree {
        @Override
        public String found() {
            return isNothing() ? "nothing" : "\"" + FlowText.abbreviated(text) + "\"";
        }

        public boolean isNothing() {
            return quotes == Quotes.WITHOUT && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /** Whether a scalar was written in quotes. */
    enum Quotes {
        WITH,
        WITHOUT
    }

    /** A list. */
    record Sequence(Place place, List<Tree> items) implements Tree {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String found() {
            return "a list";
        }
    }

    /** Values by key, in the order of the file. */
    record Mapping(Place place, Map<String, Tree> entries) implements Tree {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String found() {
            return "a mapping";
        }
    }

    /** A value that was already complained about, of which nothing more is said. */
    record Unknown(Place place) implements Tree {
        @Override
        public String found() {
            return "nothing";
        }
    }
}
