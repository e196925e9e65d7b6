using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Cli;

public sealed class ServedFromAnyFolder(TestPostgres postgres) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("journal-folder-");

    [Fact]
    public async Task Takes_no_settings_from_it_and_watches_nothing_in_it()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "appsettings.json"), """{"Kestrel":{"Endpoints":{"Other":{"Url":"http://127.0.0.2:0"}}}}""", TestContext.Current.CancellationToken);
        foreach (var name in Enumerable.Range(0, 100))
            folder.CreateSubdirectory($"{name}/below");
        using var home = await postgres.NewHomeAsync();
        using var server = await ServedProcess.StartInAsync(folder.FullName, home.Path);

        Assert.Equal("127.0.0.1", server.Address.Host);
        if (OperatingSystem.IsLinux())
            Assert.DoesNotContain(Directory.GetFiles($"/proc/{server.Id}/fdinfo"), file => File.ReadAllText(file).Contains("inotify", StringComparison.Ordinal));
        await server.StopAsync();
    }

    public void Dispose() => folder.Delete(recursive: true);
}
