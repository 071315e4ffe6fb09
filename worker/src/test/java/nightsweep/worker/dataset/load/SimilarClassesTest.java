package nightsweep.worker.dataset.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.Doubt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarClassesTest {
    @ParameterizedTest
    @CsvSource({
        "cat,Cat",
        "1,01",
        "1,1.0",
        "0.5,.50",
        "-1,-1.",
        "no_dog,no dog",
        "\u00e9t\u00e9,e\u0301te\u0301",
        "1,+1",
        "b,‘b’"
    })
    void namesThoseThatMayBeOne(String one, String other) {
        assertThat(SimilarClasses.of(List.of("x", one, other, "y")))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.doubt()).isEqualTo(Doubt.SIMILAR_CLASSES);
                    assertThat(remark.message())
                            .startsWith("The classes \"" + one + "\" and \"" + other + "\" differ only in");
                });
    }

    @ParameterizedTest
    @CsvSource({"cat,cats", "1,10", "1,-1", "0,1", "a1,a01", "1.0,1.01", "1e3,1000", "+,-", ".,-"})
    void saysNothingOfOthers(String one, String other) {
        assertThat(SimilarClasses.of(List.of(one, other))).isEmpty();
    }

    @Test
    void namesTenPairsAtMost() {
        List<String> labels = IntStream.range(0, 15)
                .boxed()
                .flatMap(i -> List.of("a" + i, "A" + i).stream())
                .toList();

        assertThat(SimilarClasses.of(labels).get(0).message())
                .contains("\"a9\" and \"A9\"; and 5 more differ")
                .doesNotContain("a10");
    }
}
