package nightsweep.driver.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.table.DisplayText;

/**
 * What was looked at, and what was found.
 *
 * @param subject in a word or two
 * @param ends how a command would end because of it; {@link ExitCode#DONE} where nothing is to mend
 */
record Finding(State state, String subject, String text, ExitCode ends) {
    private static final int SUBJECT = 10;
    private static final int LEAST_TEXT = 20;

    /** How it was found. */
    enum State {
        OK("ok"),
        /** It works, and could be better. */
        BETTER("better"),
        MEND("to mend");

        static final int WIDTH = 7;

        private final String word;

        State(String word) {
            this.word = word;
        }
    }

    static Finding ok(String subject, String text) {
        return new Finding(State.OK, subject, text, ExitCode.DONE);
    }

    /** It works, and {@code text} says what would be better. */
    static Finding better(String subject, String text) {
        return new Finding(State.BETTER, subject, text, ExitCode.DONE);
    }

    /**
     * Something stands in the way.
     *
     * @param text what, and what to do
     */
    static Finding mend(String subject, String text, ExitCode ends) {
        return new Finding(State.MEND, subject, text, ends);
    }

    /** To mend if there is a problem, and fine as it is if there is none. */
    static Finding of(String subject, Optional<String> problem, String fine, ExitCode ends) {
        return problem.map(text -> mend(subject, text, ends)).orElseGet(() -> ok(subject, fine));
    }

    boolean fit() {
        return state != State.MEND;
    }

    /** In lines of whole words, at most so many columns wide where no word is wider. */
    String lines(int width) {
        int indent = State.WIDTH + SUBJECT + 4;
        List<String> lines = new ArrayList<>();
        for (String line : DisplayText.fold(text, Math.max(LEAST_TEXT, width - indent))) {
            lines.add(" ".repeat(indent) + line);
        }
        String head = state.word + " ".repeat(State.WIDTH + 2 - state.word.length()) + subject;
        lines.set(0, head + lines.get(0).substring(head.length()));
        return String.join("\n", lines);
    }
}
