package nightsweep.experiments.search.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainTest {
    private static List<String> all(Domain domain) {
        return LongStream.range(0, domain.size()).mapToObj(domain::value).toList();
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    @Test
    void stepsMeetBothEnds() {
        assertThat(all(new Lattice(decimal("0.8"), decimal("1.0"), decimal("0.1"), Scale.LINEAR)))
                .containsExactly("0.8", "0.9", "1");
        assertThat(all(new Lattice(decimal("-0.3"), decimal("0.3"), decimal("0.1"), Scale.LINEAR)))
                .containsExactly("-0.3", "-0.2", "-0.1", "0", "0.1", "0.2", "0.3");
        assertThat(all(Lattice.whole(8, 12, Scale.LOG))).containsExactly("8", "9", "10", "11", "12");
    }

    @Test
    void refusesStepsThatMissTheEnd() {
        assertThatThrownBy(() -> new Lattice(decimal("0"), decimal("1"), decimal("0.3"), Scale.LINEAR))
                .hasMessage("steps of 0.3 from 0 do not meet 1. The last one below is 0.9.");
        assertThatThrownBy(() -> new Lattice(decimal("0"), decimal("1"), decimal("1e-30"), Scale.LINEAR))
                .hasMessageContaining("more than can be told apart");
        assertThatThrownBy(() -> new Lattice(decimal("0"), decimal("1"), decimal("-1"), Scale.LINEAR))
                .hasMessage("step must be positive, but got -1.");
    }

    @Test
    void refusesRangesThatAreNone() {
        assertThatThrownBy(() -> new Range(decimal("2"), decimal("1"), Scale.LINEAR))
                .hasMessage("a range must go up, but got from 2 to 1.");
        assertThatThrownBy(() -> new Range(decimal("0"), decimal("1"), Scale.LOG))
                .hasMessage("a range on a logarithmic scale must begin above 0, but got from 0.");
        assertThatThrownBy(() -> new Choices(List.of("1", "2", "1.0")))
                .hasMessage("values must be different, but 1.0 stands twice.");
    }

    @ParameterizedTest
    @CsvSource({
        "1e-4, 1e-1, LOG, 0, 0.0001",
        "1e-4, 1e-1, LOG, 1, 0.1",
        "1e-4, 1e-1, LOG, 0.5, 0.003162",
        "1e-9, 1e-7, LOG, 0.5, 1.0e-8",
        "1e-9, 1e-7, LOG, 0.7, 2.512e-8",
        "1.001, 1.002, LOG, 0.5, 1.0015",
        "0, 1, LINEAR, 0.12345, 0.123",
        "0, 0.5, LINEAR, 0.12345, 0.0617",
        "-1000, 1000, LINEAR, 0.1234567, -753",
        "1e20, 2e20, LINEAR, 0.5, 1.5e+20",
    })
    void drawsShortNumbers(String from, String to, Scale scale, double place, String value) {
        Domain domain = new Range(decimal(from), decimal(to), scale);

        assertThat(domain.at(place)).isEqualTo(value);
        assertThat(domain.canonical(value)).contains(value);
    }

    @Test
    void takesWhatIsWrittenInAnotherWay() {
        Domain range = new Range(decimal("1e-4"), decimal("0.1"), Scale.LOG);

        assertThat(range.canonical("1e-2")).contains("0.01");
        assertThat(range.canonical("0.0100")).contains("0.01");
        assertThat(range.canonical("0.0123456789")).contains("0.0123456789");
        assertThat(range.canonical("0.2")).isEmpty();
        assertThat(range.canonical("ten")).isEmpty();
        assertThat(range.canonical("1e999999999")).isEmpty();
        assertThat(new Choices(List.of("0.0", "0.3")).canonical("0")).contains("0.0");
        assertThat(new Choices(List.of("1", "one")).canonical("1.0")).isEmpty();
        assertThat(Lattice.whole(1, 9, Scale.LINEAR).canonical("2.5")).isEmpty();
    }

    @Test
    void ordersNumbersButNotWords() {
        Domain numbers = new Choices(List.of("64", "8", "16"));

        assertThat(numbers.ordered()).isTrue();
        assertThat(numbers.at(0)).isEqualTo("8");
        assertThat(numbers.at(1)).isEqualTo("64");
        assertThat(numbers.value(0)).isEqualTo("64");
        assertThat(new Choices(List.of("8", "none")).ordered()).isFalse();
    }

    @Test
    void cellsCoverEverything() {
        for (Domain domain : List.of(
                Lattice.whole(1, 50, Scale.LOG),
                Lattice.whole(-3, 3, Scale.LINEAR),
                new Lattice(decimal("0.5"), decimal("8"), decimal("2.5"), Scale.LOG),
                new Choices(List.of("3", "1", "2")))) {
            double end = 0;
            for (String value : all(domain).stream()
                    .sorted((a, b) -> Double.compare(domain.place(a), domain.place(b)))
                    .toList()) {
                Cell cell = domain.cell(value);

                assertThat(cell.low()).isCloseTo(end, within(1e-12));
                assertThat(domain.at((cell.low() + cell.high()) / 2)).isEqualTo(value);
                assertThat(domain.place(value)).isBetween(cell.low(), cell.high());
                end = cell.high();
            }
            assertThat(end).isEqualTo(1);
        }
    }
}
