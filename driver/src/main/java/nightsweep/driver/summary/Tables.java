package nightsweep.driver.summary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightsweep.driver.table.Table;

/**
 * The tables of a sweep in full.
 *
 * @param axes one for each axis
 * @param published where the sweep has published rows
 */
record Tables(
        Table results,
        Table configurations,
        Table classes,
        List<Table> axes,
        Optional<Table> published,
        Table timings) {

    static Tables of(Endings endings) {
        return new Tables(
                ResultsTable.of(endings),
                ConfigurationsTable.of(endings),
                ClassesTable.of(endings),
                AxisTables.of(endings),
                endings.sweep().published().isEmpty() ? Optional.empty() : Optional.of(PublishedTables.of(endings)),
                TimingsTable.of(endings));
    }

    /** All of them, the results first. */
    List<Table> all() {
        return Stream.of(
                        Stream.of(results, configurations, classes),
                        axes.stream(),
                        published.stream(),
                        Stream.of(timings))
                .flatMap(tables -> tables)
                .toList();
    }
}
