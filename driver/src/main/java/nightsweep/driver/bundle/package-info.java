/**
 * A run in one file: a zip that says of each of its files where it begins, how long it is and its SHA-256. {@link
 * nightsweep.driver.bundle.BundleWriter} makes one; {@link nightsweep.driver.bundle.Bundle} reads it where it lies, and
 * {@link nightsweep.driver.bundle.BundleFiles} shows it as a folder.
 */
@NullMarked
package nightsweep.driver.bundle;

import org.jspecify.annotations.NullMarked;
