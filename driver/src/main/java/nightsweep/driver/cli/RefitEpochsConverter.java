package nightsweep.driver.cli;

import nightsweep.driver.application.RefitEpochs;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of an option: {@code sweep}, {@code best} or a number. */
final class RefitEpochsConverter implements ITypeConverter<RefitEpochs> {
    @Override
    public RefitEpochs convert(String value) {
        return switch (value) {
            case "sweep" -> new RefitEpochs.OfSweep();
            case "best" -> new RefitEpochs.OfBest();
            default -> {
                if (!value.matches("[1-9][0-9]{0,8}")) {
                    throw new TypeConversionException(
                            "\"" + value + "\" is not sweep, best, or a number of epochs from 1.");
                }
                yield new RefitEpochs.Given(Integer.parseInt(value));
            }
        };
    }
}
