package nightsweep.driver.journal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nightsweep.driver.bundle.Bundle;
import nightsweep.driver.bundle.BundleFiles;
import nightsweep.experiments.json.FinalsLines;
import nightsweep.experiments.json.ProgressFile;
import nightsweep.experiments.json.ProposalLines;
import nightsweep.experiments.progress.DriverSlots;
import nightsweep.experiments.progress.Holder;
import nightsweep.experiments.search.Proposal;
import nightsweep.experiments.sweep.FinalsRound;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.storage.FirstContact;
import nightsweep.worker.storage.WholeFiles;
import nightsweep.worker.store.TrialFolders;
import nightsweep.worker.store.TrialStore;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Everything that a run wrote: its sweep, its plan, what its trials left, its tables. What is in it decides; there
 * is no other record of a run.
 */
public final class RunDirectory {
    /** What its search proposed, where that learns. */
    public static final String PROPOSALS = "search.jsonl";

    /** What finalists were granted, a line a round. */
    public static final String FINALS = "finals.jsonl";

    /** What it proposed last, while a run lasts or after it was killed; else it is not there. */
    public static final String LATEST_PROPOSALS = "search-latest.jsonl";

    private static final String SWEEP = "sweep.yaml";
    private static final String SLOTS = "slots.json";

    private final Path path;
    private final WholeFiles files;
    private final TrialStore trials;
    private final TrialFolders folders;
    private final LeaseFiles lease;

    private final Optional<Bundle> bundle;

    private RunDirectory(Path path, WholeFiles files, Optional<Bundle> bundle) {
        this.path = path;
        this.files = files;
        this.trials = new TrialStore(path, files);
        this.folders = new TrialFolders(path, files);
        this.lease = new LeaseFiles(path, files);
        this.bundle = bundle;
    }

    /**
     * The run directory at a URI, whether or not it is there yet; where a file is there, the run that is bundled in it, which
     * can only be read.
     *
     * @throws RunDirectoryException if its file system cannot be reached, or a file there is no sound bundle
     */
    public static RunDirectory at(String uri, Configuration hadoop) throws RunDirectoryException {
        try {
            Path given = new Path(uri);
            FirstContact.with(given, hadoop);
            FileSystem system = given.getFileSystem(hadoop);
            Path path = system.makeQualified(given);
            if (!file(path, system)) {
                return new RunDirectory(path, new WholeFiles(path, hadoop), Optional.empty());
            }
            Bundle bundle = Bundle.open(path, system);
            return new RunDirectory(path, new WholeFiles(new BundleFiles(bundle, hadoop), hadoop), Optional.of(bundle));
        } catch (IOException | IllegalArgumentException e) {
            String told = String.valueOf(e.getMessage());
            throw new RunDirectoryException(
                    told.startsWith("Cannot ") ? told : "Cannot use " + uri + " as a run directory: " + Reasons.of(e),
                    e);
        }
    }

    private static boolean file(Path path, FileSystem system) throws IOException {
        try {
            return system.getFileStatus(path).isFile();
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /** The bundle that it is in; empty where it is a folder. */
    public Optional<Bundle> bundle() {
        return bundle;
    }

    /**
     * Goes on where it can be written to.
     *
     * @throws RunDirectoryException if it is in a bundle
     */
    public void refuseBundle() throws RunDirectoryException {
        if (bundle.isPresent()) {
            throw new RunDirectoryException(bundle.get().readOnly());
        }
    }

    /** Where it is, with the scheme of its file system. */
    public Path path() {
        return path;
    }

    /** Where it is, as a person would type it. */
    public String label() {
        return local().map(java.nio.file.Path::toString).orElse(path.toString());
    }

    /** Where it is on this machine's own disk; empty where it is elsewhere. */
    public Optional<java.nio.file.Path> local() {
        return "file".equals(path.toUri().getScheme())
                ? Optional.of(java.nio.file.Path.of(path.toUri().getPath()))
                : Optional.empty();
    }

    /** What its trials left. */
    public TrialStore trials() {
        return trials;
    }

    /** What people read of its trials. */
    public TrialFolders folders() {
        return folders;
    }

    /**
     * Takes the right to work in it, which no other driver then has.
     *
     * @param told hears what is waited for, if anything is
     * @throws RunDirectoryException if another driver has it, or it holds something that is no run
     */
    public Lease lease(Consumer<String> told) throws RunDirectoryException, InterruptedException {
        refuseBundle();
        try {
            refuseForeignFiles();
            return Lease.take(lease, self(), Lease.Terms.USUAL, Stopwatch.SYSTEM, label(), told);
        } catch (IOException e) {
            throw RunDirectoryException.cannotWrite(label(), e);
        }
    }

    /** The driver that is at work in it; empty where none is. */
    public Optional<AtWork> atWork() throws IOException {
        return Lease.holder(lease, Lease.Terms.USUAL, self(), System.currentTimeMillis());
    }

    private static Holder self() {
        return Processes.self(InstantSource.system());
    }

    /**
     * Looks whether it can be the run directory of a sweep, and writes nothing: one that is absent, empty, or holds
     * nothing but trials of this sweep.
     *
     * @param text the sweep file that {@code sweep} was read from, settings included
     * @throws RunDirectoryException if it cannot be read, or holds anything else
     */
    public void check(String text, Sweep sweep) throws RunDirectoryException {
        refuseBundle();
        try {
            Optional<String> before = files.read(new Path(path, SWEEP));
            if (before.isPresent()) {
                refuseOldLayout();
                new Continuation(label(), proposals()).check(before.get(), text, sweep);
            } else {
                refuseForeignFiles();
            }
        } catch (IOException e) {
            throw RunDirectoryException.cannotWrite(label(), e);
        }
    }

    /**
     * Makes it the run directory of a sweep, where {@link #check} has nothing against that: an absent or empty one is
     * begun, the others are gone on with.
     *
     * @throws RunDirectoryException if it cannot be written, or {@link #check} refuses it
     */
    public void claim(String text, Sweep sweep) throws RunDirectoryException {
        check(text, sweep);
        try {
            files.write(new Path(path, SWEEP), text, Durability.ON_DISK);
        } catch (IOException e) {
            throw RunDirectoryException.cannotWrite(label(), e);
        }
    }

    /**
     * The text of its sweep.
     *
     * @throws RunDirectoryException if there is none
     */
    public String sweepText() throws RunDirectoryException {
        try {
            String text = files.read(new Path(path, SWEEP))
                    .orElseThrow(() ->
                            new RunDirectoryException("There is no run at " + label() + ": it has no " + SWEEP + "."));
            refuseOldLayout();
            return text;
        } catch (IOException e) {
            throw new RunDirectoryException("Cannot read " + label() + ": " + Reasons.of(e), e);
        }
    }

    /**
     * Its sweep; where its search learns, with all that was proposed so far.
     *
     * @throws RunDirectoryException if there is none, or it cannot be read
     */
    public Sweep sweep() throws RunDirectoryException {
        try {
            return grown(SweepFile.parse(sweepText(), label() + "/" + SWEEP));
        } catch (SweepFileException e) {
            throw new RunDirectoryException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * A sweep with what was {@linkplain #proposed proposed} for it here so far, and what its finalists were granted.
     *
     * @throws RunDirectoryException if that cannot be read
     */
    public Sweep grown(Sweep sweep) throws RunDirectoryException {
        Sweep proposed = proposed(sweep);
        return proposed.finalists().isEmpty() ? proposed : proposed.granting(FinalsRound.granted(proposed, finals()));
    }

    /**
     * What finalists were granted; nothing where there are none.
     *
     * @throws RunDirectoryException if it cannot be read
     */
    public List<FinalsRound> finals() throws RunDirectoryException {
        try {
            return FinalsLines.rounds(
                    text(FINALS).map(text -> text.lines().toList()).orElse(List.of()));
        } catch (IOException e) {
            throw new RunDirectoryException("Cannot read " + label() + ": " + Reasons.of(e), e);
        } catch (IllegalArgumentException e) {
            throw new RunDirectoryException(
                    label() + "/" + FINALS + " is damaged: " + e.getMessage()
                            + " Delete it: running the sweep again grants the same from the outcomes there.",
                    e);
        }
    }

    /**
     * A sweep with what was proposed for it here so far, where its search learns; else as it is.
     *
     * @throws RunDirectoryException if what was proposed cannot be read, or is none of its configurations
     */
    public Sweep proposed(Sweep sweep) throws RunDirectoryException {
        if (sweep.learning().isEmpty()) {
            return sweep;
        }
        List<Proposal> proposals = proposals();
        try {
            return proposals.isEmpty()
                    ? sweep
                    : sweep.proposing(proposals.stream().map(Proposal::point).toList());
        } catch (IllegalArgumentException e) {
            throw new RunDirectoryException(
                    label() + "/" + PROPOSALS + " holds what the sweep does not: " + e.getMessage(), e);
        }
    }

    /**
     * What its search proposed; nothing where none learns.
     *
     * @throws RunDirectoryException if it cannot be read
     */
    public List<Proposal> proposals() throws RunDirectoryException {
        try {
            return ProposalLines.proposals(proposalLines());
        } catch (IOException e) {
            throw new RunDirectoryException("Cannot read " + label() + ": " + Reasons.of(e), e);
        } catch (IllegalArgumentException e) {
            throw new RunDirectoryException(
                    label() + "/" + PROPOSALS + " is damaged: " + e.getMessage()
                            + " Delete it: running the sweep again makes the same proposals from the outcomes there.",
                    e);
        }
    }

    /**
     * The lines of what its search proposed, each once.
     *
     * @throws IOException if they cannot be read
     */
    public List<String> proposalLines() throws IOException {
        // The latest first: what is taken from there to the others meanwhile is seen twice then, and not missed.
        Optional<String> latest = text(LATEST_PROPOSALS);
        return ProposalLines.joined(text(PROPOSALS).orElse(""), latest.orElse(""));
    }

    /**
     * The text of a sweep that has one of the configurations of this run: its own, or where a search proposed that, one that
     * tries it first.
     *
     * @throws RunDirectoryException if there is none
     */
    public String sweepText(nightsweep.experiments.sweep.Configuration configuration) throws RunDirectoryException {
        try {
            return SweepFile.declaring(sweepText(), configuration, label() + "/" + SWEEP);
        } catch (SweepFileException e) {
            throw new RunDirectoryException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Tells whoever looks how many slots there are. */
    public void tellSlots(DriverSlots slots) throws IOException {
        files.write(new Path(path, SLOTS), ProgressFile.write(slots), Durability.WHOLE);
    }

    /** How many slots there are, as it was last told; empty where nothing was. */
    public Optional<DriverSlots> slots() throws IOException {
        return files.read(new Path(path, SLOTS)).flatMap(ProgressFile::slots);
    }

    /** Ends the telling of slots. */
    public void tellSlotsNoMore() throws IOException {
        files.delete(new Path(path, SLOTS));
    }

    /** The names of what is in it; none where it is not there. */
    public Set<String> names() throws IOException {
        return files.names(path);
    }

    /** The names of what is in one of its folders; none where there is no such folder. */
    public Set<String> names(String folder) throws IOException {
        return files.names(new Path(path, folder));
    }

    /** One of its text files; empty where it is not there. */
    public Optional<String> text(String name) throws IOException {
        return files.read(new Path(path, name));
    }

    /** One of its files; empty where it is not there. */
    public Optional<byte[]> bytes(String name) throws IOException {
        return files.bytes(new Path(path, name));
    }

    /** Takes a file away, if it is there. */
    public void delete(String name) throws IOException {
        files.delete(new Path(path, name));
    }

    /** Writes a text file that can be made again, in place of what was there. */
    public void write(String name, String text) throws IOException {
        files.write(new Path(path, name), text, Durability.WHOLE);
    }

    /** Writes a file that can be made again, in place of what was there. */
    public void write(String name, byte[] bytes) throws IOException {
        files.write(new Path(path, name), bytes, Durability.WHOLE);
    }

    /** Writes a text file that can be made again while its text is made, in place of what was there. */
    public void write(String name, WholeFiles.Text text) throws IOException {
        files.write(new Path(path, name), text, Durability.WHOLE);
    }

    /** Refuses outcomes that stand where earlier versions kept them, which would count as not run. */
    private void refuseOldLayout() throws IOException, RunDirectoryException {
        if (!files.names(new Path(path, "journal")).isEmpty()) {
            return;
        }
        for (String id : folders.standing()) {
            Path outcome = new Path(new Path(new Path(path, "trials"), id), "outcome.json");
            if (files.fileSystem().exists(outcome)) {
                throw new RunDirectoryException("Cannot use " + label() + ": an earlier version of Nightsweep wrote it,"
                        + " which kept outcomes as trials/ID/outcome.json. Use that version for it, or name another"
                        + " folder with --out.");
            }
        }
    }

    /** Refuses what holds no run, but anything that does not begin with a dot or stand under {@code logs}. */
    private void refuseForeignFiles() throws IOException, RunDirectoryException {
        FileSystem system = files.fileSystem();
        if (!system.exists(path) || system.exists(new Path(path, SWEEP))) {
            return;
        }
        boolean foreign = Stream.of(system.listStatus(path))
                .map(FileStatus::getPath)
                .map(Path::getName)
                .anyMatch(name -> !name.startsWith(".") && !name.equals("logs"));
        if (foreign) {
            throw new RunDirectoryException("Cannot use " + label()
                    + " as a run directory: it holds files, but no run. Name an empty or a new folder with --out.");
        }
    }
}
