package nightsweep.experiments.dataset;

/**
 * What is known of a column of a table before anything is trained on it.
 *
 * @param name in the heading, or its number from 1
 * @param use what it is taken for, in a word
 * @param missing cells
 * @param distinct different values, in words; empty where nobody counted
 * @param range the least and the greatest number, or some values; empty where there are none
 * @param doubt what a person should look at, in a few words; empty for nothing
 */
public record ColumnFacts(String name, String use, long missing, String distinct, String range, String doubt) {}
