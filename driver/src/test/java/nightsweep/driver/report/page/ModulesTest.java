package nightsweep.driver.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ModulesTest {

    @Test
    void putsWhatIsImportedFirstAndOnce() {
        Map<String, String> sources = Map.of(
                "main.js", "import { a } from './a.js';\nimport { b } from './part/b.js';\na(b);\n",
                "a.js", "const hidden = 1;\nexport function a() {}\n",
                "part/b.js", "import { a } from '../a.js';\nexport const b = a;\n");

        String joined = Modules.joined("main.js", path -> String.valueOf(sources.get(path)));

        assertThat(joined).isEqualTo("""
                        const { a } = (() => {
                        const hidden = 1;
                        function a() {}
                        return { a };
                        })();
                        const { b } = (() => {
                        const b = a;
                        return { b };
                        })();
                        const {  } = (() => {
                        a(b);
                        return {  };
                        })();""");
    }
}
