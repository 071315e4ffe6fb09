package nightsweep.worker.evaluation;

/**
 * A file for people and programs.
 *
 * @param text comma-separated values with a heading, or a picture in SVG
 */
public record TableFile(String name, String text) {}
