package nightsweep.driver.cli.options;

import nightsweep.driver.submit.SparkWords;

/** A command that works networks out or starts Spark, and so needs more of its process than others. */
public interface Demanding {
    /** What was typed for Spark. */
    default SparkWords words() {
        return SparkWords.NONE;
    }

    /** Whether it starts Spark. */
    boolean startsSpark();

    /** Whether networks are worked out in this process whatever the master is. */
    boolean trainsHere();
}
