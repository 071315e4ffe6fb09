package nightsweep.experiments.search.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.search.Search;
import nightsweep.experiments.search.Step;
import nightsweep.experiments.search.space.Choices;
import nightsweep.experiments.search.space.Lattice;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.Scale;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;
import org.junit.jupiter.api.Test;

class AutoSearcherTest {
    private static final SearchAxis UNITS = SearchAxis.of("units", Lattice.whole(1, 500, Scale.LOG));
    private static final List<SearchAxis> WORDS = List.of(
            SearchAxis.of("activation", new Choices(List.of("relu", "tanh", "swish", "gelu", "elu"))),
            SearchAxis.of("optimizer", new Choices(List.of("sgd", "adam", "rmsprop", "nadam", "adagrad"))));

    private static List<Point> proposals(Space space, Method method) {
        Search search = new Search(space, method.searcher(space, 5), new Search.Settings(5, 22, 1, List.of()));
        List<Point> points = new ArrayList<>();
        while (search.next() instanceof Step.Try step) {
            points.add(step.proposal().point());
            search.tell(step.proposal().number(), step.proposal().point().key().length());
        }
        return points;
    }

    @Test
    void isAGaussianProcessWhereAxesAreOrdered() {
        Space space = new Space(List.of(UNITS, WORDS.get(0)), List.of());

        assertThat(proposals(space, Method.AUTO))
                .isEqualTo(proposals(space, Method.GP))
                .isNotEqualTo(proposals(space, Method.TPE));
    }

    @Test
    void isParzenEstimatorsWhereMostAreWords() {
        Space space = new Space(List.of(UNITS, WORDS.get(0), WORDS.get(1)), List.of());

        assertThat(proposals(space, Method.AUTO))
                .isEqualTo(proposals(space, Method.TPE))
                .isNotEqualTo(proposals(space, Method.GP));
    }
}
