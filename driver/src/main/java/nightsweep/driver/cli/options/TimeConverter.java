package nightsweep.driver.cli.options;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as people write them: {@code 90s}, {@code 10m}, {@code 2h}, {@code 1h30m}. */
public final class TimeConverter implements ITypeConverter<Duration> {
    private static final Pattern TIME =
            Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

    @Override
    public Duration convert(String text) {
        Matcher time = TIME.matcher(text);
        Duration duration = time.matches() ? duration(time) : Duration.ZERO;
        if (duration.isZero()) {
            throw new TypeConversionException("must be a time such as 90s, 10m or 2h, but got " + text + ".");
        }
        return duration;
    }

    private static Duration duration(Matcher time) {
        return Duration.ofDays(number(time, 1))
                .plusHours(number(time, 2))
                .plusMinutes(number(time, 3))
                .plusSeconds(number(time, 4))
                .plusMillis(number(time, 5));
    }

    private static long number(Matcher time, int group) {
        String digits = time.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
