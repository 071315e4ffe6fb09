package nightsweep.driver.promotion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import nightsweep.driver.search.rungs.Entry;
import nightsweep.driver.search.rungs.RungPlan;
import nightsweep.driver.search.rungs.Rungs;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.search.Results;
import nightsweep.experiments.sweep.StoppingSpec;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;

/**
 * Configurations on their way through rungs: what is known of their trials, what is decided from it, and what is to be
 * trained then. All of it follows from the outcomes that there are. Used by one thread.
 */
public final class Ladder implements Results {
    private final StoppingSpec stopping;
    private final long seed;
    private final RungPlan plan;
    private final Rungs rungs;
    private final RungFigures figures;
    private final List<Contender> contenders = new ArrayList<>();
    private final List<Contender> control = new ArrayList<>();
    private boolean drawn;

    /** @param begun how many configurations begin */
    public Ladder(Sweep sweep, StoppingSpec stopping, int begun) {
        this.stopping = stopping;
        this.seed = sweep.seed();
        this.plan = RungPlan.of(
                stopping, begun, sweep.configurations().get(0).training().epochs());
        this.rungs = new Rungs(plan);
        this.figures = new RungFigures(plan, sweep.objective().metric());
    }

    /**
     * A training up to a rung.
     *
     * @param known whether there is an outcome of the trial
     */
    record Leg(Trial trial, int epochs, boolean known) {}

    /** The next configuration begins. */
    public void begin(List<Trial> repeats) {
        contenders.add(new Contender(repeats, figures));
        rungs.begin(contenders.size());
    }

    /** Takes note of how far a trial has come, or how it ended. */
    public void take(TrialOutcome outcome) {
        figures.take(outcome);
    }

    /** Takes note of a trial of which nothing comes. */
    public void takeNothing(TrialId trial) {
        figures.takeNothing(trial);
    }

    /** Whether anything is known of a trial. */
    public boolean knows(TrialId trial) {
        return figures.has(trial);
    }

    /** Tells all results that are known, as often as that opens others that are; returns whether anything was decided. */
    public boolean settle() {
        int before = rungs.decided();
        boolean told = true;
        while (told) {
            told = false;
            for (Entry entry : rungs.open()) {
                Contender contender = contender(entry.number());
                if (contender.missing(entry.rung()).isEmpty()) {
                    rungs.tell(entry, contender.loss(entry.rung()));
                    told = true;
                }
            }
        }
        return rungs.decided() > before;
    }

    /** What is to be trained now, the highest rung first, each in the order of its list. */
    List<Leg> open() {
        List<Leg> legs = new ArrayList<>();
        for (Entry entry : rungs.open()) {
            add(legs, contender(entry.number()), entry.rung());
        }
        return legs;
    }

    /** The epoch of the first rung. */
    int firstEpoch() {
        return plan.epochs().get(0);
    }

    /** Once nothing is open any more: a share of the stopped goes to the end, to show what stopping loses. */
    List<Leg> drawControl() {
        drawn = true;
        List<Leg> legs = new ArrayList<>();
        for (Entry entry : rungs.control(seed, stopping.control())) {
            control.add(contender(entry.number()));
            add(legs, contender(entry.number()), plan.rungs() - 1);
        }
        return legs;
    }

    /** Whether {@link #drawControl} was asked. */
    boolean drewControl() {
        return drawn;
    }

    /** The first trial of each configuration that was drawn for it. */
    Set<TrialId> control() {
        return control.stream().map(one -> one.first().id()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void add(List<Leg> legs, Contender contender, int rung) {
        for (Trial trial : contender.missing(rung)) {
            legs.add(new Leg(trial, plan.epochs().get(rung), figures.has(trial.id())));
        }
    }

    private Contender contender(int number) {
        return contenders.get(number - 1);
    }

    /** What was decided so far, a line each. */
    public List<String> decisions() {
        return DecisionLines.of(
                plan,
                rungs.decisions(),
                number -> contender(number).first().id(),
                (rung, number) -> contender(number).loss(rung),
                List.copyOf(control()));
    }

    /**
     * What the first configurations come to by themselves, compared at the highest rung to which enough of them come, or else at
     * the first one. Those that stopped before count as if they had gained as much from rung to rung as those gained on average
     * that went on.
     */
    @Override
    public Optional<Seen> ofFirst(int count, int enough) {
        List<Integer> arrived = new ArrayList<>(List.of(count));
        int rung = 0;
        while (rungs.read(rung) >= arrived.get(rung)) {
            int next = plan.isLast(rung) ? 0 : rungs.promoted(rung, arrived.get(rung));
            if (next < Math.max(1, enough)) {
                return Optional.of(
                        new Seen(losses(arrived), OptionalInt.of(plan.epochs().get(rung))));
            }
            arrived.add(next);
            rung++;
        }
        return Optional.empty();
    }

    /** @param arrived how many came to each rung up to the one that is compared at */
    private List<Double> losses(List<Integer> arrived) {
        double[] losses = new double[arrived.get(0)];
        for (int rung = 0; rung < arrived.size(); rung++) {
            List<Integer> here = rungs.arrivals(rung).subList(0, arrived.get(rung));
            double gain = rung == 0 ? 0 : gain(here, rung);
            for (int i = 0; i < losses.length; i++) {
                losses[i] += gain;
            }
            for (int number : here) {
                losses[number - 1] = contender(number).loss(rung);
            }
        }
        List<Double> all = new ArrayList<>(losses.length);
        for (double loss : losses) {
            all.add(loss + 0.0);
        }
        return all;
    }

    /** By how much the loss of some rose from the rung before, on average; 0 where none came to anything. */
    private double gain(List<Integer> numbers, int rung) {
        double sum = 0;
        int finite = 0;
        for (int number : numbers) {
            double difference = contender(number).loss(rung) - contender(number).loss(rung - 1);
            if (Double.isFinite(difference)) {
                sum += difference;
                finite++;
            }
        }
        return finite == 0 ? 0 : sum / finite;
    }
}
