package nightsweep.worker.dataset.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * What a folder of pictures, a folder a class, looks like.
 *
 * @param classes their names, sorted
 * @param smallest side of the first picture, in pixels
 */
public record FolderLook(List<String> classes, int pictures, int smallest) {
    private static final int MOST_BYTES = 1 << 28;

    public FolderLook {
        classes = List.copyOf(classes);
    }

    /**
     * Looks at the names of all and the size of one.
     *
     * @throws DataException if it is no such folder
     */
    public static FolderLook at(Configuration hadoop, String location) throws DataException {
        ImageFolder.Content content = new ImageFolder(hadoop, location).content();
        List<ImageFolder.ImageClass> classes = content.classes();
        Path first = classes.get(0).files().get(0);
        return new FolderLook(
                classes.stream().map(ImageFolder.ImageClass::name).toList(),
                classes.stream().mapToInt(one -> one.files().size()).sum(),
                smallest(new DataFile(hadoop, first.toString())));
    }

    private static int smallest(DataFile file) throws DataException {
        byte[] bytes = file.read(in -> in.readNBytes(MOST_BYTES));
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw file.fault("it is no JPEG and no PNG");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Math.min(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw file.fault(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }
}
