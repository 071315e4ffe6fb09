package nightsweep.driver.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** For how many epochs a configuration is trained anew. */
public sealed interface RefitEpochs {

    /** As many as its trials were. */
    record OfSweep() implements RefitEpochs {}

    /** As many as the epoch that the mean of its repeats was best after. */
    record OfBest() implements RefitEpochs {}

    /**
     * As many as said.
     *
     * @param epochs 1 or more
     */
    record Given(int epochs) implements RefitEpochs {}

    /** Reads the value of an option: {@code sweep}, {@code best} or a number. */
    final class Converter implements ITypeConverter<RefitEpochs> {
        @Override
        public RefitEpochs convert(String value) {
            return switch (value) {
                case "sweep" -> new OfSweep();
                case "best" -> new OfBest();
                default -> {
                    if (!value.matches("[1-9][0-9]{0,8}")) {
                        throw new TypeConversionException(
                                "\"" + value + "\" is not sweep, best, or a number of epochs from 1.");
                    }
                    yield new Given(Integer.parseInt(value));
                }
            };
        }
    }
}
