package nightsweep.driver.summary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightsweep.driver.summary.comparison.Comparisons;
import nightsweep.driver.summary.effects.Effects;
import nightsweep.driver.summary.effects.EffectsTables;
import nightsweep.driver.summary.published.PublishedTables;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.tables.AxisTables;
import nightsweep.driver.summary.tables.ClassesTable;
import nightsweep.driver.summary.tables.ComparisonsTable;
import nightsweep.driver.summary.tables.ConfigurationsTable;
import nightsweep.driver.summary.tables.OtherMetrics;
import nightsweep.driver.summary.tables.ResultsTable;
import nightsweep.driver.summary.tables.TimingsTable;
import nightsweep.driver.table.Table;

/**
 * The tables of a sweep in full.
 *
 * @param classes where there are any
 * @param axes one for each axis
 * @param variance what explains it
 * @param published where the sweep has published rows
 */
record Tables(
        Table results,
        Table configurations,
        Table comparisons,
        Optional<Table> classes,
        Table metrics,
        List<Table> axes,
        Table variance,
        Table effects,
        Table interactions,
        Optional<Table> published,
        Table timings) {

    static Tables of(Endings endings, Comparisons comparisons, List<Effects> effects) {
        return new Tables(
                ResultsTable.of(endings),
                ConfigurationsTable.of(endings, comparisons),
                ComparisonsTable.of(endings, comparisons),
                endings.sweep().predictsNumber() ? Optional.empty() : Optional.of(ClassesTable.of(endings)),
                OtherMetrics.of(endings),
                AxisTables.of(endings),
                EffectsTables.variance(endings, effects),
                EffectsTables.effects(endings, effects),
                EffectsTables.interactions(endings, effects),
                endings.sweep().published().isEmpty() ? Optional.empty() : Optional.of(PublishedTables.of(endings)),
                TimingsTable.of(endings));
    }

    /** All of them, the results first. */
    List<Table> all() {
        return Stream.of(
                        Stream.of(results, configurations, comparisons),
                        classes.stream(),
                        Stream.of(metrics),
                        axes.stream(),
                        Stream.of(variance, effects, interactions),
                        published.stream(),
                        Stream.of(timings))
                .flatMap(tables -> tables)
                .toList();
    }
}
