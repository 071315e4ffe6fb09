package nightsweep.driver.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.experiments.search.Proposal;
import nightsweep.experiments.search.space.Point;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalFileTest {
    @TempDir
    private Path folder;

    private RunDirectory directory;

    @BeforeEach
    void open() throws RunDirectoryException {
        directory = RunDirectory.at(folder.toUri().toString(), new Configuration());
    }

    private static Proposal proposal(int number) {
        return new Proposal(
                number, new Point(Map.of("units", "" + number)), Proposal.Made.MODEL, number - 1, OptionalInt.empty());
    }

    private long length(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.size(file) : 0;
    }

    @Test
    void readsWhatIsWrittenAfterEachAndWritesLittle() throws Exception {
        ProposalFile file = new ProposalFile(directory);
        file.write();
        long written = 0;
        for (int number = 1; number <= 1_000; number++) {
            file.add(proposal(number), List.of());
            file.writeLatest();
            long latest = length(RunDirectory.LATEST_PROPOSALS);
            written += latest == 0 ? length(RunDirectory.PROPOSALS) : latest;
            if (number % 50 == 0 || number < 5) {
                assertThat(directory.proposals()).hasSize(number).last().isEqualTo(proposal(number));
            }
        }
        file.write();

        assertThat(written).isLessThan(100 * length(RunDirectory.PROPOSALS));
        assertThat(directory.proposals()).hasSize(1_000);
        assertThat(folder.resolve(RunDirectory.LATEST_PROPOSALS)).doesNotExist();
    }

    @Test
    void readsWhatWasBeingTakenTogetherWhenItWasKilled() throws Exception {
        ProposalFile file = new ProposalFile(directory);
        file.write();
        for (int number = 1; number <= 5; number++) {
            file.add(proposal(number), List.of());
            file.writeLatest();
        }
        String latest = Files.readString(folder.resolve(RunDirectory.LATEST_PROPOSALS));
        file.write();
        directory.write(RunDirectory.LATEST_PROPOSALS, latest);

        assertThat(directory.proposals()).hasSize(5);

        directory.write(RunDirectory.LATEST_PROPOSALS, latest + "{\"proposal\":6,\"ma");
        assertThat(directory.proposals()).hasSize(5);

        directory.write(RunDirectory.PROPOSALS, "");
        directory.write(RunDirectory.LATEST_PROPOSALS, latest.substring(latest.indexOf('\n') + 1));
        assertThatThrownBy(() -> directory.proposals()).hasMessageContaining("line 1 is no proposal 1");
    }
}
