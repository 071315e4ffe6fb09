package nightsweep.experiments.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.sweep.Configuration;

/** What is wrong with a configuration, seen before anything is trained. */
public final class Review {
    private Review() {}

    /** All findings, the invalid ones first; empty where nothing is wrong. */
    public static List<Finding> of(Configuration configuration, DatasetFacts facts) {
        Optional<String> objection = configuration.network().objection(facts.input());
        if (objection.isPresent()) {
            return List.of(Finding.invalid(objection.get()));
        }
        return Stream.of(
                        DataReview.of(facts),
                        ExamplesReview.of(configuration.dataset(), configuration.training(), facts),
                        PicturesReview.of(configuration.training(), facts),
                        OutputReview.of(configuration.network().output(), facts),
                        AimReview.of(
                                configuration.training().aim(),
                                configuration.network().output(),
                                facts),
                        LayersReview.of(configuration.network(), configuration.dataset()),
                        InitialReview.of(configuration.network(), facts),
                        RateReview.of(configuration.training(), facts))
                .flatMap(List::stream)
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .toList();
    }
}
