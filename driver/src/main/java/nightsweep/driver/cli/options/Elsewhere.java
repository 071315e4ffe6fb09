package nightsweep.driver.cli.options;

import java.util.List;
import java.util.OptionalInt;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.submit.SparkWords;

/** Another process that carries a command out, where this one lacks what it needs. */
public interface Elsewhere {
    /** There is none. */
    Elsewhere NOWHERE = (need, console) -> {
        if (need.spark() && !need.words().beyondMaster().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    String.join(", ", need.words().beyondMaster()) + ": options of Spark need a process of their own,"
                            + " which is not started here.");
        }
        return OptionalInt.empty();
    };

    /**
     * Carries it out if need be.
     *
     * @return its exit code; empty where this process will do
     * @throws CommandFailure if it cannot be carried out at all
     */
    OptionalInt carryOut(Need need, Console console) throws CommandFailure;

    /**
     * What a command needs of its process.
     *
     * @param arguments all, from the command's name on
     * @param words that are Spark's
     * @param spark whether Spark is started
     * @param training whether networks are worked out here whatever the master, so that Java's vectors are wanted
     */
    record Need(List<String> arguments, SparkWords words, boolean spark, boolean training) {
        /** Copies the list. */
        public Need {
            arguments = List.copyOf(arguments);
        }
    }
}
