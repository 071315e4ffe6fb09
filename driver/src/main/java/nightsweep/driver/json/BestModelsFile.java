package nightsweep.driver.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nightsweep.experiments.json.SealedJson;

/** What {@code best --json} tells programs. */
public final class BestModelsFile {
    private BestModelsFile() {}

    /** JSON of several lines: {@code best}, a list of one trial for each kind of loss that is ranked by itself. */
    public static String text(List<BestModel> models) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode best = json.putArray("best");
        for (BestModel one : models) {
            ObjectNode node = best.addObject()
                    .put("trial", one.trial().number())
                    .put("id", one.trial().id().text())
                    .put("configuration", one.trial().configuration())
                    .put("label", one.trial().label())
                    .put("repeat", one.trial().repeat());
            one.trial().fold().ifPresent(fold -> node.put("fold", fold));
            node.put("metric", one.metric())
                    .put("measured-on", one.measuredOn())
                    .put("objective", one.trial().objective())
                    .put("configuration-mean", one.configuration().objective())
                    .put("ties", one.configuration().ties())
                    .put("test-loss", one.test().loss());
            if (one.test().ofNumber()) {
                node.put("test-rmse", one.test().numbers().rootMeanSquaredError())
                        .put("test-mae", one.test().numbers().meanAbsoluteError())
                        .put("test-r2", one.test().numbers().r2());
            } else {
                node.put("test-accuracy", one.test().confusion().accuracy())
                        .put("macro-f1", one.test().confusion().macroAverage().f1());
            }
            node.put("folder", one.folder());
            one.model().ifPresentOrElse(model -> node.put("model", model), () -> node.putNull("model"));
        }
        return SealedJson.unsealed(json);
    }
}
