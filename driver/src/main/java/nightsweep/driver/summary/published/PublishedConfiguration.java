package nightsweep.driver.summary.published;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.summary.published.PublishedVerdict.Kind;
import nightsweep.driver.summary.ranking.ConfigurationEndings;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.Selection;
import nightsweep.experiments.sweep.PublishedRow;

/** A configuration beside one published row that speaks of it. */
record PublishedConfiguration(ConfigurationEndings configuration, PublishedRow row, List<PublishedFigure> figures) {

    /** Every configuration with every row that speaks of it. */
    static List<PublishedConfiguration> of(Endings endings) {
        return endings.configurations().stream()
                .flatMap(configuration -> endings.sweep().published().stream()
                        .filter(row -> row.matches(configuration.configuration()))
                        .map(row -> new PublishedConfiguration(
                                configuration, row, PublishedFigure.of(configuration, row, lossKinds(row, endings)))))
                .toList();
    }

    private static int lossKinds(PublishedRow row, Endings endings) {
        return (int) endings.sweep().configurations().stream()
                .filter(row::matches)
                .map(Selection::lossKind)
                .distinct()
                .count();
    }

    Optional<PublishedFigure> figure(String name) {
        return figures.stream().filter(figure -> figure.figure().equals(name)).findFirst();
    }

    /** The class whose F1 is furthest from the published one. */
    Optional<PublishedFigure> furthestF1() {
        return figures.stream()
                .filter(figure -> figure.figure().equals(PublishedFigure.F1))
                .filter(figure -> Double.isFinite(figure.difference()))
                .max(Comparator.comparingDouble(figure -> Math.abs(figure.difference())));
    }

    /** What its figures come to, such as {@code differs 2/7}; empty where there are none. */
    String verdict() {
        if (figures.isEmpty()) {
            return "";
        }
        long incomparable = count(Kind.INCOMPARABLE);
        if (incomparable == figures.size()) {
            return Kind.INCOMPARABLE.label();
        }
        Kind kind = count(Kind.DIFFERS) > 0 ? Kind.DIFFERS : Kind.REPRODUCED;
        long count = count(kind);
        return kind.label() + (count == figures.size() ? "" : " " + count + "/" + figures.size());
    }

    private long count(Kind kind) {
        return figures.stream()
                .filter(figure -> figure.verdict().kind() == kind)
                .count();
    }
}
