package nightsweep.worker.dataset.idx;

import java.util.Arrays;
import java.util.Optional;

/** What one value of an IDX file is. The format knows others, which no data set for us uses. */
enum IdxType {
    UNSIGNED_BYTE(0x08, 1),
    FLOAT(0x0d, 4);

    private final int code;
    private final int bytes;

    IdxType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** Bytes a value. */
    int bytes() {
        return bytes;
    }

    static Optional<IdxType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
