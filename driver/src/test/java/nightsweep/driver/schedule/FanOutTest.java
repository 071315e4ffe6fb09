package nightsweep.driver.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nightsweep.driver.schedule.TrialReport.Aftermath;
import nightsweep.experiments.outcome.TrialEnd;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;

class FanOutTest {
    private static final String SWEEP = """
            name: few
            dataset: {name: xor, train: 10, test: 10}
            network:
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 1, batch-size: 10, learning-rate: 0.1}
            repeats: 6
            """;

    private static final String MANY = SWEEP.replace("repeats: 6", "repeats: 400");

    private final List<String> heard = new ArrayList<>();

    private static List<Trial> trials() throws SweepFileException {
        return SweepFile.parse(SWEEP, "few").trials();
    }

    private static Ending reported(Turn turn, Aftermath aftermath) {
        return new Ending.Reported(turn, new TrialReport(TrialEnd.COMPLETED, 1, 0, "", "7", aftermath));
    }

    private static Ending lost(Turn turn, Turn.Blame blame) {
        return new Ending.Lost(turn, new Place("node", "7", 0), "killed", blame);
    }

    private void run(Script script, int maxAttempts) throws Exception {
        new FanOut(script, maxAttempts).run(Agenda.of(List.of(), trials()), this::hear);
    }

    private void hear(FanOut.Ended ended) {
        heard.add(ended.trial().number()
                + (ended instanceof FanOut.Ended.Lost lost
                        ? " lost " + lost.history().attempts().size()
                        : ""));
    }

    @Test
    void runsEachTrialOnceInOrder() throws Exception {
        Script script = new Script(turn -> reported(turn, Aftermath.NONE));

        run(script, 3);

        assertThat(heard).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(script.most).isEqualTo(script.room());
    }

    @Test
    void givesTrialsThatTakeTheirTimeAJobEach() throws Exception {
        Script script = new Script(turn -> reported(turn, Aftermath.NONE));
        script.trialMillis = 300;

        new FanOut(script, 1)
                .run(Agenda.of(List.of(), SweepFile.parse(MANY, "many").trials()), this::hear);

        assertThat(heard).hasSize(400);
        assertThat(script.jobs).hasSize(400).containsOnly(1);
        assertThat(script.most).isEqualTo(script.room());
    }

    @Test
    void letsTrialsThatTakeNextToNothingShareJobs() throws Exception {
        Script script = new Script(turn -> reported(turn, Aftermath.NONE));
        script.trialMillis = 1;

        new FanOut(script, 1)
                .run(Agenda.of(List.of(), SweepFile.parse(MANY, "many").trials()), this::hear);

        assertThat(heard).hasSize(400);
        assertThat(script.given).isSorted().doesNotHaveDuplicates();
        assertThat(script.jobs).hasSizeLessThan(100).allMatch(size -> size <= 33);
        assertThat(script.most).as("with Spark at a time").isLessThanOrEqualTo(script.room() + 64);
    }

    @Test
    void givesALostTrialAJobOfItsOwnHoweverQuickItsNeighboursAre() throws Exception {
        Set<Integer> back = new HashSet<>();
        Script script = new Script(
                turn -> turn.trial().number() % 50 == 0 && back.add(turn.trial().number())
                        ? lost(turn, Turn.Blame.COUNTED)
                        : reported(turn, Aftermath.NONE));
        script.trialMillis = 1;

        new FanOut(script, 2)
                .run(Agenda.of(List.of(), SweepFile.parse(MANY, "many").trials()), this::hear);

        assertThat(heard).hasSize(400).noneMatch(one -> one.contains("lost"));
        assertThat(script.again).hasSize(8).containsOnly(1);
    }

    @Test
    void givesALostTrialTheNextTurnUntilItsAttemptsAreUsedUp() throws Exception {
        Script script = new Script(
                turn -> turn.trial().number() == 2 ? lost(turn, Turn.Blame.COUNTED) : reported(turn, Aftermath.NONE));

        run(script, 3);

        assertThat(heard).containsExactly("1", "3", "4", "2 lost 3", "5", "6");
        assertThat(script.given.subList(0, 4)).containsExactly(1, 2, 3, 2);
    }

    @Test
    void countsNoLossThatNoTrialBroughtAbout() throws Exception {
        Script script = new Script(turn ->
                turn.history().attempts().size() < 5 ? lost(turn, Turn.Blame.NONE) : reported(turn, Aftermath.NONE));

        run(script, 1);

        assertThat(heard).hasSize(6).noneMatch(one -> one.contains("lost"));
    }

    @Test
    void countsNoLossBesideATrialThatHaltsItsProcess() throws Exception {
        Script script = new Script(turn -> turn.trial().number() == 1
                ? reported(turn, Aftermath.HALTING_PROCESS)
                : turn.history().attempts().isEmpty()
                        ? lost(turn, Turn.Blame.COUNTED)
                        : reported(turn, Aftermath.NONE));

        run(script, 1);

        assertThat(heard).hasSize(6).noneMatch(one -> one.contains("lost"));
    }

    @Test
    void blamesNobodyWhenTheClusterHasGone() {
        Script script = new Script(turn -> lost(turn, Turn.Blame.COUNTED));
        script.gone = true;

        assertThatThrownBy(() -> run(script, 1))
                .isInstanceOf(ClusterException.class)
                .hasMessage("Spark ended the run: killed. What ended so far is kept; the same command goes on.");
        assertThat(heard).isEmpty();
    }

    @Test
    void endsWhenTheClusterHasGoneWithoutAWord() {
        Script script = new Script(turn -> reported(turn, Aftermath.NONE));
        script.gone = true;
        script.idleSeconds = 5;

        assertThatThrownBy(() -> run(script, 1))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("Spark ended the run: it has been stopped.");
    }

    @Test
    void asksOnlyOfTrialsThatMayHaveLeftTraces() throws Exception {
        List<String> traces = new ArrayList<>();
        Script script = new Script(turn -> {
            traces.add(turn.trial().number() + " " + turn.traces());
            return turn.trial().number() == 2 && turn.history().attempts().isEmpty()
                    ? lost(turn, Turn.Blame.COUNTED)
                    : reported(turn, Aftermath.NONE);
        });
        List<Trial> all = trials();

        new FanOut(script, 3).run(Agenda.of(all.subList(3, 5), all.subList(0, 3)), this::hear);

        assertThat(traces).containsExactly("4 MAYBE", "5 MAYBE", "1 NONE", "2 NONE", "3 NONE", "2 MAYBE");
    }

    @Test
    void waitsForTheAgendaWhichHearsOfEachEndOnceAfterWhoeverKeepsResults() throws Exception {
        List<Trial> all = trials();
        List<String> told = new ArrayList<>();
        Agenda oneAfterTheOther = new Agenda() {
            private int begun;
            private int over;

            @Override
            public Optional<Due> next() {
                boolean free = begun == over && begun < all.size();
                return free ? Optional.of(new Due(all.get(begun++), Turn.Traces.NONE)) : Optional.empty();
            }

            @Override
            public void ended(FanOut.Ended ended) {
                over++;
                told.add(ended.trial().number() + " of " + heard.size());
            }
        };
        Script script = new Script(
                turn -> turn.trial().number() == 2 && turn.history().attempts().isEmpty()
                        ? lost(turn, Turn.Blame.COUNTED)
                        : reported(turn, Aftermath.NONE));

        new FanOut(script, 3).run(oneAfterTheOther, this::hear);

        assertThat(script.given).containsExactly(1, 2, 2, 3, 4, 5, 6);
        assertThat(script.most).isEqualTo(1);
        assertThat(told).containsExactly("1 of 1", "2 of 2", "3 of 3", "4 of 4", "5 of 5", "6 of 6");
    }

    @Test
    void tellsThatExecutorsAreWaitedForAtGrowingIntervals() throws Exception {
        Script script = new Script(turn -> reported(turn, Aftermath.NONE));
        script.idleSeconds = 500;
        FanOut fanOut = new FanOut(script, 1);
        List<String> notes = new ArrayList<>();
        fanOut.whenWaiting(notes::add);

        fanOut.run(Agenda.of(List.of(), trials()), this::hear);

        assertThat(heard).hasSize(6);
        assertThat(notes.stream()
                        .map(note -> note.substring(0, note.indexOf('.')))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        waiting for executors: none yet after 60 s, asked for 4 cores and 4 GiB each
                        waiting for executors: none yet after 2 min, asked for 4 cores and 4 GiB each
                        waiting for executors: none yet after 4 min, asked for 4 cores and 4 GiB each
                        waiting for executors: none yet after 8 min, asked for 4 cores and 4 GiB each""");
    }

    @Test
    void tellsThatAllExecutorsHaveLeft() {
        NoExecutors waiting = new NoExecutors(0);
        long second = Duration.ofSeconds(1).toNanos();

        assertThat(waiting.look(50 * second, 2, "asked")).isEmpty();
        assertThat(waiting.look(109 * second, 0, "asked")).isEmpty();
        assertThat(waiting.look(110 * second, 0, "asked").orElseThrow())
                .startsWith("waiting for executors: none left for 60 s, asked.");
        assertThat(waiting.look(111 * second, 0, "asked")).isEmpty();
    }

    /** A cluster of two slots that ends turns one after the other, each as it is told to. */
    private static final class Script implements Jobs {
        private final Function<Turn, Ending> end;
        private final Deque<Turn> held = new ArrayDeque<>();
        private final List<Integer> given = new ArrayList<>();
        private final List<Integer> jobs = new ArrayList<>();
        private final List<Integer> again = new ArrayList<>();
        private long trialMillis = 1_000;
        private long trials;
        private int most;
        private int idleSeconds;
        private long seconds;
        private boolean gone;

        Script(Function<Turn, Ending> end) {
            this.end = end;
        }

        @Override
        public void submit(List<Turn> turns) {
            (turns.get(0).history().attempts().isEmpty() ? jobs : again).add(turns.size());
            turns.forEach(turn -> given.add(turn.trial().number()));
            held.addAll(turns);
            most = Math.max(most, held.size());
        }

        @Override
        public Optional<Ending> await(Duration longest) {
            if (seconds < idleSeconds) {
                seconds++;
                return Optional.empty();
            }
            trials++;
            return Optional.of(end.apply(held.remove()));
        }

        @Override
        public int slots() {
            return seconds < idleSeconds ? 0 : 2;
        }

        @Override
        public int room() {
            return 2;
        }

        @Override
        public void cancelAll() {
            held.clear();
        }

        @Override
        public boolean gone() {
            return gone;
        }

        @Override
        public String request() {
            return "asked for 4 cores and 4 GiB each";
        }

        @Override
        public long nanoTime() {
            return Duration.ofSeconds(seconds).plusMillis(trials * trialMillis).toNanos();
        }
    }
}
