using System.Diagnostics;
using Journal.Web.Interchange;

namespace Journal.Web.Tests.Interchange;

public sealed class ALoopDatabaseThatCannotBeTaken
{
    [Theory]
    [InlineData("alter table Habits rename column freq_num to times; pragma user_version = 30", "import.version")]
    [InlineData("pragma user_version = 26", "import.version")]
    [InlineData("alter table Habits rename column freq_num to times", "import.notloop")]
    [InlineData("drop table Repetitions; create view Repetitions as select 1 as habit, 0 as timestamp", "import.notloop")]
    [InlineData("alter table Repetitions add column x text generated always as (printf('%.200000000c', 'x')) virtual; insert into Repetitions (habit, timestamp, value) values (1, 0, 2)", "import.size")]
    [InlineData("alter table Habits add column x text; insert into Habits (Id, name, x) values (1, 'Run', printf('%.9000000c', 'x'))", "import.size")]
    public void Is_refused_by_name(string change, string code)
    {
        using var file = new LoopFile(25);
        file.Execute(change);
        Assert.Equal(code, Assert.Throws<ImportFailedException>(() => OpenJournal.Read(file.Path)).Code);
    }

    [Fact]
    public void Is_refused_where_it_has_too_many_columns()
    {
        using var file = new LoopFile(25);
        file.Execute(string.Concat(Enumerable.Range(0, 120).Select(i => $"alter table Habits add column c{i} text;")));
        Assert.Equal("import.size", Assert.Throws<ImportFailedException>(() => OpenJournal.Read(file.Path)).Code);
    }

    [Fact]
    public void Is_refused_where_it_has_too_many_rows()
    {
        using var file = new LoopFile(25);
        file.Execute("with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) insert into Habits (name) select 'x' from n");
        Assert.Equal("import.size", Assert.Throws<ImportFailedException>(() => OpenJournal.Read(file.Path)).Code);
    }

    [Fact]
    public void Is_refused_where_it_is_no_plain_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes in folders.");
        var pipe = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Process.Start("mkfifo", [pipe]).WaitForExit();
        foreach (var path in (string[])[pipe, "/dev/zero", "/dev/null", Path.GetTempPath()])
            Assert.Equal("import.unreadable", Assert.Throws<ImportFailedException>(() => OpenJournal.Read(path)).Code);
        File.Delete(pipe);
        Assert.Equal("import.nofile", Assert.Throws<ImportFailedException>(() => OpenJournal.Read(":memory:")).Code);
    }
}
