package nightsweep.experiments.review;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.Doubt;

/** Something that is to be said of a configuration: what, why, and what to do, in one sentence. */
public sealed interface Finding {

    String message();

    Severity severity();

    /** Its name in sweep files; empty where nobody can mean it. */
    Optional<Doubt> doubt();

    /** The same where a sweep means {@code intended}. */
    default Finding given(List<Doubt> intended) {
        return this;
    }

    static Finding invalid(String message) {
        return new Invalid(message);
    }

    static Finding doubtful(Doubt doubt, String message) {
        return new Doubtful(doubt, message);
    }

    /** It cannot be trained. */
    record Invalid(String message) implements Finding {
        @Override
        public Severity severity() {
            return Severity.INVALID;
        }

        @Override
        public Optional<Doubt> doubt() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return severity().label() + ": " + message;
        }
    }

    /** It can be trained, but teaches little or is probably a mistake. */
    record Doubtful(Doubt kind, String message) implements Finding {
        @Override
        public Severity severity() {
            return Severity.DOUBTFUL;
        }

        @Override
        public Optional<Doubt> doubt() {
            return Optional.of(kind);
        }

        @Override
        public Finding given(List<Doubt> intended) {
            return intended.contains(kind) ? new Lesson(kind, message) : this;
        }

        @Override
        public String toString() {
            return severity().label() + " (" + kind.label() + "): " + message;
        }
    }

    /** It teaches what the sweep means it to. */
    record Lesson(Doubt kind, String message) implements Finding {
        @Override
        public Severity severity() {
            return Severity.LESSON;
        }

        @Override
        public Optional<Doubt> doubt() {
            return Optional.of(kind);
        }

        @Override
        public String toString() {
            return severity().label() + " (" + kind.label() + "): " + message;
        }
    }
}
