package nightsweep.driver.watch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nightsweep.driver.application.WatchedRun.Page;

/**
 * Serves one page to this machine, and nothing else: it hears on the loopback address alone, knows {@code GET} and {@code
 * HEAD} of {@code /}, and answers nobody who calls it by another name than this machine's own, as a page of a stranger does
 * that has the browser look its name up anew. Any number of threads may use it.
 */
public final class PageServer implements AutoCloseable {
    private static final Pattern OWN_NAME =
            Pattern.compile("(?i)(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::[0-9]{1,5})?");
    private static final int THREADS = 4;
    /** A page that is open asks every 5 s. */
    private static final long ATTENTION_SECONDS = 12;

    private final HttpServer server;
    private final ExecutorService threads;
    private volatile Page page;
    private volatile String given = "";
    private volatile long askedNanos = System.nanoTime() - TimeUnit.SECONDS.toNanos(ATTENTION_SECONDS);

    private PageServer(HttpServer server, ExecutorService threads, Page page) {
        this.server = server;
        this.threads = threads;
        this.page = page;
    }

    /**
     * Begins to serve.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is not to be had
     */
    public static PageServer start(int port, Page first) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "watch");
            thread.setDaemon(true);
            return thread;
        });
        PageServer pages = new PageServer(server, threads, first);
        server.createContext("/", pages::answer);
        server.setExecutor(threads);
        server.start();
        return pages;
    }

    /** What a browser of this machine is given. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** Serves another page from now on. */
    public void show(Page next) {
        page = next;
    }

    /** Whether somebody has the page open who has not been given the present one. */
    public boolean awaited() {
        return System.nanoTime() - askedNanos < TimeUnit.SECONDS.toNanos(ATTENTION_SECONDS)
                && !given.equals(page.version());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("X-Frame-Options", "DENY");
            headers.set("Cache-Control", "no-store");
            String method = exchange.getRequestMethod();
            String host = exchange.getRequestHeaders().getFirst("Host");
            if (host == null || !OWN_NAME.matcher(host).matches()) {
                say(421, "This is nightsweep watch, which answers to localhost alone.\n", exchange);
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                headers.set("Allow", "GET, HEAD");
                say(405, "There is nothing here but a page to read.\n", exchange);
            } else if (!exchange.getRequestURI().getRawPath().equals("/")) {
                say(404, "There is nothing here but the page at /.\n", exchange);
            } else {
                give(page, exchange);
            }
        }
    }

    private void give(Page now, HttpExchange exchange) throws IOException {
        askedNanos = System.nanoTime();
        exchange.getResponseHeaders().set("ETag", "\"" + now.version() + "\"");
        send(200, "text/html; charset=utf-8", now.html(), exchange);
        if (exchange.getRequestMethod().equals("GET")) {
            given = now.version();
        }
    }

    private static void say(int status, String text, HttpExchange exchange) throws IOException {
        send(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), exchange);
    }

    private static void send(int status, String type, byte[] content, HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, content.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(content);
        }
    }

    /** Ends; what is being given is given for up to a second more. */
    @Override
    public void close() {
        server.stop(1);
        threads.shutdownNow();
    }
}
