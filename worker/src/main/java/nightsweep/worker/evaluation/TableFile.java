package nightsweep.worker.evaluation;

/**
 * A file for people and programs.
 *
 * @param text comma-separated values with a heading, a picture in SVG, or a log
 */
public record TableFile(String name, String text) {}
