package nightsweep.experiments.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.FittedColumn;
import nightsweep.experiments.dataset.NumberForm;
import nightsweep.experiments.dataset.NumberTarget;
import nightsweep.experiments.dataset.Preparation;
import nightsweep.experiments.dataset.TableColumns;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.experiments.outcome.ModelInputs;
import nightsweep.experiments.sweep.TrialId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCardFileTest {
    private static ModelCard card(Optional<ModelInputs> inputs) {
        return new ModelCard(
                new TrialId("t-0123456789ab"),
                3,
                List.of("a \"cat\"", "dog"),
                List.of(2),
                List.of(1.5, 0.1),
                List.of(0.0, -1e-9),
                inputs);
    }

    @ParameterizedTest
    @EnumSource(ModelInputs.Values.class)
    void readsWhatWasWritten(ModelInputs.Values values) {
        for (Optional<TableColumns> columns : List.of(
                Optional.<TableColumns>empty(),
                Optional.of(new TableColumns(List.of("x, y", "2"), "kind", 1)),
                Optional.of(new TableColumns(List.of(), "", 2)))) {
            ModelCard card = card(Optional.of(new ModelInputs(values, columns)));

            assertThat(ModelCardFile.read(ModelCardFile.write(card))).isEqualTo(card);
        }
    }

    @Test
    void keepsWhatATableWasPreparedBy() {
        Preparation preparation = new Preparation(
                List.of(
                        new FittedColumn.Quantity("age", 0, NumberForm.PER_CENT, 29.7, true),
                        new FittedColumn.Flag("alone", 3, 0.25, false),
                        new FittedColumn.Category("port", 4, List.of("C", "\"Q\""), true, false)),
                6,
                List.of("name"),
                List.of("?", "na"));
        ModelCard card = card(Optional.of(new ModelInputs(
                ModelInputs.Values.SINGLE,
                Optional.of(new TableColumns(List.of("age", "alone", "port"), "survived", 5)),
                Optional.of(preparation))));

        String text = ModelCardFile.write(card);

        assertThat(ModelCardFile.read(text)).isEqualTo(card);
        assertThat(text).contains("\"format\" : 3");
    }

    @Test
    void keepsTheNumberThatIsPredicted() {
        ModelCard card = new ModelCard(
                new TrialId("t-0123456789ab"),
                3,
                List.of(),
                List.of(2),
                List.of(1.0),
                List.of(0.0),
                Optional.empty(),
                Optional.of(new NumberTarget("price", 20.1, 1e-3)));

        String text = ModelCardFile.write(card);

        assertThat(ModelCardFile.read(text)).isEqualTo(card);
        assertThat(text).contains("\"format\" : 4");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void readsCardsOfEarlierVersions(int format) {
        String text = SealedJson.text(JsonNodeFactory.instance
                .objectNode()
                .put("format", format)
                .put("trial", "t-0123456789ab")
                .put("number", 3)
                .<ObjectNode>set(
                        "labels",
                        JsonNodeFactory.instance.arrayNode().add("a \"cat\"").add("dog"))
                .<ObjectNode>set("shape", JsonNodeFactory.instance.arrayNode().add(2))
                .set(
                        "scaling",
                        JsonNodeFactory.instance
                                .objectNode()
                                .<ObjectNode>set(
                                        "factors",
                                        JsonNodeFactory.instance
                                                .arrayNode()
                                                .add(1.5)
                                                .add(0.1))
                                .set(
                                        "offsets",
                                        JsonNodeFactory.instance
                                                .arrayNode()
                                                .add(0.0)
                                                .add(-1e-9))));

        assertThat(ModelCardFile.read(text)).isEqualTo(card(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void refusesFormatsThatItDoesNotKnow(int format) {
        String text = SealedJson.text(JsonNodeFactory.instance.objectNode().put("format", format));

        assertThatThrownBy(() -> ModelCardFile.read(text))
                .hasMessage("it is of format " + format + ", but only 1 to 4 are known.");
    }
}
