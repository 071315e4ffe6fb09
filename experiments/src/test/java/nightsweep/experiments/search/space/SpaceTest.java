package nightsweep.experiments.search.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpaceTest {
    private static final SearchAxis OPTIMIZER = SearchAxis.of("optimizer", new Choices(List.of("sgd", "adam")));
    private static final SearchAxis MOMENTUM = new SearchAxis(
            "momentum", new Choices(List.of("0", "0.9")), Optional.of(new Clause(Map.of("optimizer", List.of("sgd")))));
    private static final SearchAxis LAYERS = SearchAxis.of("layers", Lattice.whole(1, 2, Scale.LINEAR));

    private static Space space(List<SearchAxis> axes, Clause... never) {
        return new Space(axes, List.of(never));
    }

    private static List<String> walked(Space space) {
        List<String> keys = new ArrayList<>();
        Walk.of(space).forEachRemaining(point -> keys.add(point.key()));
        return keys;
    }

    @Test
    void walksEveryPointOnce() {
        assertThat(walked(space(List.of(OPTIMIZER, MOMENTUM, LAYERS))))
                .containsExactly(
                        "optimizer=sgd,momentum=0,layers=1",
                        "optimizer=sgd,momentum=0,layers=2",
                        "optimizer=sgd,momentum=0.9,layers=1",
                        "optimizer=sgd,momentum=0.9,layers=2",
                        "optimizer=adam,layers=1",
                        "optimizer=adam,layers=2");
    }

    @Test
    void keepsTheOrderOfTheFileWhereAConditionComesFirst() {
        assertThat(walked(space(List.of(MOMENTUM, OPTIMIZER))))
                .containsExactly("momentum=0,optimizer=sgd", "momentum=0.9,optimizer=sgd", "optimizer=adam");
    }

    @Test
    void passesOverWhatMustNeverBe() {
        Clause never = new Clause(Map.of("optimizer", List.of("sgd"), "layers", List.of("2.0")));

        assertThat(walked(space(List.of(OPTIMIZER, LAYERS), never)))
                .containsExactly("optimizer=sgd,layers=1", "optimizer=adam,layers=1", "optimizer=adam,layers=2");
    }

    @Test
    void walksRoundFromAnywhere() {
        List<String> keys = new ArrayList<>();
        Walk.from(space(List.of(OPTIMIZER, LAYERS)), axis -> 1).forEachRemaining(point -> keys.add(point.key()));

        assertThat(keys)
                .containsExactly(
                        "optimizer=adam,layers=2",
                        "optimizer=adam,layers=1",
                        "optimizer=sgd,layers=2",
                        "optimizer=sgd,layers=1");
    }

    @Test
    void readsPointsAndSaysWhatIsWrong() {
        Space space = space(
                List.of(OPTIMIZER, MOMENTUM, LAYERS),
                new Clause(Map.of("optimizer", List.of("adam"), "layers", List.of("2"))));

        assertThat(space.read(Map.of("layers", "1.0", "momentum", "0.90", "optimizer", "sgd"))
                        .key())
                .isEqualTo("optimizer=sgd,momentum=0.9,layers=1");
        assertThatThrownBy(() -> space.read(Map.of("layer", "1")))
                .hasMessage("layer is not an axis. There are optimizer, momentum, layers.");
        assertThatThrownBy(() -> space.read(Map.of("layers", "1"))).hasMessage("optimizer has no value.");
        assertThatThrownBy(() -> space.read(Map.of("optimizer", "adam", "momentum", "0", "layers", "1")))
                .hasMessage("momentum has a value only when optimizer: sgd.");
        assertThatThrownBy(() -> space.read(Map.of("optimizer", "adam", "layers", "3")))
                .hasMessage("layers: 3 is not one of numbers from 1 to 2 at steps of 1.");
        assertThatThrownBy(() -> space.read(Map.of("optimizer", "adam", "layers", "2")))
                .hasMessageContaining("must never be");
    }

    @Test
    void refusesConditionsThatCannotBe() {
        SearchAxis a =
                new SearchAxis("a", new Choices(List.of("x")), Optional.of(new Clause(Map.of("b", List.of("y")))));
        SearchAxis b =
                new SearchAxis("b", new Choices(List.of("y")), Optional.of(new Clause(Map.of("a", List.of("x")))));

        assertThatThrownBy(() -> space(List.of(LAYERS, a, b)))
                .hasMessage("the conditions of a, b depend on one another.");
        assertThatThrownBy(() -> space(List.of(a))).hasMessage("when of a names b, which is not an axis. There are a.");
        assertThatThrownBy(() -> space(List.of(LAYERS), new Clause(Map.of("layers", List.of("7")))))
                .hasMessage("never has layers: 7, which is not one of numbers from 1 to 2 at steps of 1.");
        assertThatThrownBy(() -> space(List.of(LAYERS, LAYERS)))
                .hasMessage("axes must be different, but layers stands twice.");
    }

    @Test
    void keysTellPointsApart() {
        assertThat(new Point(Map.of("a", "1,b=2")).key())
                .isNotEqualTo(space(List.of(
                                SearchAxis.of("a", new Choices(List.of("1"))),
                                SearchAxis.of("b", new Choices(List.of("2")))))
                        .read(Map.of("a", "1", "b", "2"))
                        .key());
    }
}
