namespace Journal.Benchmarks.Measuring;

/// <summary>Where figures go while they are made, and on what they were made.</summary>
internal static class Output
{
    public static string Machine() =>
        $"{Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}";

    public static void Print(string line) => Console.Error.WriteLine(line);
}
