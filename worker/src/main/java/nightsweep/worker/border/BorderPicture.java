package nightsweep.worker.border;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The plane as a picture in SVG: cells in the colours of their classes, training examples filled, others hollow. */
final class BorderPicture {
    private static final String TITLE = "<title>";
    /** Shades from the first class to the second; the middle one is white. */
    private static final int SHADES = 17;

    /** After Okabe and Ito (2008): told apart with every kind of colour vision. */
    private static final List<String> COLOURS =
            List.of("0072b2", "d55e00", "008f68", "b0568c", "b07d00", "4a4f57", "3b9bd6", "8a8100");

    /** Fewer examples are drawn larger. */
    private static final int FEW = 50;

    private final Plane plane;
    private final int[] levels;
    private final boolean graded;

    /**
     * @param levels of each cell, row by row from the top: its {@link #level} where {@code graded}, else its class
     * @param graded whether there are two classes and shades between them
     */
    BorderPicture(Plane plane, int[] levels, boolean graded) {
        this.plane = plane;
        this.levels = levels;
        this.graded = graded;
    }

    /** The shade of a cell that leans by 0..1 to the second class; the middle one where it is no number. */
    static int level(double lean) {
        return Double.isNaN(lean) ? SHADES / 2 : (int) Math.round(lean * (SHADES - 1));
    }

    /** The same picture under another title. */
    static String retitled(String svg, String title) {
        int from = svg.indexOf(TITLE) + TITLE.length();
        return svg.substring(0, from) + escaped(title) + svg.substring(svg.indexOf("</title>", from));
    }

    /**
     * The picture.
     *
     * @param points by the set that they are of
     */
    String svg(Map<String, List<Point>> points, String title) {
        StringBuilder svg = new StringBuilder(60_000);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(Plane.SIDE)
                .append(' ')
                .append(Plane.SIDE)
                .append("\" width=\"500\" height=\"500\">\n" + TITLE)
                .append(escaped(title))
                .append("</title>\n<g shape-rendering=\"crispEdges\">\n");
        cells(svg);
        svg.append("</g>\n");
        int examples = points.values().stream().mapToInt(List::size).sum();
        String radius = examples < FEW ? "2" : "1";
        points.forEach((set, all) -> examples(svg, set, all, radius));
        return svg.append("</svg>\n").toString();
    }

    /** One path a colour, each run of equal cells in a row a rectangle of it. */
    private void cells(StringBuilder svg) {
        List<StringBuilder> paths = new ArrayList<>();
        for (int row = 0; row < Plane.SIDE; row++) {
            int from = 0;
            for (int column = 1; column <= Plane.SIDE; column++) {
                int level = levels[row * Plane.SIDE + from];
                if (column == Plane.SIDE || levels[row * Plane.SIDE + column] != level) {
                    while (paths.size() <= level) {
                        paths.add(new StringBuilder());
                    }
                    int width = column - from;
                    paths.get(level)
                            .append('M')
                            .append(from)
                            .append(' ')
                            .append(row)
                            .append('h')
                            .append(width)
                            .append("v1h-")
                            .append(width)
                            .append('z');
                    from = column;
                }
            }
        }
        for (int level = 0; level < paths.size(); level++) {
            if (paths.get(level).length() > 0) {
                svg.append("<path fill=\"")
                        .append(graded ? shade(level) : tint(colour(level), 0.45))
                        .append("\" d=\"")
                        .append(paths.get(level))
                        .append("\"/>\n");
            }
        }
    }

    private void examples(StringBuilder svg, String set, List<Point> points, String radius) {
        boolean filled = set.equals("train");
        int classes = 1 + points.stream().mapToInt(Point::label).max().orElse(-1);
        for (int label = 0; label < classes; label++) {
            String colour = "#" + colour(label);
            svg.append("<g class=\"").append(set).append("\" stroke-width=\".4\" ");
            svg.append(filled ? "fill=\"" + colour + "\" stroke=\"#fff\"" : "fill=\"none\" stroke=\"" + colour + "\"");
            svg.append(">\n");
            for (Point point : points) {
                if (point.label() == label) {
                    svg.append(String.format(
                            Locale.ROOT,
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%s\"/>\n",
                            (point.x() - plane.left()) / plane.width() * Plane.SIDE,
                            (plane.bottom() + plane.height() - point.y()) / plane.height() * Plane.SIDE,
                            radius));
                }
            }
            svg.append("</g>\n");
        }
    }

    private static String colour(int label) {
        return COLOURS.get(label % COLOURS.size());
    }

    private static String shade(int level) {
        double lean = 2.0 * level / (SHADES - 1) - 1;
        return tint(colour(lean < 0 ? 0 : 1), 0.75 * Math.abs(lean));
    }

    /** A colour over white. */
    private static String tint(String colour, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int i = 0; i < 6; i += 2) {
            int part = Integer.parseInt(colour.substring(i, i + 2), 16);
            mixed.append(String.format(Locale.ROOT, "%02x", Math.round(255 + share * (part - 255))));
        }
        return mixed.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
