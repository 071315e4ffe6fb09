package nightsweep.experiments.catalog;

/**
 * A sweep that ships with the product.
 *
 * @param name in kebab case
 * @param summary the first line of its description
 * @param text the sweep file
 */
public record CatalogEntry(String name, String summary, String text) {

    /** The name of its file, for messages. */
    public String fileName() {
        return name + Catalog.SUFFIX;
    }
}
