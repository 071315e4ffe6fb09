package nightsweep.driver.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of S3 as Hadoop's {@code s3a:} asks for, with buckets in memory, on loopback. Every so many requests one is told to
 * slow down. Signatures are not looked at.
 */
final class S3Server implements AutoCloseable {
    private static final String BUCKET = "/runs/";
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int refused;
    private final ConcurrentSkipListMap<String, Stored> objects = new ConcurrentSkipListMap<>();
    private final Map<String, Map<Integer, byte[]>> uploads = new ConcurrentSkipListMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicInteger nextUpload = new AtomicInteger();
    private final Map<String, AtomicLong> counts = new ConcurrentSkipListMap<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stored(byte[] bytes, Instant when) {
        String etag() {
            return "\"" + md5(bytes) + "\"";
        }
    }

    /**
     * Starts.
     *
     * @param refused of how many requests one is refused
     */
    S3Server(int refused) throws IOException {
        this.refused = refused;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** What Hadoop has to be told to reach it. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "fs.s3a.endpoint", "http://127.0.0.1:" + server.getAddress().getPort());
        settings.put("fs.s3a.endpoint.region", "us-east-1");
        settings.put("fs.s3a.path.style.access", "true");
        settings.put("fs.s3a.connection.ssl.enabled", "false");
        settings.put("fs.s3a.access.key", "drill");
        settings.put("fs.s3a.secret.key", "drill");
        settings.put("fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
        settings.put("fs.s3a.retry.throttle.interval", "50ms");
        return settings;
    }

    /** The address of its only bucket. */
    String bucket() {
        return "s3a://runs";
    }

    /** Puts an object into the bucket. */
    void put(String key, byte[] bytes) {
        objects.put(key, new Stored(bytes.clone(), Instant.now()));
    }

    /** The objects whose keys begin so, by the rest of their keys. */
    Map<String, byte[]> objects(String prefix) {
        Map<String, byte[]> found = new TreeMap<>();
        objects.tailMap(prefix).forEach((key, object) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), object.bytes());
            }
        });
        return found;
    }

    /** How many requests of each kind were answered so far. */
    Map<String, Long> counts() {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().get(), (a, b) -> a, TreeMap::new));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = content(exchange);
            if (requests.incrementAndGet() % refused == 0) {
                error(exchange, 503, "SlowDown");
                return;
            }
            String path = exchange.getRequestURI().getPath();
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            String key = path.startsWith(BUCKET) ? path.substring(BUCKET.length()) : "";
            String method = exchange.getRequestMethod();
            switch (method) {
                case "HEAD" -> get(exchange, key);
                case "GET" -> {
                    if (key.isEmpty()) {
                        list(exchange, query);
                    } else {
                        get(exchange, key);
                    }
                }
                case "PUT" -> put(exchange, key, query, body);
                case "POST" -> post(exchange, key, query, body);
                case "DELETE" -> {
                    count("DELETE");
                    if (query.containsKey("uploadId")) {
                        uploads.remove(query.get("uploadId"));
                    } else {
                        objects.remove(key);
                    }
                    reply(exchange, 204, "");
                }
                default -> error(exchange, 405, "MethodNotAllowed");
            }
        }
    }

    private void get(HttpExchange exchange, String key) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        count(head ? "HEAD" : "GET");
        if (key.isEmpty()) {
            reply(exchange, 200, "");
            return;
        }
        Stored object = objects.get(key);
        if (object == null) {
            error(exchange, 404, "NoSuchKey");
            return;
        }
        exchange.getResponseHeaders().set("ETag", object.etag());
        exchange.getResponseHeaders().set("Last-Modified", HTTP_DATE.format(object.when()));
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(object.bytes().length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        byte[] bytes = object.bytes();
        Optional<String> range =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"));
        if (range.isPresent()) {
            String[] ends = range.get().substring("bytes=".length()).split("-", -1);
            int from = Integer.parseInt(ends[0]);
            int to = ends[1].isEmpty() ? bytes.length : (int) Math.min(bytes.length, Long.parseLong(ends[1]) + 1);
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + bytes.length);
            send(exchange, 206, Arrays.copyOfRange(bytes, from, to));
        } else {
            send(exchange, 200, bytes);
        }
    }

    private void put(HttpExchange exchange, String key, Map<String, String> query, byte[] body) throws IOException {
        count("PUT");
        String source = exchange.getRequestHeaders().getFirst("x-amz-copy-source");
        if (query.containsKey("uploadId")) {
            uploads.get(query.get("uploadId")).put(Integer.valueOf(query.get("partNumber")), body);
        } else if (source != null) {
            String from = URLDecoder.decode(source, StandardCharsets.UTF_8);
            Stored copied = objects.get((from.startsWith("/") ? from : "/" + from).substring(BUCKET.length()));
            if (copied == null) {
                error(exchange, 404, "NoSuchKey");
                return;
            }
            put(key, copied.bytes());
            reply(
                    exchange,
                    200,
                    "<CopyObjectResult><LastModified>" + Instant.now() + "</LastModified><ETag>"
                            + objects.get(key).etag() + "</ETag></CopyObjectResult>");
            return;
        } else {
            put(key, body);
        }
        exchange.getResponseHeaders().set("ETag", "\"" + md5(body) + "\"");
        reply(exchange, 200, "");
    }

    private void post(HttpExchange exchange, String key, Map<String, String> query, byte[] body) throws IOException {
        count("POST");
        if (query.containsKey("delete")) {
            Matcher keys = KEY.matcher(new String(body, StandardCharsets.UTF_8));
            while (keys.find()) {
                objects.remove(keys.group(1));
            }
            reply(exchange, 200, "<DeleteResult></DeleteResult>");
        } else if (query.containsKey("uploads")) {
            String id = "upload-" + nextUpload.incrementAndGet();
            uploads.put(id, new ConcurrentSkipListMap<>());
            reply(
                    exchange,
                    200,
                    "<InitiateMultipartUploadResult><Bucket>runs</Bucket><Key>" + key + "</Key><UploadId>" + id
                            + "</UploadId></InitiateMultipartUploadResult>");
        } else {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            uploads.remove(query.get("uploadId")).values().forEach(whole::writeBytes);
            put(key, whole.toByteArray());
            reply(
                    exchange,
                    200,
                    "<CompleteMultipartUploadResult><Bucket>runs</Bucket><Key>" + key + "</Key><ETag>"
                            + objects.get(key).etag() + "</ETag></CompleteMultipartUploadResult>");
        }
    }

    private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
        count("LIST");
        String prefix = query.getOrDefault("prefix", "");
        String delimiter = query.getOrDefault("delimiter", "");
        int most = Integer.parseInt(query.getOrDefault("max-keys", "1000"));
        String after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
        Set<String> folders = new LinkedHashSet<>();
        StringBuilder contents = new StringBuilder();
        int found = 0;
        String last = "";
        boolean more = false;
        for (Map.Entry<String, Stored> one : objects.tailMap(prefix).entrySet()) {
            String key = one.getKey();
            if (!key.startsWith(prefix)) {
                break;
            }
            int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            String name = end < 0 ? key : key.substring(0, end + 1);
            if (name.compareTo(after) <= 0 || folders.contains(name)) {
                continue;
            }
            if (found == most) {
                more = true;
                break;
            }
            found++;
            last = name;
            if (end < 0) {
                contents.append("<Contents><Key>" + key + "</Key><LastModified>"
                        + DateTimeFormatter.ISO_INSTANT.format(one.getValue().when()) + "</LastModified><ETag>"
                        + one.getValue().etag() + "</ETag><Size>"
                        + one.getValue().bytes().length
                        + "</Size><StorageClass>STANDARD</StorageClass></Contents>");
            } else {
                folders.add(name);
            }
        }
        String token = more ? "<NextContinuationToken>" + last + "</NextContinuationToken>" : "";
        String below = folders.stream()
                .map(folder -> "<CommonPrefixes><Prefix>" + folder + "</Prefix></CommonPrefixes>")
                .collect(Collectors.joining());
        reply(
                exchange,
                200,
                "<ListBucketResult><Name>runs</Name><Prefix>" + prefix + "</Prefix><KeyCount>" + found
                        + "</KeyCount><MaxKeys>" + most + "</MaxKeys><IsTruncated>" + more + "</IsTruncated>" + token
                        + contents + below + "</ListBucketResult>");
    }

    private void count(String kind) {
        counts.computeIfAbsent(kind, name -> new AtomicLong()).incrementAndGet();
    }

    private static void error(HttpExchange exchange, int code, String name) throws IOException {
        reply(exchange, code, "<Error><Code>" + name + "</Code><Message>" + name + "</Message></Error>");
    }

    private static void reply(HttpExchange exchange, int code, String xml) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        send(exchange, code, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int code, byte[] bytes) throws IOException {
        boolean empty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(code, empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** What was sent, without the signatures between its chunks. */
    private static byte[] content(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestHeaders().getFirst("x-amz-decoded-content-length") == null) {
            return sent;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = 0;
        while (at < sent.length) {
            int line = at;
            while (sent[line] != '\r') {
                line++;
            }
            String heading = new String(sent, at, line - at, StandardCharsets.US_ASCII);
            int size = Integer.parseInt(List.of(heading.split(";", -1)).get(0), 16);
            if (size == 0) {
                break;
            }
            content.write(sent, line + 2, size);
            at = line + 2 + size + 2;
        }
        return content.toByteArray();
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null) {
            for (String part : raw.split("&", -1)) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                query.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has MD5.", e);
        }
    }
}
