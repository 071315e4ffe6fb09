package nightsweep.worker.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nightsweep.experiments.json.OutcomeFile;
import nightsweep.experiments.json.OutcomeFileException;
import nightsweep.experiments.json.ProgressFile;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.evaluation.TableFile;
import nightsweep.worker.storage.DamagedFileException;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.storage.SealedBytes;
import nightsweep.worker.storage.WholeFiles;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * What trials leave in a run directory. For good, at most two files each: {@code journal/ab/t-ab….json}, the outcome, and
 * {@code journal/ab/t-ab….zip}, its {@linkplain TrialArchive archive}, in 256 folders by the first two digits of the id. For
 * the time being {@code running/}, {@code checkpoints/} and {@code networks/}, a file each for some. Any number of threads
 * may use it.
 */
public final class TrialStore {
    private static final Logger LOG = LogManager.getLogger(TrialStore.class);
    private static final String OUTCOME = ".json";
    private static final String ARCHIVE = ".zip";
    private static final String SET_ASIDE = ".failed";
    private static final String STATE = ".bin";
    private static final int ID_PREFIX = "t-".length();

    private final Path journal;
    private final Map<String, Path> shards = new ConcurrentHashMap<>();
    private final Path running;
    private final Path checkpoints;
    private final Path networks;
    private final WholeFiles files;

    /**
     * @param run the run directory
     * @throws IOException if its file system cannot be reached
     */
    public TrialStore(Path run, Configuration hadoop) throws IOException {
        this(run, new WholeFiles(run, hadoop));
    }

    /**
     * @param run the run directory
     * @param files of its file system
     */
    public TrialStore(Path run, WholeFiles files) {
        this.journal = new Path(run, "journal");
        this.running = new Path(run, "running");
        this.checkpoints = new Path(run, "checkpoints");
        this.networks = new Path(run, "networks");
        this.files = files;
    }

    /** Whether it is on a file system of this machine. */
    boolean local() {
        return files.local();
    }

    /** Keeps the outcome of a trial that leaves nothing else: when this returns it is on the disk. */
    public void keep(TrialOutcome outcome) throws IOException {
        PastAttempts past = past(outcome.id());
        if (past.files().isEmpty()) {
            // An attempt that was killed may have left one.
            files.delete(journal(outcome.id(), ARCHIVE));
        }
        keep(outcome, List.of(), past);
    }

    /**
     * Keeps an outcome and what comes with it: when this returns the outcome is on the disk.
     *
     * @param left texts for the archive
     * @param past attempts that {@link #past} told of
     */
    public void keep(TrialOutcome outcome, List<TableFile> left, PastAttempts past) throws IOException {
        TrialId id = outcome.id();
        List<TableFile> archived = new ArrayList<>(left);
        archived.addAll(past.files());
        if (!archived.isEmpty()) {
            files.write(journal(id, ARCHIVE), TrialArchive.bytes(id, archived), Durability.WHOLE);
        }
        files.write(journal(id, OUTCOME), OutcomeFile.write(outcome), Durability.ON_DISK);
        if (!past.files().isEmpty()) {
            files.delete(journal(id, SET_ASIDE));
        }
    }

    /**
     * The outcome of a trial; empty where it has none yet.
     *
     * @throws OutcomeFileException if its file is damaged
     */
    public Optional<TrialOutcome> outcome(TrialId id) throws IOException, OutcomeFileException {
        return outcome(id, OutcomeFile::read);
    }

    /**
     * The same without the layers of its epochs: that is much quicker.
     *
     * @throws OutcomeFileException if a byte of its file is damaged, those of its layers among them
     */
    public Optional<TrialOutcome> outcomeWithoutLayers(TrialId id) throws IOException, OutcomeFileException {
        return outcome(id, OutcomeFile::withoutLayers);
    }

    private interface Reading {
        TrialOutcome outcome(byte[] json, String where) throws OutcomeFileException;
    }

    private Optional<TrialOutcome> outcome(TrialId id, Reading reading) throws IOException, OutcomeFileException {
        Path path = journal(id, OUTCOME);
        Optional<byte[]> json = files.bytes(path);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        TrialOutcome outcome = reading.outcome(json.get(), path.toString());
        if (!outcome.id().equals(id)) {
            throw OutcomeFileException.ofAnotherTrial(path.toString(), outcome.id());
        }
        return Optional.of(outcome);
    }

    /** The outcome that an attempt kept whose process was lost before it could tell; empty where none is kept whole. */
    public Optional<TrialOutcome> untold(TrialId id) throws IOException {
        try {
            return outcome(id);
        } catch (OutcomeFileException e) {
            LOG.warn("The trial is run again, for its outcome is damaged.", e);
            return Optional.empty();
        }
    }

    /** Lets go of what stands for a trial under way, which ended so untold; not of the state of one that may go on. */
    public void forgetUnderWay(TrialOutcome outcome) throws IOException {
        tellNoMore(outcome.id());
        if (!(outcome instanceof TrialOutcome.Stopped)) {
            dropCheckpoint(outcome.id());
        }
    }

    /** Whether something stands where the outcome of a trial does, which is not read. */
    public boolean keeps(TrialId id) throws IOException {
        try {
            return files.fileSystem().getFileStatus(journal(id, OUTCOME)).getLen() > 0;
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /**
     * What a trial left besides its outcome; empty where it left nothing.
     *
     * @throws DamagedFileException if a byte of it is not as it was written
     */
    public Optional<TrialArchive> archive(TrialId id) throws IOException, DamagedFileException {
        return archive(id, ARCHIVE);
    }

    private Optional<TrialArchive> archive(TrialId id, String ending) throws IOException, DamagedFileException {
        Path path = journal(id, ending);
        Optional<byte[]> zip = files.bytes(path);
        return zip.isEmpty() ? Optional.empty() : Optional.of(TrialArchive.of(zip.get(), id, path.toString()));
    }

    /** The trials of which anything is kept, in about as many calls as the journal has folders. */
    public KnownTrials known() throws IOException {
        Set<String> ended = new HashSet<>();
        Set<String> begun = new HashSet<>(names(checkpoints, STATE));
        begun.addAll(told());
        for (String name : files.namesBelow(journal)) {
            if (name.endsWith(OUTCOME)) {
                ended.add(without(name, OUTCOME));
            } else if (name.endsWith(SET_ASIDE)) {
                begun.add(without(name, SET_ASIDE));
            }
        }
        return new KnownTrials(ended, begun);
    }

    /** Takes away what writers that were killed had begun; one that still writes fails. For a driver alone in the run. */
    public void dropUnfinished() throws IOException {
        for (Path folder : files.foldersIn(journal)) {
            files.dropUnfinished(folder, "");
        }
        for (Path folder : List.of(running, checkpoints, networks)) {
            files.dropUnfinished(folder, "");
        }
    }

    /** Takes away what an attempt at a trial that was killed had begun to write; called before the next attempt. */
    public void dropUnfinished(TrialId id) throws IOException {
        for (Path folder : List.of(journal(id), running, checkpoints, networks)) {
            files.dropUnfinished(folder, id.text());
        }
    }

    /** The attempts at a trial before its outcome was last set aside. */
    public PastAttempts past(TrialId id) throws IOException {
        return past(id, SET_ASIDE);
    }

    private PastAttempts past(TrialId id, String ending) throws IOException {
        try {
            return archive(id, ending).map(PastAttempts::in).orElse(PastAttempts.NONE);
        } catch (DamagedFileException e) {
            LOG.warn("{} Earlier attempts are not known.", e.getMessage());
            return PastAttempts.NONE;
        }
    }

    /** Sets the outcome of a trial aside among its past attempts: the trial can be run again. */
    public void setAside(TrialOutcome outcome) throws IOException {
        TrialId id = outcome.id();
        byte[] aside = TrialArchive.bytes(id, past(id, ARCHIVE).and(outcome).files());
        files.write(journal(id, SET_ASIDE), aside, Durability.ON_DISK);
        files.delete(journal(id, OUTCOME));
        files.delete(journal(id, ARCHIVE));
    }

    /** Lets go of the outcome of a trial that was never trained, and of what came with it. */
    public void drop(TrialId id) throws IOException {
        files.delete(journal(id, OUTCOME));
        files.delete(journal(id, ARCHIVE));
    }

    /** Keeps the state of a trial under way, in place of its last one. */
    public void keepCheckpoint(TrialId id, byte[] state, Durability durability) throws IOException {
        files.write(new Path(checkpoints, id.text() + STATE), SealedBytes.sealed(state), durability);
    }

    /** The last state of a trial that was kept; empty where there is none, or a damaged one, which is logged. */
    public Optional<byte[]> checkpoint(TrialId id) throws IOException {
        return sealed(new Path(checkpoints, id.text() + STATE), "The trial begins anew.");
    }

    /** Lets go of the state of a trial that ended. */
    public void dropCheckpoint(TrialId id) throws IOException {
        files.delete(new Path(checkpoints, id.text() + STATE));
    }

    /** Keeps a network that a trial trained, until the driver has decided what becomes of it. */
    public void keepTrained(TrialId id, byte[] network) throws IOException {
        files.write(new Path(networks, id.text() + STATE), SealedBytes.sealed(network), Durability.WHOLE);
    }

    /** The ids of trials whose networks are kept. */
    public Set<String> trained() throws IOException {
        return names(networks, STATE);
    }

    /** The network that a trial trained; empty where it is not kept, or damaged, which is logged. */
    public Optional<byte[]> trained(TrialId id) throws IOException {
        return sealed(new Path(networks, id.text() + STATE), "The network is lost.");
    }

    /** Lets go of the network that a trial trained. */
    public void dropTrained(TrialId id) throws IOException {
        files.delete(new Path(networks, id.text() + STATE));
    }

    private Optional<byte[]> sealed(Path path, String otherwise) throws IOException {
        try {
            Optional<byte[]> file = files.bytes(path);
            return file.isEmpty() ? Optional.empty() : Optional.of(SealedBytes.content(file.get(), path.toString()));
        } catch (DamagedFileException e) {
            LOG.warn("{} {}", e.getMessage(), otherwise);
            return Optional.empty();
        }
    }

    /** Tells whoever looks how far a trial is. */
    public void tell(RunningTrial trial) throws IOException {
        files.write(told(trial.id()), ProgressFile.write(trial), Durability.WHOLE);
    }

    /** The ids of trials of which anything was told that was not taken back. */
    public Set<String> told() throws IOException {
        return names(running, OUTCOME);
    }

    /** How far a trial is, as it was last told; empty where nothing was. */
    public Optional<RunningTrial> running(TrialId id) throws IOException {
        return files.read(told(id)).flatMap(ProgressFile::runningTrial);
    }

    /** When {@link #tell} was last called for a trial, since 1970 by the clock of the file system. */
    public long toldMillis(TrialId id) throws IOException {
        return files.fileSystem().getFileStatus(told(id)).getModificationTime();
    }

    /** Ends the telling. */
    public void tellNoMore(TrialId id) throws IOException {
        files.delete(told(id));
    }

    private Path told(TrialId id) {
        return new Path(running, id.text() + OUTCOME);
    }

    private Path journal(TrialId id) {
        return shards.computeIfAbsent(
                id.text().substring(ID_PREFIX, ID_PREFIX + 2), folder -> new Path(journal, folder));
    }

    /** Put together as it is: to resolve one path against another takes longer than to read a file. */
    private Path journal(TrialId id, String ending) {
        URI folder = journal(id).toUri();
        return new Path(folder.getScheme(), folder.getAuthority(), folder.getPath() + "/" + id.text() + ending);
    }

    private Set<String> names(Path folder, String ending) throws IOException {
        return files.names(folder).stream()
                .filter(name -> !name.startsWith(".") && name.endsWith(ending))
                .map(name -> without(name, ending))
                .collect(Collectors.toSet());
    }

    private static String without(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }
}
