package nightsweep.experiments.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.PublishedRow;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {

    static Stream<CatalogEntry> entries() {
        return Catalog.entries().stream();
    }

    @Test
    void listsSweepsByName() {
        assertThat(Catalog.entries())
                .map(CatalogEntry::name)
                .contains("mnist-activation-loss-optimizer", "quickstart")
                .isSorted();
    }

    @Test
    void findsASweepByName() {
        assertThat(Catalog.find("quickstart")).map(CatalogEntry::fileName).hasValue("quickstart.yaml");
        assertThat(Catalog.find("quick")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void isReadableAndNamedAsItsFile(CatalogEntry entry) throws SweepFileException {
        Sweep sweep = SweepFile.parse(entry.text(), entry.fileName());

        assertThat(sweep.name()).isEqualTo(entry.name());
        assertThat(entry.summary())
                .isNotBlank()
                .isEqualTo(sweep.description().lines().findFirst().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void hasAShortForm(CatalogEntry entry) throws SweepFileException {
        Sweep whole = SweepFile.parse(entry.text(), entry.fileName());

        Sweep quick = SweepFile.parse(SweepFile.quick(entry.text(), entry.fileName()), entry.fileName());

        assertThat(quick.name()).isEqualTo(whole.name() + "-quick");
        assertThat(quick.configurations()).isNotEmpty().doesNotContainAnyElementsOf(whole.configurations());
        assertThat(quick.trials()).hasSizeLessThanOrEqualTo(whole.trials().size());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void publishesRowsOfItsOwnConfigurations(CatalogEntry entry) throws SweepFileException {
        Sweep sweep = SweepFile.parse(entry.text(), entry.fileName());

        for (PublishedRow row : sweep.published()) {
            assertThat(sweep.configurations().stream().filter(row::matches))
                    .as(row.toString())
                    .hasSize(1);
            int units = sweep.configurations().get(0).network().output().units();
            assertThat(row.f1()).as(row.toString()).size().isIn(0, units);
        }
    }

    @Test
    void hasTheTenPublishedRowsInPublishedOrder() throws SweepFileException {
        CatalogEntry entry = Catalog.find("mnist-activation-loss-optimizer").orElseThrow();

        Sweep sweep = SweepFile.parse(entry.text(), entry.fileName());

        assertThat(sweep.configurations())
                .map(Configuration::label)
                .containsExactly(
                        "relu negative-log-likelihood sgd",
                        "relu negative-log-likelihood rmsprop",
                        "relu cross-entropy adam",
                        "relu cross-entropy sgd",
                        "tanh cross-entropy sgd",
                        "tanh negative-log-likelihood sgd",
                        "tanh negative-log-likelihood rmsprop",
                        "sigmoid cross-entropy adam",
                        "sigmoid cross-entropy rmsprop",
                        "sigmoid negative-log-likelihood sgd");
        for (String source : List.of("published", "PyTorch 2.13")) {
            List<PublishedRow> rows = sweep.published().stream()
                    .filter(row -> row.source().equals(source))
                    .toList();
            assertThat(rows)
                    .map(row -> sweep.configurations().stream()
                            .filter(row::matches)
                            .findFirst()
                            .orElseThrow()
                            .number())
                    .as(source)
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        }
        assertThat(sweep.configurations().get(0).network().parameters(new Shape.Row(784)))
                .isEqualTo(468_874);
    }
}
