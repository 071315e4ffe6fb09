package nightsweep.driver.application;

/** Which trained networks a run keeps. */
public enum SaveModels {
    /** That of every completed trial. */
    ALL,
    /** That of the best trial; of the best with each kind of loss where these are ranked by themselves. */
    BEST,
    /** No network. */
    NONE
}
