// Writes the sample journals beside this file: dotnet run seeds/make.cs
#:project ../src/Journal.Web/Journal.Web.csproj
using Journal.Seeds.Consultant;
using Journal.Seeds.Founder;

var folder = args is [var given] ? given : (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
foreach (var seed in new[] { ConsultantSeed.Make(), FounderSeed.Make() })
{
    var bytes = seed.Write();
    await File.WriteAllBytesAsync(Path.Combine(folder, seed.Handle + ".ndjson"), bytes);
    Console.WriteLine($"{seed.Handle}.ndjson: {seed.Count} events, {bytes.Length / 1024} KiB");
}
