/**
 * Whether this machine, its data and its cluster are fit for a run, and what to do where they are not. Entry: {@link
 * nightsweep.driver.cli.doctor.DoctorCommand}.
 */
@NullMarked
package nightsweep.driver.cli.doctor;

import org.jspecify.annotations.NullMarked;
