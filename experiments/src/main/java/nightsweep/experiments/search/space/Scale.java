package nightsweep.experiments.search.space;

import nightsweep.experiments.Named;

/** How the values of a range are spread: as many between 0.001 and 0.01 as between 0.01 and 0.1, or ten times fewer. */
public enum Scale implements Named {
    LINEAR("linear"),
    LOG("log");

    private final String label;

    Scale(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
