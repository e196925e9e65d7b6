namespace Journal.Web.Interchange;

/// <summary>What can be read: a file on disk that is no pipe, no device and not endless.</summary>
internal static class PlainFile
{
    private const long Mebi = 1 << 20;

    /// <summary>The full path of a file, after a look at what lies there: opening a pipe would wait for its other end.</summary>
    /// <param name="path">As given.</param>
    /// <param name="most">Bytes it may have.</param>
    /// <exception cref="ImportFailedException"><c>import.nofile</c>, <c>import.unreadable</c>, <c>import.size</c>.</exception>
    public static string Find(string path, long most = long.MaxValue)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new ImportFailedException("import.unreadable", $"{path} is a folder.");
            }

            if (!File.Exists(path))
            {
                throw new ImportFailedException("import.nofile", $"There is no file {path}.");
            }

            var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) ?? new FileInfo(path);

            // Pipes, devices and sockets have no length.
            return ((FileInfo)target).Length switch
            {
                0 => throw new ImportFailedException("import.unreadable", $"{path} is empty, or it is no plain file but a pipe or a device."),
                var length when length > most => throw new ImportFailedException("import.size", $"The file is larger than {most / Mebi} MiB."),
                _ => target.FullName,
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ImportFailedException("import.unreadable", $"The file cannot be read: {e.Message}", e);
        }
    }
}
