package nightsweep.worker.dataset.csv.fuzz;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a table truly says.
 *
 * @param columns two or more, of equally many cells
 * @param label which of them is the label, from 0
 */
record TrueTable(List<Column> columns, int label) {
    private static final List<String> WORDS = List.of(
            "red", "green", "blue", "Köln", "São Paulo", "d'Or", "x-y", "two words", "5\" pipe", "東京", "A+", "n°1");
    private static final List<String> HARD_WORDS =
            List.of("a,b", "c;d", "say \"no\"", "tab\there", "one|two", "line\nend", "'quoted'", "#7", "1 of 2");
    private static final List<String> NAMES = List.of(
            "x",
            "age",
            "hours per week",
            "Größe",
            "is_x",
            "size (cm)",
            "a/b",
            "größe2",
            "price",
            "weight",
            "Höhe",
            "w1",
            "q");

    TrueTable {
        columns = List.copyOf(columns);
    }

    /** What a column holds. */
    enum Kind {
        WHOLE,
        DECIMAL,
        SHARE,
        SIGNED,
        LARGE,
        POWER,
        PER_CENT,
        CURRENCY,
        WORDS,
        HARD_WORDS,
        FLAG;

        boolean isText() {
            return this == WORDS || this == HARD_WORDS || this == FLAG;
        }

        boolean isPlainNumber() {
            return compareTo(POWER) <= 0;
        }
    }

    /**
     * A column.
     *
     * @param cells plain numbers, or texts; empty where missing
     */
    record Column(String name, Kind kind, List<String> cells) {
        Column {
            cells = List.copyOf(cells);
        }
    }

    int rows() {
        return columns.get(0).cells().size();
    }

    static TrueTable draw(SplittableRandom random) {
        int rows = 12 + random.nextInt(40);
        int width = 2 + random.nextInt(6);
        int label = random.nextInt(3) == 0 ? random.nextInt(width) : width - 1;
        List<Column> columns = new ArrayList<>();
        List<String> names = new ArrayList<>(NAMES);
        boolean holes = random.nextInt(3) == 0;
        for (int at = 0; at < width; at++) {
            Kind kind = at == label ? Kind.WORDS : Kind.values()[random.nextInt(Kind.values().length)];
            String name = at == label ? "kind" : names.remove(random.nextInt(names.size()));
            columns.add(column(name, kind, rows, at == label, holes, random));
        }
        return new TrueTable(columns, label);
    }

    private static Column column(
            String name, Kind kind, int rows, boolean label, boolean holes, SplittableRandom random) {
        List<String> all = kind == Kind.HARD_WORDS ? HARD_WORDS : WORDS;
        List<String> some = kind == Kind.FLAG
                ? (random.nextBoolean() ? List.of("yes", "no") : List.of("True", "False"))
                : all.subList(0, 2 + random.nextInt(label ? 2 : 5));
        if (!label && kind == Kind.HARD_WORDS) {
            int from = random.nextInt(all.size() - 4);
            some = all.subList(from, from + 4);
        }
        List<String> values = some;
        return new Column(
                name,
                kind,
                IntStream.range(0, rows)
                        .mapToObj(row -> {
                            if (label) {
                                return values.get(row % values.size());
                            }
                            if (holes && random.nextInt(8) == 0) {
                                return "";
                            }
                            return kind.isText() ? values.get(random.nextInt(values.size())) : number(kind, random);
                        })
                        .toList());
    }

    private static String number(Kind kind, SplittableRandom random) {
        return switch (kind) {
            case WHOLE -> Integer.toString(random.nextInt(2000));
            case DECIMAL -> decimal(random.nextInt(100_000), 2);
            case SHARE -> decimal(random.nextInt(1000), 3);
            case SIGNED -> decimal(random.nextInt(20_000) - 10_000, random.nextInt(3));
            case LARGE -> decimal(random.nextInt(1_000_000_000), 2);
            case POWER -> (1 + random.nextInt(9)) + "." + random.nextInt(100) + "e" + (random.nextInt(20) - 10);
            case PER_CENT -> decimal(random.nextInt(1000), 1);
            case CURRENCY -> decimal(random.nextInt(1_000_000), 2);
            default -> throw new AssertionError(kind);
        };
    }

    private static String decimal(int digits, int scale) {
        return BigDecimal.valueOf(digits, scale).toPlainString();
    }
}
