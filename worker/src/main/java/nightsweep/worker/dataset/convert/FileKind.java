package nightsweep.worker.dataset.convert;

import nightsweep.experiments.Named;

/** What examples are written as. */
public enum FileKind implements Named {
    /** The four canonical files, gzipped; classes are numbers from 0. */
    IDX("idx"),
    /** Two tables without a header, the class first, then every value. */
    CSV("csv");

    private final String label;

    FileKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
