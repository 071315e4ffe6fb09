package nightsweep.driver.report.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.report.MadeUpRun;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.sweep.Objective;
import org.junit.jupiter.api.Test;

class KeptBordersTest {
    private static final String POINTS = "set,x,y,class\ntrain,1,1,no\ntest,2,1,'=yes\ntrain,2,2,'=yes\n";

    private static KeptBorders borders(List<String> labels) {
        MadeUpRun run = MadeUpRun.repeated(2).labelled(labels);
        KeptBorders borders = new KeptBorders(Objective.Goal.MAXIMIZE, Summary.merit(run.sweep()));
        var ignored = run.summary(borders::add);
        return borders;
    }

    private static TrialFiles files(String cells) {
        return (trial, name) -> name.equals("border.csv")
                ? Optional.of(cells)
                : name.equals("border-points.csv") ? Optional.of(POINTS) : Optional.empty();
    }

    private static byte[] cells(BorderData.Picture picture) {
        return Base64.getDecoder().decode(picture.cells());
    }

    @Test
    void keepsOnePictureAConfiguration() throws IOException {
        KeptBorders.Kept kept = borders(List.of("no", "=yes")).all(List.of(), files("y,1,2\n2,0,0.5\n1,1,\n"));

        assertThat(kept.cut()).isFalse();
        assertThat(kept.unreadable()).isEmpty();
        assertThat(kept.data().pictures()).hasSizeBetween(75, 80);
        assertThat(kept.data().pictures())
                .map(BorderData.Picture::configuration)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(kept.data().planes())
                .containsExactly(new BorderData.Plane(
                        0.5,
                        2.5,
                        0.5,
                        2.5,
                        List.of(
                                new BorderData.Points("train", 0, List.of(1.0), List.of(1.0)),
                                new BorderData.Points("test", 1, List.of(2.0), List.of(1.0)),
                                new BorderData.Points("train", 1, List.of(2.0), List.of(2.0)))));
    }

    @Test
    void gradesCellsOfTwoClasses() throws IOException {
        BorderData.Picture picture = borders(List.of("no", "=yes"))
                .all(List.of(), files("y,1,2\n2,0,0.5\n1,1,\n"))
                .data()
                .pictures()
                .get(0);

        assertThat(picture.graded()).isTrue();
        assertThat(picture.columns()).isEqualTo(2);
        assertThat(cells(picture)).containsExactly(0, (byte) 128, (byte) 255, (byte) 128);
    }

    @Test
    void numbersTheClassesOfCellsOfMore() throws IOException {
        BorderData.Picture picture = borders(List.of("no", "=yes", "c"))
                .all(List.of(), files("y,1,2\n2,no,'=yes\n1,c,no\n"))
                .data()
                .pictures()
                .get(0);

        assertThat(picture.graded()).isFalse();
        assertThat(cells(picture)).containsExactly(0, 1, 2, 0);
    }

    @Test
    void passesOverWhatIsNoPicture() throws IOException {
        for (String cells : List.of("", "y,1,2\n", "y,1,2\n2,0\n", "y,1,2\n2,a,b\n1,c,d\n", "y,1\n\"2,0")) {
            KeptBorders.Kept kept = borders(List.of("no", "=yes")).all(List.of(), files(cells));

            assertThat(kept.data().pictures()).as(cells).isEmpty();
            assertThat(kept.unreadable()).as(cells).hasSizeGreaterThan(70);
        }
    }

    @Test
    void asksOnceForADataSetThatLeavesNoPictures() throws IOException {
        List<String> asked = new ArrayList<>();

        KeptBorders.Kept kept = borders(List.of("no", "yes")).all(List.of(), (trial, name) -> {
            asked.add(trial.text());
            return Optional.empty();
        });

        assertThat(kept.data().pictures()).isEmpty();
        Set<String> trials = new LinkedHashSet<>(asked);
        assertThat(trials).hasSize(1);
    }
}
