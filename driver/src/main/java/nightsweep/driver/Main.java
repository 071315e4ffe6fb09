package nightsweep.driver;

/**
 * Where the process starts. Compiled for Java 8, unlike all else, so that an older Java is told what it lacks: it must
 * name nothing of ours but in a string.
 */
public final class Main {
    private static final int JAVA = 17;
    private static final int UNFIT = 8;
    private static final String START = "nightsweep.driver.start.Start";

    private Main() {}

    /** Carries out a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        String version = System.getProperty("java.specification.version", "");
        if (feature(version) < JAVA) {
            System.err.println("nightsweep: Java " + JAVA + " is needed, but " + System.getProperty("java.home")
                    + " is Java " + version + ". Set JAVA_HOME; on YARN also spark.yarn.appMasterEnv.JAVA_HOME and"
                    + " spark.executorEnv.JAVA_HOME.");
            System.exit(UNFIT);
        }
        try {
            Class.forName(START).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Nightsweep cannot start.", e);
        }
    }

    /** 8 for {@code 1.8}, 17 for {@code 17}. */
    private static int feature(String version) {
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }
}
