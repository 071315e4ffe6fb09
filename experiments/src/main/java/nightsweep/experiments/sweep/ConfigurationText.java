package nightsweep.experiments.sweep;

import java.util.List;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.ImageSize;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.dataset.Splitting;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.experiments.dataset.TargetKind;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.TargetEncoding;
import nightsweep.experiments.network.Window;
import nightsweep.experiments.sweep.text.PreparingText;
import nightsweep.experiments.sweep.text.RecordText;
import nightsweep.experiments.sweep.text.TableFormText;

/**
 * A configuration as text, version 1: each thing that decides an outcome once, under a name that is kept for good. Whatever
 * is added to a specification is added here, and left out where it says what was so before it could be said; a configuration
 * that computes something else than another must never have its text.
 */
public final class ConfigurationText {
    private ConfigurationText() {}

    static String of(DatasetSpec dataset) {
        return new RecordText("DatasetSpec")
                .and("source", source(dataset.source()))
                .and("scaling", scaling(dataset.scaling()))
                .and("validation", dataset.validation())
                .and("trainLimit", dataset.trainLimit())
                .and("testLimit", dataset.testLimit())
                .unless(dataset.split().stratified(), "split", split(dataset.split()))
                .unless(
                        !dataset.folds().active(),
                        "folds",
                        Integer.toString(dataset.folds().count()))
                .end();
    }

    private static String split(Splitting split) {
        return new RecordText("Splitting")
                .and("by", split.by())
                .and("column", split.column())
                .end();
    }

    static String of(NetworkSpec network) {
        List<String> layers =
                network.layers().stream().map(ConfigurationText::layer).toList();
        return new RecordText("NetworkSpec").and("layers", layers.toString()).end();
    }

    static String of(EvaluationSpec evaluation) {
        return new RecordText("EvaluationSpec")
                .and("dropout", evaluation.dropout())
                .unless(
                        evaluation.histograms() == EvaluationSpec.Histograms.NONE,
                        "histograms",
                        RecordText.word(evaluation.histograms()))
                .end();
    }

    private static String source(DataSource source) {
        if (source instanceof DataSource.Digits digits) {
            return new RecordText("Digits")
                    .and("train", digits.train())
                    .and("test", digits.test())
                    .and("noise", digits.noise())
                    .and("distortion", digits.distortion())
                    .and("seed", digits.seed())
                    .end();
        } else if (source instanceof DataSource.Plane plane) {
            return new RecordText("Plane")
                    .and("shape", plane.shape())
                    .and("train", plane.train())
                    .and("test", plane.test())
                    .and("noise", plane.noise())
                    .and("seed", plane.seed())
                    .end();
        } else if (source instanceof DataSource.Folder folder) {
            return new RecordText("Folder").and("name", folder.name()).end();
        } else if (source instanceof DataSource.Idx idx) {
            return new RecordText("Idx")
                    .and("trainFeatures", idx.trainFeatures())
                    .and("trainLabels", idx.trainLabels())
                    .and("testFeatures", idx.testFeatures())
                    .and("testLabels", idx.testLabels())
                    .end();
        } else if (source instanceof DataSource.Rows rows) {
            return new RecordText("Rows")
                    .and("features", rows.features().toString())
                    .and("labels", rows.labels().toString())
                    .end();
        } else if (source instanceof DataSource.Csv csv) {
            return new RecordText("Csv")
                    .and("train", csv.train())
                    .and("test", csv.test())
                    .and("header", csv.header())
                    .and("labelColumn", csv.labelColumn())
                    .and("testShare", csv.testShare())
                    .unless(csv.preparing().equals(Preparing.USUAL), "preparing", PreparingText.of(csv.preparing()))
                    .unless(csv.target() == TargetKind.CLASS, "target", RecordText.word(csv.target()))
                    .unless(csv.form().equals(TableForm.USUAL), "form", TableFormText.of(csv.form()))
                    .end();
        } else if (source instanceof DataSource.Matlab matlab) {
            return new RecordText("Matlab")
                    .and("file", matlab.file())
                    .and("images", matlab.images())
                    .and("labels", matlab.labels())
                    .and("size", size(matlab.size()))
                    .and("train", matlab.train())
                    .and("test", matlab.test())
                    .end();
        } else if (source instanceof DataSource.Images images) {
            return new RecordText("Images")
                    .and("train", images.train())
                    .and("test", images.test())
                    .and("testShare", images.testShare())
                    .and("size", size(images.size()))
                    .and("colours", images.colours())
                    .end();
        }
        throw new AssertionError(source);
    }

    private static String size(ImageSize size) {
        return new RecordText("ImageSize")
                .and("width", size.width())
                .and("height", size.height())
                .end();
    }

    private static String scaling(Scaling scaling) {
        if (scaling instanceof Scaling.None) {
            return "None[]";
        } else if (scaling instanceof Scaling.Unit) {
            return "Unit[]";
        } else if (scaling instanceof Scaling.Robust) {
            return "Robust[]";
        } else if (scaling instanceof Scaling.Given given) {
            return new RecordText("Given")
                    .and("mean", given.mean())
                    .and("deviation", given.deviation())
                    .end();
        } else if (scaling instanceof Scaling.Measured measured) {
            return new RecordText("Measured").and("over", measured.over()).end();
        }
        throw new AssertionError(scaling);
    }

    private static String layer(LayerSpec layer) {
        if (layer instanceof LayerSpec.Dense dense) {
            return new RecordText("Dense")
                    .and("units", dense.units())
                    .and("activation", activation(dense.activation()))
                    .and("dropout", dense.dropout())
                    .and("weights", initial(dense.weights()))
                    .and("biases", initial(dense.biases()))
                    .end();
        } else if (layer instanceof LayerSpec.Convolution convolution) {
            return new RecordText("Convolution")
                    .and("units", convolution.units())
                    .and("window", window(convolution.window()))
                    .and("activation", activation(convolution.activation()))
                    .and("weights", initial(convolution.weights()))
                    .and("biases", initial(convolution.biases()))
                    .end();
        } else if (layer instanceof LayerSpec.Pooling pooling) {
            return new RecordText("Pooling")
                    .and("kind", pooling.kind() == LayerSpec.Pooling.Kind.MAX ? "MAX" : "AVERAGE")
                    .and("window", window(pooling.window()))
                    .end();
        } else if (layer instanceof LayerSpec.BatchNormalization normalization) {
            return new RecordText("BatchNormalization")
                    .and("decay", normalization.decay())
                    .and("epsilon", normalization.epsilon())
                    .end();
        } else if (layer instanceof LayerSpec.Flatten) {
            return "Flatten[]";
        } else if (layer instanceof LayerSpec.Dropout dropout) {
            return new RecordText("Dropout").and("rate", dropout.rate()).end();
        } else if (layer instanceof LayerSpec.Output output) {
            return output(output);
        }
        throw new AssertionError(layer);
    }

    private static String output(LayerSpec.Output output) {
        TargetEncoding usual =
                TargetEncoding.usual(output.loss(), output.activation().name());
        TargetEncoding encoding = output.encoding();
        String written = new RecordText("TargetEncoding")
                .and("low", encoding.low())
                .and("high", encoding.high())
                .end();
        return new RecordText("Output")
                .and("units", output.units())
                .and("activation", activation(output.activation()))
                .and("loss", output.loss())
                .and("weights", initial(output.weights()))
                .and("biases", initial(output.biases()))
                .unless(encoding.equals(usual), "encoding", written)
                .end();
    }

    private static String activation(Activation activation) {
        return new RecordText("Activation")
                .and("name", activation.name())
                .and("values", activation.values().toString())
                .end();
    }

    private static String window(Window window) {
        return new RecordText("Window")
                .and("size", window.size())
                .and("stride", window.stride())
                .and("padding", window.padding())
                .end();
    }

    private static String initial(Initial initial) {
        if (initial instanceof Initial.Constant constant) {
            return new RecordText("Constant").and("value", constant.value()).end();
        } else if (initial instanceof Initial.Uniform uniform) {
            return new RecordText("Uniform")
                    .and("low", uniform.low())
                    .and("high", uniform.high())
                    .end();
        } else if (initial instanceof Initial.Normal normal) {
            return spread("Normal", normal.mean(), normal.deviation());
        } else if (initial instanceof Initial.TruncatedNormal normal) {
            return spread("TruncatedNormal", normal.mean(), normal.deviation());
        } else if (initial instanceof Initial.LogNormal normal) {
            return spread("LogNormal", normal.mean(), normal.deviation());
        } else if (initial instanceof Initial.Orthogonal orthogonal) {
            return new RecordText("Orthogonal").and("gain", orthogonal.gain()).end();
        } else if (initial instanceof Initial.Identity) {
            return "Identity[]";
        } else if (initial instanceof Initial.Values values) {
            return new RecordText("Values")
                    .and("rows", values.rows().toString())
                    .end();
        } else if (initial instanceof Initial.None) {
            return "None[]";
        } else if (initial instanceof Initial.Scaled scaled) {
            return new RecordText("Scaled").and("scale", scaled.scale()).end();
        }
        throw new AssertionError(initial);
    }

    private static String spread(String name, double mean, double deviation) {
        return new RecordText(name)
                .and("mean", mean)
                .and("deviation", deviation)
                .end();
    }
}
