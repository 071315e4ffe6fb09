package nightsweep.worker.storage;

/** What must have happened to a file when its writing returns. */
public enum Durability {
    /** It is whole; after a power failure it may be gone, as what can be made again may be. */
    WHOLE,
    /** It is whole and on the disk, and so is its name. */
    ON_DISK
}
