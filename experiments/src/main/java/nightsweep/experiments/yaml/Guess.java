package nightsweep.experiments.yaml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What can be answered to words of other tools that sweep files do not have. */
final class Guess {
    private static final String NO_EARLY_STOP =
            "A training that gets no better is ended by training.early-stopping: {patience: 5}, and its best epoch kept.";
    private static final String NO_SEARCH =
            "How many configurations are tried, and how they are chosen, is said by search: {method: auto, trials: 81}.";
    private static final String NO_FOLDS =
            "There is no cross-validation yet. Keep a share with dataset.validation, and repeat trials with repeats.";

    private static final String LEARNING =
            "Methods that learn from results are tpe, gp and auto, which takes one of both.";
    private static final Map<String, String> METHODS = Map.of(
            "bayes", LEARNING,
            "bayesian", LEARNING,
            "hyperopt", LEARNING,
            "optuna", LEARNING,
            "latinhypercube", "Take sobol, which is spread as evenly, however many trials there are.",
            "halton", "Take sobol, which is spread as evenly, however many trials there are.",
            "gridsearch", "It is called grid.");
    private static final Map<String, String> KEYS = keys();

    private Guess() {}

    /** The answer to an unknown {@code name}; empty where only a suggestion can be made. */
    static Optional<String> answer(String what, String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
        return switch (what) {
            case "key" -> Optional.ofNullable(KEYS.get(plain));
            case "method" -> Optional.ofNullable(METHODS.get(plain));
            case "metric" -> MetricGuess.answer(plain);
            case "target" ->
                Optional.of("The column to predict is named by label; target says whether it is a number.");
            default -> Optional.empty();
        };
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>();
        DataGuess.addTo(keys);
        put(
                keys,
                NO_EARLY_STOP,
                "patience",
                "earlystopping",
                "earlystop",
                "earlyterminate",
                "mindelta",
                "restorebestweights",
                "monitor");
        put(
                keys,
                "Trials that fall behind others are stopped by search: {rungs: {first: 1, keep: 1/3}}.",
                "pruner",
                "asha",
                "halving",
                "successivehalving",
                "hyperband");
        put(
                keys,
                "There are no callbacks: every trial trains for all its epochs and keeps what it measured after each.",
                "callbacks",
                "callback",
                "hooks");
        put(
                keys,
                "How much each class counts is training.class-weights, such as balanced.",
                "classweights",
                "classweight");
        put(
                keys,
                "Rows have no weights yet, but classes do: training.class-weights.",
                "sampleweight",
                "sampleweights",
                "weightcolumn");
        put(keys, NO_FOLDS, "folds", "fold", "kfold", "kfolds", "nfolds", "cv", "crossvalidation", "crossval");
        put(
                keys,
                NO_SEARCH,
                "searchalgorithm",
                "searchalg",
                "method",
                "algorithm",
                "sampler",
                "strategy",
                "budget",
                "maxtrials",
                "ntrials",
                "numtrials",
                "trials",
                "numsamples",
                "niter",
                "maxevals");
        put(
                keys,
                "Pictures are varied by training.augmentation.",
                "augment",
                "augmentations",
                "dataaugmentation",
                "transforms",
                "transform");
        put(
                keys,
                "A rate that changes over time is a learning-rate with a schedule, such as learning-rate: {initial: 0.1, schedule: {step: {factor: 0.5, every: 5}}}.",
                "lrscheduler",
                "scheduler",
                "lrschedule",
                "schedule",
                "lrdecay",
                "learningratedecay",
                "warmup",
                "warmupsteps",
                "warmupepochs",
                "cosine",
                "reducelronplateau");
        put(
                keys,
                "It belongs to the optimizer, such as optimizer: {momentum: {momentum: 0.9}}.",
                "momentum",
                "nesterov",
                "beta1",
                "beta2",
                "betas",
                "epsilon",
                "eps",
                "rho",
                "amsgrad",
                "dampening");
        put(keys, "Dropout belongs to the network: a layer, such as dropout: 0.2.", "dropout", "dropoutrate");
        put(keys, "The loss belongs to the output layer of the network.", "loss", "lossfunction", "criterion");
        put(
                keys,
                "Figures of every kind are kept always; the one by which trials are compared is objective.",
                "metrics",
                "metric",
                "scoring",
                "direction",
                "monitormetric",
                "goal");
        put(
                keys,
                "Gradients are cut by clip, such as clip: {global-norm: 1}.",
                "gradclip",
                "gradientclipval",
                "gradientclip",
                "clipnorm",
                "clipvalue",
                "maxgradnorm",
                "gradclipnorm",
                "gradientclipping");
        put(keys, "Labels are smoothed by training.label-smoothing, such as 0.1.", "labelsmoothing");
        put(keys, "Weights are not averaged over steps yet.", "ema", "swa", "modelema");
        put(
                keys,
                "It trains on processors, in single precision unless precision says double.",
                "device",
                "gpus",
                "gpu",
                "accelerator",
                "cuda",
                "amp",
                "mixedprecision",
                "fp16",
                "bf16");
        put(
                keys,
                "How many trials run at once is up to the cluster: run with --master local[4], or with --num-executors and --executor-cores.",
                "njobs",
                "parallel",
                "parallelism",
                "maxconcurrent",
                "maxconcurrenttrials",
                "numworkers",
                "nworkers",
                "workers",
                "resources",
                "resourcespertrial");
        put(
                keys,
                "Limits are options of run: --time-budget, --trial-timeout, --max-failed-trials.",
                "timeout",
                "timelimit",
                "maxtime",
                "maxruntime",
                "walltime");
        put(
                keys,
                "Models and checkpoints are up to options of run: --save-models best, or all.",
                "save",
                "savemodel",
                "savemodels",
                "checkpoint",
                "checkpoints",
                "savebest",
                "modelcheckpoint");
        put(
                keys,
                "Where a run is kept is an option of run: --out.",
                "output",
                "outputdir",
                "out",
                "logdir",
                "logging",
                "savedir",
                "resultsdir");
        put(
                keys,
                "What is tried is listed in grid, and stands as $name where it belongs.",
                "parameters",
                "params",
                "hyperparameters",
                "space",
                "searchspace",
                "paramgrid",
                "paramdistributions",
                "axes",
                "variables");
        put(keys, "The layers are listed in network.", "model", "layers", "architecture", "net");
        put(keys, "Where the data are is said in dataset.", "data", "datasets", "dataloader");
        put(
                keys,
                "Random numbers are decided by seed, at the top of the file.",
                "randomstate",
                "randomseed",
                "manualseed",
                "rngseed");
        put(
                keys,
                "Repeats of each configuration with other random numbers are repeats, at the top of the file.",
                "seeds",
                "runs",
                "nruns",
                "restarts",
                "replicates",
                "repetitions",
                "nseeds");
        put(
                keys,
                "Networks are all that is trained here, layer by layer as network lists them.",
                "nestimators",
                "maxdepth",
                "kernel",
                "nneighbors",
                "minsamplesleaf",
                "solver",
                "estimator",
                "classifier");
        put(
                keys,
                "How long it trains is epochs; for fewer steps in each there is steps-per-epoch.",
                "numepochs",
                "nepochs",
                "maxepochs",
                "maxiter",
                "maxsteps",
                "steps",
                "iterations",
                "numsteps",
                "trainsteps",
                "epoch");
        put(
                keys,
                "A file stands for itself: it includes no other. Change values for one run by --set.",
                "include",
                "import",
                "extends",
                "defaults",
                "inherit");
        return Map.copyOf(keys);
    }

    /** Answers several words alike, none of which has an answer. */
    static void put(Map<String, String> keys, String answer, String... words) {
        for (String word : words) {
            if (keys.putIfAbsent(word, answer) != null) {
                throw new IllegalStateException(word + " has two answers.");
            }
        }
    }
}
