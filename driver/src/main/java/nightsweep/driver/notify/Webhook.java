package nightsweep.driver.notify;

import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import nightsweep.driver.json.Notice;

/**
 * An address that notices are sent to by HTTP, as JSON. Whoever knows it can write to it, so it is shown nowhere. What goes wrong
 * is told once, and neither ends a run nor holds it up: notices are sent from a thread of their own, within a few seconds or not
 * at all.
 */
public final class Webhook implements AutoCloseable {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);
    private static final int GOOD = 200;
    private static final int REDIRECTED = 300;

    private final URI address;
    private final Duration patience;
    private final Consumer<String> told;
    private final AtomicBoolean failed = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread one = new Thread(work, "notify");
        one.setDaemon(true);
        return one;
    });
    private final HttpClient client;

    /**
     * A webhook.
     *
     * @param told hears, once, in a sentence, that a notice could not be delivered
     */
    public Webhook(URI address, Consumer<String> told) {
        this(address, USUAL_PATIENCE, told);
    }

    Webhook(URI address, Duration patience, Consumer<String> told) {
        this.address = address;
        this.patience = patience;
        this.told = told;
        client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * The address in a text.
     *
     * @throws IllegalArgumentException if it is none; the message does not show it
     */
    public static URI address(String text) {
        String wanted = "A webhook must be an address that begins with https:// or http:// and names a host.";
        URI address;
        try {
            address = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(wanted);
        }
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException(wanted);
        }
        return address;
    }

    /** Sends a notice, and returns at once. */
    public void send(Notice notice) {
        thread.execute(() -> deliver(notice));
    }

    /** Waits for what is being sent, no longer than a few seconds. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(patience.toMillis() + 1_000, TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Notice notice) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(notice.json()))
                .build();
        try {
            // The whole answer counts towards the time, and nobody reads it.
            int status = client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
            if (status < GOOD || status >= REDIRECTED) {
                fail("the server answered " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            fail("no answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            fail(reason(e.getCause() == null ? e : e.getCause()));
        } catch (RuntimeException e) {
            fail(e.getClass().getSimpleName());
        }
    }

    /** Messages may name the address; those of certificates do not, and say what is wrong. */
    private static String reason(Throwable e) {
        if (e instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        if (e instanceof ConnectException) {
            return "nobody listens there, or there is no such host";
        }
        if (e instanceof SSLException) {
            return "its certificate does not fit, or is not trusted here";
        }
        return e.getClass().getSimpleName();
    }

    private void fail(String why) {
        if (failed.compareAndSet(false, true)) {
            told.accept("The webhook could not be told: " + why + ". The run goes on without it.");
        }
    }
}
