package nightsweep.experiments.dataset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size that pictures of any sizes are brought to, by plain bilinear interpolation between the centres of pixels,
 * without smoothing, and without regard to their proportions.
 *
 * @param width pixels, 1..4096
 * @param height pixels, 1..4096
 */
public record ImageSize(int width, int height) {
    private static final int MOST = 4096;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(?:x([0-9]{1,9}))?");

    public ImageSize {
        if (width < 1 || width > MOST || height < 1 || height > MOST) {
            throw new IllegalArgumentException(
                    "size must be within 1..4096 pixels a side, but got " + width + "x" + height + ".");
        }
    }

    /**
     * The size of a text such as {@code 64} or {@code 64x48}, width first; empty where it is none.
     *
     * @throws IllegalArgumentException where a side is not within 1..4096
     */
    public static Optional<ImageSize> of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int width = Integer.parseInt(matcher.group(1));
        return Optional.of(new ImageSize(width, matcher.group(2) == null ? width : Integer.parseInt(matcher.group(2))));
    }
}
