package nightsweep.driver.run.outcomes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.Difference;

/** Whether two runs had the same data, by the checksums that their outcomes tell: places of data say little. */
public final class ComparedData {
    private static final String FOLDER = "data-folder";
    private static final int SHOWN = 12;

    private final Map<DataSource, String> first = new LinkedHashMap<>();
    private final Map<DataSource, String> second = new LinkedHashMap<>();

    public void addToFirst(Trial trial, TrialOutcome outcome) {
        add(first, trial, outcome);
    }

    public void addToSecond(Trial trial, TrialOutcome outcome) {
        add(second, trial, outcome);
    }

    private static void add(Map<DataSource, String> side, Trial trial, TrialOutcome outcome) {
        String checksum = outcome.provenance().dataChecksum();
        if (!checksum.isEmpty()) {
            side.putIfAbsent(trial.configuration().dataset().source(), checksum);
        }
    }

    /**
     * What two sweep files differ in, without the folder where data are looked for if the data are the same, and with data
     * that are not the same though both files call them so.
     */
    public List<Difference> differences(List<Difference> ofFiles) {
        List<Difference> differences = new ArrayList<>(ofFiles);
        boolean shared = false;
        boolean same = true;
        for (Map.Entry<DataSource, String> one : first.entrySet()) {
            String other = second.get(one.getKey());
            if (other == null) {
                continue;
            }
            shared = true;
            if (!other.equals(one.getValue())) {
                same = false;
                differences.add(
                        new Difference("checksum of " + one.getKey().label(), shown(one.getValue()), shown(other)));
            }
        }
        if (shared && same) {
            differences.removeIf(difference -> difference.key().equals(FOLDER));
        }
        return List.copyOf(differences);
    }

    private static String shown(String checksum) {
        return checksum.length() <= SHOWN ? checksum : checksum.substring(0, SHOWN) + "...";
    }
}
