package nightsweep.driver.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.options.Elsewhere;
import nightsweep.driver.cluster.Master;
import nightsweep.driver.submit.SparkOption;
import nightsweep.driver.submit.SparkSettings;
import nightsweep.driver.submit.Submission;

/**
 * Chooses the process that a command is carried out in. A command for a cluster, or with Spark's own options, goes through
 * Spark's submission, so that options mean what they mean there; one whose JVM lacks something, to a second JVM; every
 * other stays here.
 */
final class OtherJvm implements Elsewhere {
    @Override
    public OptionalInt carryOut(Need need, Console console) throws CommandFailure {
        List<String> typed = need.words().beyondMaster();
        if (need.spark() && !submitted()) {
            Path own = SecondJvm.own();
            boolean local = master(need).local();
            if (Files.isRegularFile(own) && (!typed.isEmpty() || !local)) {
                return OptionalInt.of(submit(need, own, console));
            } else if (!typed.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        String.join(", ", typed) + ": options of Spark need the application jar. Start it by"
                                + " bin/nightsweep of the distribution.");
            }
        } else if (need.spark() && !typed.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, misplaced(typed));
        }
        boolean training = need.training() || (need.spark() && master(need).local());
        if (SecondJvm.wanted(need.spark(), training)) {
            return OptionalInt.of(SecondJvm.run(
                    need.arguments(), !need.spark() || master(need).local()));
        }
        return OptionalInt.empty();
    }

    private static int submit(Need need, Path jar, Console console) throws CommandFailure {
        Path folder = Path.of("").toAbsolutePath();
        SparkSettings settings;
        try {
            settings = SparkSettings.of(need.words(), folder);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, e);
        }
        settings.warnings().forEach(console::warn);
        Submission submission =
                new Submission(need.words(), settings, need.arguments(), jar, Submission.librariesBeside(jar));
        return SecondJvm.run(submission, folder, need.training() || new Master(settings.master()).local());
    }

    /** Whether this is the driver of an application that was submitted. */
    private static boolean submitted() {
        return System.getProperty(SparkOption.DEPLOY_MODE.key()) != null;
    }

    private static Master master(Need need) throws CommandFailure {
        String typed = need.words().options().get(SparkOption.MASTER);
        try {
            return new Master(typed == null ? System.getProperty(SparkOption.MASTER.key(), "local[*]") : typed);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.BAD_CLUSTER, e);
        }
    }

    private static String misplaced(List<String> typed) {
        String all = String.join(", ", typed);
        return "Under spark-submit Spark's options come before the jar, because they are for the process that it starts, and "
                + all + (typed.size() == 1 ? " comes" : " come") + " behind it: spark-submit " + typed.get(0)
                + " ... nightsweep.jar run ...";
    }
}
