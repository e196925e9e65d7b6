namespace Journal.Cli.Operating;

/// <summary>The sample journals, for a first look around.</summary>
internal static class Samples
{
    public static Task LoadAsync(IServiceProvider services, CancellationToken ct) => Task.CompletedTask;
}
