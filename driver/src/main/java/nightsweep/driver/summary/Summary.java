package nightsweep.driver.summary;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import nightsweep.driver.json.SweepSummary;
import nightsweep.driver.summary.comparison.Comparison;
import nightsweep.driver.summary.comparison.Comparisons;
import nightsweep.driver.summary.comparison.ExampleTests;
import nightsweep.driver.summary.comparison.TestPredictions;
import nightsweep.driver.summary.effects.Attribution;
import nightsweep.driver.summary.effects.Effects;
import nightsweep.driver.summary.published.PublishedTables;
import nightsweep.driver.summary.ranking.Averaged;
import nightsweep.driver.summary.ranking.BestTrial;
import nightsweep.driver.summary.ranking.ConfigurationEndings;
import nightsweep.driver.summary.ranking.ControlGroup;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.IdenticalConfigurations;
import nightsweep.driver.summary.ranking.Merit;
import nightsweep.driver.summary.ranking.Picked;
import nightsweep.driver.summary.ranking.Ranges;
import nightsweep.driver.summary.ranking.Selection;
import nightsweep.driver.summary.ranking.Spread;
import nightsweep.driver.summary.ranking.TrialEnding;
import nightsweep.driver.summary.ranking.Winner;
import nightsweep.driver.table.Table;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/** What came of a sweep: tables for files, text for a terminal, and the short form for programs. */
public final class Summary {
    private final Endings endings;
    private final List<Winner> winners;
    private final List<BestTrial> best;
    private final Comparisons comparisons;
    private final List<Effects> effects;
    private final Tables tables;
    private final List<String> findings;

    /**
     * @param best outcomes of trials of which more is told
     * @param arithmetic what to say of trials that were not computed alike
     */
    Summary(
            Endings endings,
            List<? extends TrialOutcome> best,
            TestPredictions predictions,
            Optional<String> arithmetic) {
        this.endings = endings;
        this.winners = Winner.of(endings);
        this.best = BestTrial.of(winners, best);
        this.comparisons = ExampleTests.of(Comparisons.of(endings), endings, predictions);
        this.effects = Attribution.of(endings);
        this.tables = Tables.of(endings, comparisons, effects);
        this.findings = Stream.of(
                        Picked.notes(winners, endings),
                        Winner.notes(winners, endings),
                        ControlGroup.notes(endings),
                        IdenticalConfigurations.notes(endings),
                        endings.copiesNote().stream().toList(),
                        PublishedTables.notes(endings),
                        arithmetic.stream().toList())
                .flatMap(List::stream)
                .toList();
    }

    /** The summary of {@code sweep}, of whose trials some may have no outcome yet; outcomes in any order. */
    public static Summary of(Sweep sweep, Stream<? extends TrialOutcome> outcomes) {
        SummaryBuilder builder = new SummaryBuilder(sweep);
        List<? extends TrialOutcome> all = outcomes.toList();
        all.forEach(builder::add);
        return builder.build(all, TestPredictions.none());
    }

    /** What puts the completed trials of {@code sweep} into order, found in their outcomes. */
    public static BiFunction<Trial, TrialOutcome.Completed, Merit> merit(Sweep sweep) {
        Selection selection = Selection.of(sweep);
        return (trial, outcome) -> Merit.of(trial, outcome, selection);
    }

    /** The place of a configuration's group: those of the same place are ranked against each other. */
    public static ToIntFunction<Configuration> group(Sweep sweep) {
        return Selection.of(sweep)::group;
    }

    Endings endings() {
        return endings;
    }

    /** The trial that stands for each winner, where its outcome is at hand. */
    public List<BestTrial> best() {
        return best;
    }

    /** Each to be written as a CSV file of its name. All but {@code timings} are the same for the same outcomes. */
    public List<Table> tables() {
        return tables.all();
    }

    /** Each ranked configuration beside the best of those that it is ranked with, in the order of the ranks. */
    public List<Comparison> comparisons() {
        return comparisons.all();
    }

    /** What the axes do, of each kind of loss by itself where losses are ranked; empty where nothing was completed. */
    public List<Effects> effects() {
        return effects;
    }

    /** What no figure of the objective passes, the lower end first; infinite where there is none. */
    public List<Double> ends() {
        return Ranges.ends(endings.sweep().configurations().stream()
                .map(endings.selection()::range)
                .toList());
    }

    /** How many trials stand where. */
    public SweepSummary.Totals totals() {
        return endings.totals();
    }

    /** What a reader of the tables must know, in sentences. */
    public List<String> notes() {
        return Stream.of(endings.notes(), comparisons.notes(endings), findings)
                .flatMap(List::stream)
                .toList();
    }

    /** The summary in lines of at most {@code width} characters, where that can be had. */
    public String console(int width) {
        return Overview.of(endings, comparisons, best, tables, findings, width);
    }

    /** The short form. */
    public SweepSummary brief() {
        return new SweepSummary(
                endings.sweep().name(),
                endings.selection().objective(),
                endings.selection().measuredOn().label(),
                totals(),
                winners.stream().map(this::trial).toList(),
                winners.stream().map(this::configuration).toList(),
                tables().stream().map(Table::name).toList(),
                notes());
    }

    /** What each trial of a configuration is, in a word: {@code fold} or {@code repeat}. */
    public String noun() {
        return Averaged.noun(endings.sweep());
    }

    private SweepSummary.BestTrial trial(Winner winner) {
        TrialEnding best = winner.trial();
        return new SweepSummary.BestTrial(
                best.trial().number(),
                best.trial().id(),
                best.configuration().number(),
                best.configuration().label(),
                best.trial().repeat(),
                endings.sweep().folds() > 1 ? OptionalInt.of(best.trial().fold()) : OptionalInt.empty(),
                endings.selection().value(best));
    }

    private SweepSummary.BestConfiguration configuration(Winner winner) {
        ConfigurationEndings configuration = winner.configuration();
        Spread objective = configuration.spread(endings.selection()::value);
        return new SweepSummary.BestConfiguration(
                configuration.configuration().number(),
                configuration.configuration().label(),
                objective.mean(),
                objective.n() < 2 ? OptionalDouble.empty() : OptionalDouble.of(objective.deviation()),
                objective.n(),
                configuration.trials().size(),
                winner.ties().size());
    }
}
