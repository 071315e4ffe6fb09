package nightsweep.deploy.cluster;

import java.io.IOException;

/** What the machine that tests run on lets them do. */
final class Machine {
    private Machine() {}

    /** Whether a process can have mounts of its own, for which it must be root. */
    static boolean canMount() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "--mount", "--pid", "--fork", "mount", "-t", "tmpfs", "none", "/tmp")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
