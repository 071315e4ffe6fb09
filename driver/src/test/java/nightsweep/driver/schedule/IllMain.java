package nightsweep.driver.schedule;

import nightsweep.driver.Main;

/** The product's process, in which trials fall ill. */
final class IllMain {
    private IllMain() {}

    public static void main(String[] arguments) {
        Ward.fallIll();
        Main.main(arguments);
    }
}
