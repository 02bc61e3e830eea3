using System.Globalization;
using IntegrationHub.Core.Storage;
using SQLitePCL;

namespace IntegrationHub.Storage.Sqlite.Engine;

/// <summary>Turns result codes of SQLite into words. Uses only the text of the code, which never holds a stored value.</summary>
internal static class StoreErrors
{
    private const int PrimaryMask = 0xFF;

    public static void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw From(code);
        }
    }

    public static StoreException From(int code)
    {
        var primary = code & PrimaryMask;
        var text = raw.sqlite3_errstr(primary).utf8_to_string();
        return new StoreException(string.Create(
            CultureInfo.InvariantCulture, $"The store failed with SQLite error {code} ({text}). {NextStep(primary)}"));
    }

    private static string NextStep(int primary) => primary switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "Another process is writing to the same data folder; stop it or try again.",
        raw.SQLITE_FULL => "The disk is full; free some space and try again.",
        raw.SQLITE_IOERR => "The disk did not answer as expected; check it and try again.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN or raw.SQLITE_AUTH =>
            "Check that the data folder exists and that this user may write to it.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "The file is damaged or is not a store; restore it from a backup.",
        _ => "This is a defect of the hub; please report it with this message.",
    };
}
