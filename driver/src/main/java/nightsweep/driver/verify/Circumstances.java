package nightsweep.driver.verify;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.worker.blas.Blas;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.provenance.Build;
import org.jspecify.annotations.Nullable;

/** What a run was made with that is otherwise here, and may be why figures differ. */
final class Circumstances {
    private Circumstances() {}

    /** In sentences. */
    static List<String> of(TrialOutcome.Completed kept, @Nullable Dataset dataset) {
        Provenance before = kept.provenance();
        List<String> told = new ArrayList<>();
        if (dataset != null && !dataset.checksum().equals(before.dataChecksum())) {
            told.add("The data are not those of the run: " + dataset.name() + " has the checksum " + dataset.checksum()
                    + ", and had " + before.dataChecksum() + ".");
        }
        String revision = Build.current().revision();
        if (!revision.equals(before.codeRevision())) {
            told.add("The run was made by Nightsweep " + before.codeRevision() + "; this is " + revision + ".");
        }
        if (!before.blas().isEmpty()) {
            String library = Blas.load().describe();
            String java = System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
            if (!library.equals(before.blas()) || !java.equals(before.jvm())) {
                told.add("Deeplearning4j trained with " + before.blas() + " on " + before.jvm() + ", and here with "
                        + library + " on " + java + ": its last digits may differ by that.");
            }
        }
        return told;
    }
}
