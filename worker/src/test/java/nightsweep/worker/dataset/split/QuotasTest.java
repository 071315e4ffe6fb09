package nightsweep.worker.dataset.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import nightsweep.worker.dataset.random.RandomNumbers;
import nightsweep.worker.dataset.source.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotasTest {
    @Test
    void keepsClassesInProportion() throws DataException {
        assertThat(Quotas.kept(new int[] {50, 30, 20}, 0.1, "validation")).containsExactly(5, 3, 2);
    }

    @Test
    void givesWhatIsLeftToTheLargestRemainder() throws DataException {
        // A tenth of 41 is 4: exact shares 1.85, 1.27 and 0.88.
        assertThat(Quotas.kept(new int[] {19, 13, 9}, 0.1, "validation")).containsExactly(2, 1, 1);
    }

    @Test
    void keepsNothingWhereNothingIsAskedFor() throws DataException {
        assertThat(Quotas.kept(new int[] {5, 5}, 0, "validation")).containsExactly(0, 0);
    }

    @Test
    void leavesTheOnlyExampleOfAClassToTraining() throws DataException {
        assertThat(Quotas.kept(new int[] {1, 1, 4}, 0.5, "validation")).containsExactly(0, 0, 3);
    }

    @Test
    void rejectsSharesThatComeToNothing() {
        assertThatThrownBy(() -> Quotas.kept(new int[] {2, 2}, 0.1, "validation"))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "Cannot keep a share of 0.1 for validation: of 4 examples that is 0, but it must be 1 to 2 so"
                                + " that each class keeps one to train on.");
    }

    @Test
    void rejectsSharesThatLeaveAClassWithout() {
        assertThatThrownBy(() -> Quotas.kept(new int[] {2, 2, 2}, 0.8, "testing"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("of 6 examples that is 5, but it must be 1 to 3");
    }

    @Test
    void limitsTrainingWithoutLosingAClass() throws DataException {
        assertThat(Quotas.limitedTraining(new int[] {1000, 3, 0, 1}, 10)).containsExactly(8, 1, 0, 1);
        assertThat(Quotas.limitedTraining(new int[] {1000, 3, 0, 1}, 3)).containsExactly(1, 1, 0, 1);
    }

    @Test
    void rejectsTrainingLimitsBelowTheNumberOfClasses() {
        assertThatThrownBy(() -> Quotas.limitedTraining(new int[] {9, 9, 9}, 2))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "A train-limit of 2 leaves some of the 3 classes without a training example. Raise it to 3 or"
                                + " more.");
    }

    @Test
    void usesEverythingBelowALimit() throws DataException {
        assertThat(Quotas.limited(new int[] {4, 5}, 9)).containsExactly(4, 5);
        assertThat(Quotas.limited(new int[] {4, 5}, 0)).containsExactly(4, 5);
        assertThat(Quotas.limitedTraining(new int[] {4, 5}, 10)).containsExactly(4, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void addsUpAndStaysWithinOneOfTheExactShare(int seed) throws DataException {
        RandomNumbers random = RandomNumbers.of(seed, 0);
        int[] counts = new int[2 + random.below(30)];
        Arrays.setAll(counts, i -> 2 + random.below(1000));
        int all = Arrays.stream(counts).sum();
        double share = random.within(0.01, 0.5);
        int limit = counts.length + random.below(all);

        int[] kept = Quotas.kept(counts, share, "validation");
        int[] limited = Quotas.limited(counts, limit);
        int[] training = Quotas.limitedTraining(counts, limit);

        assertThat(Arrays.stream(kept).sum()).isEqualTo((int) Math.round(share * all));
        assertThat(Arrays.stream(limited).sum()).isEqualTo(Math.min(limit, all));
        assertThat(Arrays.stream(training).sum()).isEqualTo(Math.min(limit, all));
        for (int i = 0; i < counts.length; i++) {
            assertThat(kept[i]).isBetween(0, counts[i] - 1);
            assertThat((double) kept[i]).isBetween(share * counts[i] - 2, share * counts[i] + 2);
            assertThat((double) limited[i])
                    .isBetween(
                            Math.min(limit, all) * (double) counts[i] / all - 1,
                            Math.min(limit, all) * (double) counts[i] / all + 1);
            assertThat(training[i]).isBetween(1, counts[i]);
        }
    }
}
