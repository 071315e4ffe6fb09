package nightsweep.worker.dataset.source;

/** Somewhere that examples come from. Asked again, it says the same. */
public interface ExampleSource {

    /**
     * What is known without reading values, where the source can tell.
     *
     * @throws DataException where the source cannot be read
     */
    Outline outline() throws DataException;

    /**
     * Every example.
     *
     * @throws DataException where the source cannot be read
     */
    Decoded read() throws DataException;
}
