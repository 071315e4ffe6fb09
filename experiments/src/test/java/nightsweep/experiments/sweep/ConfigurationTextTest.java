package nightsweep.experiments.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightsweep.experiments.Named;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.text.RecordText;
import nightsweep.experiments.sweep.text.TrainingText;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigurationTextTest {
    /** All that a configuration is made of. What is new here is to be written by ConfigurationText or TrainingText first. */
    private static final String WRITTEN = """
            Activation [name, values]
            Aim [weights, smoothing]
            Augmentation [shift, rotate, zoom, shear, flip]
            ClassWeights$Balanced []
            ClassWeights$Given [byName]
            Clipping [kind, limit]
            ColumnRule [columns, use]
            DataSource$Csv [train, test, header, labelColumn, testShare, preparing, target, form]
            DataSource$Digits [train, test, noise, distortion, seed]
            DataSource$Folder [name]
            DataSource$Idx [trainFeatures, trainLabels, testFeatures, testLabels]
            DataSource$Images [train, test, testShare, size, colours]
            DataSource$Matlab [file, images, labels, size, train, test]
            DataSource$Plane [shape, train, test, noise, seed]
            DataSource$Rows [features, labels]
            DatasetSpec [source, scaling, validation, trainLimit, testLimit, split, folds]
            EarlyStopping [patience, minChange, on]
            EvaluationSpec [dropout, histograms]
            Fill$Constant [value]
            Fill$Mean []
            Fill$Median []
            Folds [count, repeat, fold]
            ImageSize [width, height]
            Initial$Constant [value]
            Initial$Identity []
            Initial$LogNormal [mean, deviation]
            Initial$None []
            Initial$Normal [mean, deviation]
            Initial$Orthogonal [gain]
            Initial$Scaled [scale]
            Initial$TruncatedNormal [mean, deviation]
            Initial$Uniform [low, high]
            Initial$Values [rows]
            LayerSpec$BatchNormalization [decay, epsilon]
            LayerSpec$Convolution [units, window, activation, weights, biases]
            LayerSpec$Dense [units, activation, dropout, weights, biases]
            LayerSpec$Dropout [rate]
            LayerSpec$Flatten []
            LayerSpec$Output [units, activation, loss, weights, biases, encoding]
            LayerSpec$Pooling [kind, window]
            LearningRate [initial, schedule, unit, warmUp]
            LearningRate$Schedule$Constant []
            LearningRate$Schedule$Cosine [over]
            LearningRate$Schedule$Exponential [factor]
            LearningRate$Schedule$Inverse [gamma, power]
            LearningRate$Schedule$Pieces [rates]
            LearningRate$Schedule$Polynomial [power, over]
            LearningRate$Schedule$Sigmoid [gamma, middle]
            LearningRate$Schedule$Step [factor, every]
            NetworkSpec [layers]
            Penalty [l1, l2, weightDecay, penalised]
            Preparing [rules, missing, fill, missingFlags, mostValues, decimals]
            Scaling$Given [mean, deviation]
            Scaling$Measured [over]
            Scaling$None []
            Scaling$Robust []
            Scaling$Unit []
            Splitting [by, column]
            TableForm$Setting [text, variable]
            TableForm$Spark [format, options, key]
            TableForm$Text [separator, quote, comment, encoding]
            TargetEncoding [low, high]
            TrainingSpec [epochs, batchSize, order, lastBatch, optimizer, learningRate, penalty, clipping, engine, epochSteps, augmentation, stopping, aim]
            Window [size, stride, padding]
            """;

    @Test
    void knowsAllThatAConfigurationIsMadeOf() {
        Map<String, String> components = new TreeMap<>();
        for (Class<?> part : List.of(DatasetSpec.class, NetworkSpec.class, TrainingSpec.class, EvaluationSpec.class)) {
            collect(part, components);
        }

        assertThat(components.entrySet().stream().map(one -> one.getKey() + " " + one.getValue() + "\n"))
                .as("a component that is not in the text of a configuration gives two configurations one id")
                .containsExactlyElementsOf(
                        WRITTEN.lines().map(line -> line + "\n").toList());
    }

    /** As ids of before have them. */
    @Test
    void writesOptimizersDown() {
        assertThat(Stream.of(OptimizerName.values()).map(name -> text(name.defaults())))
                .contains(
                        "Sgd[]",
                        "Momentum[momentum=0.9, rate=AT_USE]",
                        "Nesterov[momentum=0.9, rate=AT_USE]",
                        "AdaGrad[epsilon=1.0E-6]",
                        "AdaDelta[rho=0.95, epsilon=1.0E-6]",
                        "RmsProp[decay=0.99, epsilon=1.0E-8]",
                        "Adam[beta1=0.9, beta2=0.999, epsilon=1.0E-8, epsilonHat=0.0]",
                        "AdamW[beta1=0.9, beta2=0.999, epsilon=1.0E-8, epsilonHat=0.0, weightDecay=0.01]",
                        "AdaMax[beta1=0.9, beta2=0.999, epsilon=1.0E-8]",
                        "Nadam[beta1=0.9, beta2=0.999, epsilon=1.0E-8, momentumDecay=0.004]",
                        "AmsGrad[beta1=0.9, beta2=0.999, epsilon=1.0E-8, epsilonHat=0.0]",
                        "AdaBelief[beta1=0.9, beta2=0.999, epsilon=1.0E-14]");
    }

    @ParameterizedTest
    @EnumSource
    void writesAllOfAnOptimizerDown(OptimizerName name) throws ReflectiveOperationException {
        StringBuilder expected = new StringBuilder();
        for (RecordComponent component : name.defaults().getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(name.defaults());
            expected.append(expected.length() == 0 ? "" : ", ")
                    .append(component.getName())
                    .append('=')
                    .append(value instanceof Named word ? RecordText.word(word) : value);
        }

        assertThat(text(name.defaults()))
                .as("a component that is not in the text of a configuration gives two configurations one id")
                .isEqualTo(name.defaults().getClass().getSimpleName() + "[" + expected + "]");
    }

    private static String text(OptimizerSpec optimizer) {
        String all = TrainingText.of(TrainingSpec.builder(1, 1, optimizer, LearningRate.constant(0.1))
                .build());
        return all.replaceAll(".*optimizer=(.*), learningRate=.*", "$1");
    }

    private static void collect(Type type, Map<String, String> components) {
        if (type instanceof ParameterizedType parameterized) {
            Stream.of(parameterized.getActualTypeArguments()).forEach(one -> collect(one, components));
        } else if (type instanceof Class<?> one && one.getName().startsWith("nightsweep.")) {
            String name = one.getName().substring(one.getName().lastIndexOf('.') + 1);
            if (one.isRecord() && !components.containsKey(name)) {
                components.put(
                        name,
                        Stream.of(one.getRecordComponents())
                                .map(RecordComponent::getName)
                                .collect(Collectors.joining(", ", "[", "]")));
                Stream.of(one.getRecordComponents()).forEach(part -> collect(part.getGenericType(), components));
            } else if (one.isSealed()) {
                Stream.of(one.getPermittedSubclasses()).forEach(kind -> collect(kind, components));
            }
        }
    }
}
