package nightsweep.driver.journal;

import java.io.FileNotFoundException;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.security.AccessControlException;

/** Why a file operation failed, in words. */
final class Reasons {
    private Reasons() {}

    static String of(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof AccessControlException || message.contains("Permission denied")) {
            return "permission denied. Choose another folder with --out, or change its permissions.";
        }
        if (message.contains("No space left") || message.contains("quota")) {
            return "the disk is full (" + message.lines().findFirst().orElse("") + "). Make room and give the same"
                    + " command again: what ended so far is kept.";
        }
        if (e instanceof ParentNotDirectoryException || message.contains("Parent path is not a directory")) {
            return "a part of its path is a file, not a folder.";
        }
        if (e instanceof FileNotFoundException) {
            return "no such file or folder can be made (" + message + ").";
        }
        return message.endsWith(".") ? message : message + ".";
    }
}
