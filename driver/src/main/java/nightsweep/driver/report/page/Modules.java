package nightsweep.driver.report.page;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * ECMAScript modules put together in one script, because a page that is a single file can import none. Each keeps its
 * scope to itself but for what it exports, of which no two may have the same name. Imports stand on lines of their own.
 */
final class Modules {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .* from '([^']+)';\\R");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export (?=(?:function|const) ([A-Za-z]+))");

    private final UnaryOperator<String> source;
    private final Map<String, String> joined = new LinkedHashMap<>();

    private Modules(UnaryOperator<String> source) {
        this.source = source;
    }

    /**
     * The module {@code main} after all that it imports, as one script.
     *
     * @param source the text of a module by its path
     */
    static String joined(String main, UnaryOperator<String> source) {
        Modules modules = new Modules(source);
        modules.add(main);
        return String.join("\n", modules.joined.values());
    }

    private void add(String path) {
        if (joined.containsKey(path)) {
            return;
        }
        String text = source.apply(path);
        Matcher imports = IMPORT.matcher(text);
        while (imports.find()) {
            add(resolved(path, imports.group(1)));
        }
        joined.put(path, scoped(IMPORT.matcher(text).replaceAll("")));
    }

    private static String scoped(String text) {
        String exports =
                EXPORT.matcher(text).results().map(export -> export.group(1)).collect(Collectors.joining(", "));
        return "const { " + exports + " } = (() => {\n" + EXPORT.matcher(text).replaceAll("") + "return { " + exports
                + " };\n})();";
    }

    private static String resolved(String path, String name) {
        return Path.of(path).resolveSibling(name).normalize().toString().replace('\\', '/');
    }
}
