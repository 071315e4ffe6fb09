package nightsweep.driver.table;

import java.util.function.Function;

/** A column and what stands in it for each {@code T}. */
public record Field<T>(Column column, Function<? super T, Cell> cell) {}
