package nightsweep.driver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which packages may know which. */
class StructureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nightsweep");

    @Test
    void packagesDependOneWay() {
        slices().matching("nightsweep.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobodyKnowsTheCommandsButWhatStartsThem() {
        noClasses()
                .that()
                .resideOutsideOfPackages("nightsweep.driver.cli..", "nightsweep.driver.start")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("nightsweep.driver.cli..")
                .check(CLASSES);
    }

    @Test
    void commandLinesAreReadByTheCommandsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("nightsweep.driver.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLASSES);
    }

    @Test
    void whatPeopleDeclareIsFreeOfWhoCarriesItOut() {
        noClasses()
                .that()
                .resideInAPackage("nightsweep.experiments..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "nightsweep.worker..",
                        "nightsweep.driver..",
                        "org.apache.spark..",
                        "org.apache.hadoop..",
                        "org.deeplearning4j..",
                        "org.nd4j..")
                .check(CLASSES);
    }

    @Test
    void workersAreFreeOfTheDriver() {
        noClasses()
                .that()
                .resideInAPackage("nightsweep.worker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nightsweep.driver..", "org.apache.spark..")
                .check(CLASSES);
    }
}
