package nightsweep.worker.dataset.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Folds;
import nightsweep.worker.dataset.preparing.RowPreparing;
import nightsweep.worker.dataset.random.RandomNumbers;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.Outline;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.split.Dealing;
import nightsweep.worker.dataset.split.Draw;
import nightsweep.worker.dataset.split.Quotas;
import nightsweep.worker.dataset.split.WholeDraw;

/** Examples by what they are for, as they were read, and what becomes of them where they are of a table. */
record Parts(Selection train, Selection validation, Selection test, Optional<RowPreparing> preparing) {
    /** What lots are drawn for; each purpose has numbers of its own. */
    private static final int TRAIN_LIMIT = 1;

    private static final int VALIDATION = 2;
    private static final int TEST_LIMIT = 3;

    /** Of repeat 0; those of other repeats follow. */
    private static final int FOLDS = 4;

    /**
     * Limits and splits.
     *
     * @param seed from which lots are drawn
     * @throws DataException where the examples cannot be split as declared
     */
    static Parts of(DatasetSpec spec, Decoded decoded, long seed) throws DataException {
        int classes = decoded.labels().size();
        Draw validation = validation(spec, decoded, used(spec, decoded, seed), seed);
        Selection test = draw(
                        decoded.test(),
                        Quotas.limited(decoded.test().counts(classes), spec.testLimit()),
                        seed,
                        TEST_LIMIT)
                .drawn();
        return new Parts(
                validation.left(),
                validation.drawn(),
                test,
                decoded.schema().map(schema -> RowPreparing.fittedOn(schema, validation.left())));
    }

    /** What becomes of examples before they are scaled. */
    Selection prepared(Selection raw) throws DataException {
        return preparing.isPresent() ? preparing.get().of(raw) : raw;
    }

    /** Which classes are missing where. */
    static List<DataRemark> absentClasses(
            DatasetSpec spec, Outline outline, int[] used, int[] kept, int[] tested, long seed) throws DataException {
        if (!spec.folds().active()) {
            return AbsentClasses.of(outline.labels(), used, kept, tested, spec.validated());
        }
        List<DataRemark> remarks =
                new ArrayList<>(AbsentClasses.of(outline.labels(), used, new int[used.length], tested, false));
        int[][] folds = new int[spec.folds().count()][];
        for (int fold = 0; fold < folds.length; fold++) {
            DatasetSpec one = spec.at(spec.folds().repeat(), fold);
            folds[fold] = outline.raw().isPresent()
                    ? validation(
                                    one,
                                    outline.raw().get(),
                                    used(one, outline.raw().get(), seed),
                                    seed)
                            .drawn()
                            .counts(used.length)
                    : Dealing.counts(used, one.folds());
        }
        remarks.addAll(AbsentClasses.ofFolds(outline.labels(), used, folds));
        return remarks;
    }

    /**
     * Of each class the examples that are kept for validation.
     *
     * @param used those that are trained on or kept
     * @param parts where they are known; they are, where examples are not drawn by class
     */
    static int[] kept(DatasetSpec spec, int[] used, Optional<Parts> parts) throws DataException {
        if (!spec.split().stratified()) {
            return parts.orElseThrow().validation.counts(used.length);
        }
        return spec.folds().active()
                ? Dealing.counts(used, spec.folds())
                : Quotas.kept(used, spec.validation(), "validation");
    }

    /** What the training limit leaves. */
    private static Selection used(DatasetSpec spec, Decoded decoded, long seed) throws DataException {
        int[] counts = decoded.train().counts(decoded.labels().size());
        return draw(decoded.train(), Quotas.limitedTraining(counts, spec.trainLimit()), seed, TRAIN_LIMIT)
                .drawn();
    }

    /** What of {@code used} is kept for validation. */
    private static Draw validation(DatasetSpec spec, Decoded decoded, Selection used, long seed) throws DataException {
        int classes = decoded.labels().size();
        Folds folds = spec.folds();
        if (folds.active()) {
            RandomNumbers lots = RandomNumbers.of(seed, FOLDS + folds.repeat());
            Dealing dealing = decoded.keys().isPresent()
                    ? Dealing.byGroup(used, decoded.keys().get(), folds.count(), lots)
                    : Dealing.byClass(used, classes, folds.count(), lots);
            return dealing.keeping(folds.fold());
        }
        return decoded.keys().isPresent()
                ? WholeDraw.of(
                        used, decoded.keys().get(), spec.validation(), "validation", RandomNumbers.of(seed, VALIDATION))
                : draw(used, Quotas.kept(used.counts(classes), spec.validation(), "validation"), seed, VALIDATION);
    }

    private static Draw draw(Selection from, int[] quotas, long seed, int purpose) {
        return Draw.of(from, quotas, RandomNumbers.of(seed, purpose));
    }
}
