package nightsweep.experiments.yaml;

import java.util.Map;

/** What can be answered to words of other tools for data: how tables are read, and what is kept of them for what. */
final class DataGuess {
    private DataGuess() {}

    /** Adds the answers to {@code keys}, by the unknown key in small letters and digits alone. */
    static void addTo(Map<String, String> keys) {
        Guess.put(
                keys,
                "What cells are apart by is found out, or said by dataset.csv.separator.",
                "separator",
                "delimiter",
                "sep");
        Guess.put(
                keys,
                "How the text of a table is encoded, if not in UTF-8, is dataset.csv.encoding.",
                "encoding",
                "charset");
        Guess.put(keys, "What mark decimals have is dataset.csv.decimals.", "decimal", "thousands");
        Guess.put(
                keys,
                "What stands for a missing cell is dataset.csv.missing, and what fills it dataset.csv.fill; words become"
                        + " columns of 0 and 1 by themselves.",
                "navalues",
                "fillna",
                "fill",
                "impute",
                "imputation",
                "missing",
                "onehot",
                "categorical",
                "categories",
                "dtype",
                "dtypes");
        Guess.put(
                keys,
                "What columns are is dataset.csv.columns, such as {id: ignored}; every other one but the label is a feature.",
                "columns",
                "usecols",
                "features",
                "featurecolumns",
                "drop",
                "dropcolumns",
                "ignore",
                "ignorecolumns",
                "indexcol",
                "idcolumn",
                "xcol");
        Guess.put(
                keys,
                "The column to predict is named by dataset.csv.label.",
                "target",
                "targetcolumn",
                "labelcolumn",
                "ycol",
                "y",
                "classcolumn");
        Guess.put(
                keys,
                "The first line that is neither blank nor a comment is the header, or the first row where header is absent:"
                        + " take other lines out of the table.",
                "skiprows",
                "nrows");
        Guess.put(keys, "What comments begin with is found out, or said by dataset.csv.comment.", "comment");
        Guess.put(
                keys,
                "The share kept for testing is test-share, or name another file or folder as test.",
                "testsize",
                "testsplit",
                "testratio",
                "testfraction",
                "testpath");
        Guess.put(
                keys,
                "The share kept to compare trials by is dataset.validation, such as 0.2.",
                "validationsplit",
                "valsplit",
                "validationsize",
                "validationshare",
                "valsize",
                "valratio",
                "val");
        Guess.put(
                keys,
                "A split keeps the share of each class, unless dataset.split says by-group or by-time.",
                "stratify",
                "stratified",
                "groups",
                "groupby");
        Guess.put(
                keys,
                "How values are scaled is dataset.scaling.",
                "normalize",
                "normalise",
                "normalization",
                "standardize",
                "standardise",
                "scaler",
                "preprocessing",
                "rescale");
    }
}
