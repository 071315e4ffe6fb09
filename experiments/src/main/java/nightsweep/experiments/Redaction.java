package nightsweep.experiments;

import java.util.List;
import java.util.regex.Pattern;

/** What becomes of secrets before anything is shown or written: three stars in their place. */
public final class Redaction {
    /** A regular expression that names of secrets contain: Spark's {@code spark.redaction.regex}, and more. */
    public static final String SECRET_NAMES =
            "(?i)secret|passw(?:or)?d|token|credential|access[._-]?key|api[._-]?key|account[._-]?key";

    private static final String STARS = "***";

    /** {@code scheme://user:password@}; passwords of object stores may hold a slash. */
    private static final Pattern IN_URI = Pattern.compile(
            "\\b((?:s3[an]?://[^\\s:@/\"'<>]+:[^\\s@\"'<>]+)|(?:[A-Za-z][A-Za-z0-9+.-]*://[^\\s:@/\"'<>]*:[^\\s@/\"'<>]+))@");

    /** A secret's name, and a value behind an equals sign or a colon. */
    private static final Pattern NAMED = Pattern.compile(
            "\\b([\\w.-]*(?:" + SECRET_NAMES + ")[\\w.-]*" + "[\"']?\\s*(?:=|:(?!//))\\s*[\"']?)([^\\s\"',;)}\\]]+)");

    /** Whoever knows the address of a webhook can write to it. */
    private static final Pattern WEBHOOK =
            Pattern.compile("((?:--notify|NIGHTSWEEP_NOTIFY)[=\\s]\\s*[\"']?)([^\\s\"',]+)");

    /** The bit that tells small letters from capitals. */
    private static final int LOWER = 0x20;

    /** What the words of {@link #NAMED} begin with. */
    private static final List<String> WORDS =
            List.of("secret", "passw", "token", "credential", "access", "api", "account");

    private Redaction() {}

    /** {@code text} without passwords in URIs, addresses of webhooks, and values of names that look like a secret's. */
    public static String of(String text) {
        String uris = ofUris(text);
        if (uris.contains("--notify") || uris.contains("NIGHTSWEEP_NOTIFY")) {
            uris = WEBHOOK.matcher(uris).replaceAll("$1" + STARS);
        }
        return mayName(uris) ? NAMED.matcher(uris).replaceAll("$1" + STARS) : uris;
    }

    /** Whether some word of {@link #NAMED} is in a text, which is soon seen: every line of a log comes by here. */
    private static boolean mayName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = (char) (text.charAt(i) | LOWER);
            if ((c == 's' || c == 'p' || c == 't' || c == 'c' || c == 'a') && begins(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(String text, int at) {
        for (String word : WORDS) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** {@code text} without passwords in URIs. */
    public static String ofUris(String text) {
        return text.indexOf('@') < 0
                ? text
                : IN_URI.matcher(text).replaceAll(found -> found.group().replaceFirst("://.*", "://" + STARS + "@"));
    }

    /** Whether a URI in {@code text} has a password. */
    public static boolean inUri(String text) {
        return text.indexOf('@') >= 0 && IN_URI.matcher(text).find();
    }
}
