namespace Journal.Web.Interchange.Exporting;

/// <summary>In what form a journal leaves.</summary>
public enum ExportForm
{
    /// <summary>A journal file: everything, as it can be imported again.</summary>
    Ndjson,

    /// <summary>A page a day.</summary>
    Markdown,

    /// <summary>A table for each kind of event.</summary>
    Csv,

    /// <summary>A list for each kind of event.</summary>
    Json,
}
