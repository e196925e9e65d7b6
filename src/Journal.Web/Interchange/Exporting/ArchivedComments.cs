using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Journal.Reports;
using Journal.Web.Sharing;

namespace Journal.Web.Interchange.Exporting;

/// <summary>What others wrote about a journal, in the form of its archive, newest first. They are no events: no journal is made of them again.</summary>
internal static class ArchivedComments
{
    private static readonly string[] Columns = ["id", "person", "at", "subject", "event", "report", "title", "text"];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream file, ExportForm form, IReadOnlyList<CommentLine> comments)
    {
        if (form == ExportForm.Csv)
            WriteTable(file, comments);
        else if (form == ExportForm.Markdown)
            WritePage(file, comments);
        else
            JsonSerializer.Serialize(file, comments, Json);
    }

    private static void WriteTable(Stream file, IReadOnlyList<CommentLine> comments)
    {
        using var table = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        table.WriteLine(string.Join(',', Columns));
        foreach (var one in comments)
        {
            string?[] cells = [$"{one.Id}", one.Person, one.At.ToString("O", CultureInfo.InvariantCulture), $"{one.Subject}", $"{one.Event}", one.Report, one.Title, one.Text];
            table.WriteLine(string.Join(',', cells.Select(CsvCell.Of)));
        }
    }

    private static void WritePage(Stream file, IReadOnlyList<CommentLine> comments)
    {
        using var page = new StreamWriter(file) { NewLine = "\n" };
        page.WriteLine("# Comments");
        foreach (var one in comments)
            page.Write(string.Create(CultureInfo.InvariantCulture, $"\n## {one.At:yyyy-MM-dd HH:mm} {one.Person ?? "somebody no longer here"}{((one.Title ?? one.Report) is { } about ? $", about {about}" : "")}\n\n{one.Text.TrimEnd()}\n"));
    }
}
