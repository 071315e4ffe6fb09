package nightsweep.driver.table;

/**
 * What the cells of one column have in common.
 *
 * @param name in kebab case, in the header of files
 * @param title the header on screen
 * @param numbers how its scores read on screen
 */
public record Column(String name, String title, Align align, Numbers numbers) {
    private static final Numbers PLAIN = new Numbers(4, Numbers.Sign.NEGATIVE);
    private static final Numbers SIGNED = new Numbers(4, Numbers.Sign.ALWAYS);

    /** The side that cells keep to. */
    public enum Align {
        LEFT,
        RIGHT
    }

    /** A column of words. */
    public static Column text(String name) {
        return new Column(name, spaced(name), Align.LEFT, PLAIN);
    }

    /** A column of numbers, scores with four decimals. */
    public static Column number(String name) {
        return new Column(name, spaced(name), Align.RIGHT, PLAIN);
    }

    /** A column of differences, each with its sign and four decimals. */
    public static Column difference(String name) {
        return new Column(name, spaced(name), Align.RIGHT, SIGNED);
    }

    /** The same column under another header on screen. */
    public Column titled(String title) {
        return new Column(name, title, align, numbers);
    }

    /** The same column with another number of decimals on screen. */
    public Column decimals(int decimals) {
        return new Column(name, title, align, new Numbers(decimals, numbers.sign()));
    }

    private static String spaced(String name) {
        return name.replace('-', ' ');
    }
}
