package nightsweep.driver.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import org.junit.jupiter.api.Test;

class OverviewTest {
    @Test
    void tellsANight() {
        assertThat(Night.SUMMARY.console(100)).isEqualTo("""
                example: 8 planned = 5 completed + 1 diverged + 1 failed + 1 not run
                Failed: 1 out of memory

                Configurations
                                                                              test     95%     95%
                rank  configuration  activation  loss                     accuracy     low    high  remark
                ----  -------------  ----------  -----------------------  --------  ------  ------  ----------
                   1              3  sigmoid     cross-entropy              0.9500                  1 diverged
                   2              1  relu        cross-entropy              0.9200  0.2669  0.9973
                   2              2  relu        negative-log-likelihood    0.9200  0.2669  0.9973
                Ranked on test accuracy: this sweep keeps no validation split.
                Two repeats of each configuration are too few to tell differences from chance: intervals stand on
                one degree of freedom. Three are the least; five and more tell more.

                Trials
                                                                                                        test
                                                                                                    accuracy
                                                                              test    test   macro      with   train
                rank  trial  activation  loss                     repeat  accuracy    loss      F1   dropout    loss
                ----  -----  ----------  -----------------------  ------  --------  ------  ------  --------  ------
                   1      5  sigmoid     cross-entropy                 0    0.9500  0.3000  0.9500            0.6000
                   2      2  relu        cross-entropy                 1    0.9400  0.3750  0.9400    0.8500  0.7500
                   2      4  relu        negative-log-likelihood       1    0.9400  0.3750  0.9400    0.8500  0.7500
                   4      1  relu        cross-entropy                 0    0.9000  0.2500  0.9000    0.8500  0.5000
                   4      3  relu        negative-log-likelihood       0    0.9000  0.2500  0.9000    0.8500  0.5000
                Ranked on test accuracy: this sweep keeps no validation split.

                Not ranked
                trial  values                           repeat  outcome   reason
                -----  -------------------------------  ------  --------  ------------------------------------------
                    6  sigmoid cross-entropy                 1  diverged  the loss was not finite in epoch 1, step
                                                                          17
                    7  sigmoid negative-log-likelihood       0  failed    out of memory: the network needs 3 GB and
                                                                          the slot has 2 GB; give it more with
                                                                          --executor-memory

                F1 by class, on test examples
                rank  configuration  values                            a      b
                ----  -------------  ----------------------------  -----  -----
                   1              3  sigmoid cross-entropy         0.950  0.950
                   2              1  relu cross-entropy            0.920  0.920
                   2              2  relu negative-log-likelihood  0.920  0.920

                Test accuracy by activation
                                                                                              not
                activation    mean  deviation   least  greatest  completed  diverged  failed  run
                ----------  ------  ---------  ------  --------  ---------  --------  ------  ---
                relu        0.9200     0.0231  0.9000    0.9400          4         0       0    0
                sigmoid     0.9500             0.9500    0.9500          1         1       1    1

                Test accuracy by loss
                                                                                                           not
                loss                       mean  deviation   least  greatest  completed  diverged  failed  run
                -----------------------  ------  ---------  ------  --------  ---------  --------  ------  ---
                cross-entropy            0.9300     0.0265  0.9000    0.9500          3         1       0    0
                negative-log-likelihood  0.9200     0.0283  0.9000    0.9400          2         0       1    1

                What explains the variance of test accuracy
                                        by
                source       share  chance
                ----------  ------  ------
                activation  0.3103  0.2500
                loss        0.0517  0.2500
                repeats     0.6897
                Shares are eta squared; by chance is what each would come to if nothing had an effect.
                Not every combination of values has the same number of completed trials: shares overlap and need not
                add up to one, and a mean over one axis depends on which values of the others it met.
                3 trials are in no mean: diverged, failed, not run, or without a finite test accuracy.
                Configurations that are the same computation count in every mean, as the grid has them, but tell
                nothing twice: what a share would come to by chance takes them for different ones.

                Confusion of the best trial, 5 (sigmoid cross-entropy): actual classes in rows, predicted ones in
                columns
                actual   a   b
                ------  --  --
                a       95   5
                b        5  95
                Training accuracy of trial 5 by epoch: ▁█  0.5000 after the first, 0.7500 after 2 epochs

                Published results and ours (mean over completed repeats)
                                                                       test
                                                                   accuracy
                configuration  values                 source      published    ours  difference  verdict
                -------------  ---------------------  ----------  ---------  ------  ----------  ------------------
                            1  relu cross-entropy     a notebook     0.9000  0.9200     +0.0200  reproduced 1/7
                            3  sigmoid cross-entropy  a notebook     0.5000  0.9500     +0.4500  cannot be compared
                Cannot be compared: two completed trials are too few for an interval (6 figures).
                Cannot be compared: one completed trial has no interval (1 figure).
                Configuration 3, a notebook: another data set

                Configurations 1 and 2 are the same computation: identical to the last digit in every figure.
                8 published figures beside ours: 1 reproduced, 0 different, 7 that cannot be compared. Why stands in
                published.csv. Reproduced means within 0.01 of an accuracy or F1, within 5 % of a loss, or up to
                five times as far where 19 of 20 single trials like ours lie.
                In full: results.csv, configurations.csv, comparisons.csv, classes.csv, metrics.csv,
                axis-activation.csv, axis-loss.csv, variance.csv, effects.csv, interactions.csv, published.csv,
                timings.csv
                """);
    }

    @Test
    void keepsToTheWidth() {
        for (int width : new int[] {100, 120, 140, 160}) {
            assertThat(Night.SUMMARY.console(width).lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void saysThatNothingHasEnded() {
        assertThat(Summary.of(Night.SWEEP, Stream.of()).console(100)).isEqualTo("""
                example: 8 planned = 0 completed + 0 diverged + 0 failed + 8 not run

                No trial has ended yet.

                In full: results.csv, configurations.csv, comparisons.csv, classes.csv, metrics.csv,
                axis-activation.csv, axis-loss.csv, variance.csv, effects.csv, interactions.csv, published.csv,
                timings.csv
                """);
    }

    @Test
    void tellsWhyWhereNothingWasCompleted() {
        String text = Summary.of(Night.SWEEP, Night.OUTCOMES.stream().skip(5)).console(100);

        assertThat(text)
                .startsWith(
                        "example: 8 planned = 0 completed + 1 diverged + 1 failed + 6 not run\nFailed: 1 out of memory\n\nNot ranked\n")
                .doesNotContain("Trials", "F1 by class");
    }

    @Test
    void cutsLongRankings() {
        List<String> values =
                IntStream.range(0, 1500).mapToObj(Integer::toString).toList();
        Sweep sweep = Sweeps.over(new Axis("width", values)).sweep();
        List<TrialOutcome> outcomes = new ArrayList<>();
        for (Trial trial : sweep.trials()) {
            outcomes.add(
                    trial.number() > 1400
                            ? Outcomes.diverged(trial)
                            : Outcomes.completed(trial, 0.5, 50 + trial.number() % 40));
        }

        String text = Summary.of(sweep, outcomes.stream()).console(120);

        assertThat(text)
                .contains("\n1,380 more in results.csv.\nRanked on test accuracy: ")
                .contains("\n90 more in results.csv.\n\nF1 by class")
                .contains("\n1,480 more in axis-width.csv.\n")
                .contains("There are 30 more such groups of configurations.\n");
        assertThat(text.lines()).hasSizeLessThan(150);
    }

    @Test
    void showsLabelsOfAnyScript() {
        Sweep sweep = Sweeps.over(new Axis("داده", List.of("ارقام", "数字"))).sweep();
        List<Trial> trials = sweep.trials();

        String text = Summary.of(
                        sweep,
                        Stream.of(
                                Outcomes.completed(trials.get(0), 0.5, 90), Outcomes.completed(trials.get(1), 0.5, 80)))
                .console(120);

        assertThat(text).contains("   1      1  ارقام    0.9000  ").contains("   2      2  数字     0.8000  ");
    }
}
