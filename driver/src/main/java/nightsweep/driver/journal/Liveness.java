package nightsweep.driver.journal;

/** What can be known of a driver without waiting. */
enum Liveness {
    /** Its process is seen. */
    ALIVE,
    /** Its process is surely gone, or this one was started in its place. */
    DEAD,
    /** Only waiting tells. */
    UNKNOWN
}
