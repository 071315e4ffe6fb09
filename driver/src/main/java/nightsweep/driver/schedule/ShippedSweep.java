package nightsweep.driver.schedule;

import java.io.Serializable;
import nightsweep.experiments.format.SweepFile;
import nightsweep.experiments.format.SweepFileException;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import org.jspecify.annotations.Nullable;

/** A sweep as it travels: its text, read once in each process that it reaches. */
final class ShippedSweep implements Serializable {
    private final String text;
    private final String name;
    private transient @Nullable Sweep sweep;

    ShippedSweep(String text, String name) {
        this.text = text;
        this.name = name;
    }

    synchronized Sweep sweep() {
        if (sweep == null) {
            try {
                sweep = SweepFile.parse(text, name);
            } catch (SweepFileException e) {
                throw new AssertionError("The driver has read the same text.", e);
            }
        }
        return sweep;
    }

    /** @param number from 1 */
    Trial trial(int number) {
        return sweep().trial(number);
    }
}
