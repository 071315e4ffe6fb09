package nightsweep.experiments.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import nightsweep.experiments.training.EarlyStopping.On;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    @Test
    void endsWhenTheLossHasNotFallenForSoManyEpochs() {
        EarlyStopping stopping = new EarlyStopping(2, 0, On.LOSS);

        assertThat(stopping.over()).isFalse();
        assertThat(stopping.over(3)).isFalse();
        assertThat(stopping.over(3, 2, 2.5)).isFalse();
        assertThat(stopping.over(3, 2, 2.5, 2)).isTrue();
        assertThat(stopping.over(3, 2, 2.5, 1.9)).isFalse();
        assertThat(stopping.best(3, 2, 2.5, 2)).isEqualTo(1);
    }

    @Test
    void wantsAccuracyToRise() {
        EarlyStopping stopping = new EarlyStopping(1, 0, On.ACCURACY);

        assertThat(stopping.best(0.5, 0.7, 0.6)).isEqualTo(1);
        assertThat(stopping.over(0.5, 0.7, 0.7)).isTrue();
        assertThat(stopping.over(0.5, 0.7, 0.71)).isFalse();
    }

    @Test
    void takesSmallChangesForNone() {
        EarlyStopping stopping = new EarlyStopping(3, 0.1, On.LOSS);

        assertThat(stopping.best(1, 0.95, 0.91, 0.85)).isEqualTo(3);
        assertThat(stopping.over(1, 0.95, 0.91, 0.92)).isTrue();
    }

    @Test
    void neverEndsWhereNothingIsSaid() {
        assertThat(EarlyStopping.NONE.active()).isFalse();
        assertThat(EarlyStopping.NONE.over(1, 2, 3, 4)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new EarlyStopping(1, -1, On.LOSS));
    }
}
