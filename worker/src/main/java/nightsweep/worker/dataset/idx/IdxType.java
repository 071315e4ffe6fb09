package nightsweep.worker.dataset.idx;

import java.util.Arrays;
import java.util.Optional;

/** What one value of an IDX file is. The format knows others, which no data set for us uses. */
enum IdxType {
    UNSIGNED_BYTE(0x08, 1, "unsigned bytes"),
    FLOAT(0x0d, 4, "floats");

    private final int code;
    private final int bytes;
    private final String plural;

    IdxType(int code, int bytes, String plural) {
        this.code = code;
        this.bytes = bytes;
        this.plural = plural;
    }

    /** Bytes a value. */
    int bytes() {
        return bytes;
    }

    /** What values are called in messages. */
    String plural() {
        return plural;
    }

    static Optional<IdxType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
