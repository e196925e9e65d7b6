using FsCheck;
using FsCheck.Fluent;
using Journal.Sealing;

namespace Journal.Tests.Sealing;

public sealed class SealingWords
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261128, 7);
    private static readonly PersonKey Mine = Key("0198a000-0000-7000-8000-000000000001", 1);

    [Fact]
    public void And_opening_them_gives_any_text_as_it_was() =>
        Prop.ForAll(Texts().ToArbitrary(), text => Mine.Open(SealedText.Read(Mine.Seal(text))!.Value) == text).Check(Fixed);

    [Theory]
    [InlineData("")]
    [InlineData("\u0001sealed:1:AAAA")]
    [InlineData("\u0001sealed:0:")]
    [InlineData("\u0001\u0002\u001F\u007F\u0085\u2028")]
    [InlineData("\ud800 half a pair")]
    [InlineData("a\u0000b")]
    [InlineData("Ünïcödé 🙂 日本語")]
    public void Of_an_odd_sort_gives_them_back(string text) => Assert.Equal(text, Mine.Open(SealedText.Read(Mine.Seal(text))!.Value));

    [Fact]
    public void Leaves_nothing_of_them_to_be_read() =>
        Prop.ForAll(Texts().Where(text => text.Trim().Length > 3).ToArbitrary(), text => !Mine.Seal(text).Contains(text, StringComparison.OrdinalIgnoreCase)).Check(Fixed);

    [Fact]
    public void Twice_is_the_same_and_of_another_person_or_text_something_else()
    {
        Assert.Equal(Mine.Seal("work"), Mine.Seal("work"));
        Assert.NotEqual(Mine.Seal("work"), Mine.Seal("work "));
        Assert.NotEqual(Mine.Seal("work"), Key("0198a000-0000-7000-8000-000000000002", 1).Seal("work"));
        Assert.NotEqual(Mine.Hidden("work"), Key("0198a000-0000-7000-8000-000000000002", 1).Hidden("work"));
    }

    [Fact]
    public void Is_undone_by_nobody_elses_key_and_not_for_another_person()
    {
        var whole = SealedText.Read(Mine.Seal("mine"))!.Value;
        Assert.Null(Key("0198a000-0000-7000-8000-000000000001", 1, 9).Open(whole));
        // The same bytes, said to be another person's: what is sealed is bound to whose it is.
        Assert.Null(Key("0198a000-0000-7000-8000-000000000002", 1).Open(whole));
        Assert.Null(Key("0198a000-0000-7000-8000-000000000001", 2).Open(whole));
    }

    [Fact]
    public void That_were_changed_at_any_place_is_noticed()
    {
        var written = Mine.Seal("as it was");
        for (var place = "\u0001sealed:1:".Length; place < written.Length; place++)
        {
            var other = written[place] == 'A' ? 'B' : 'A';
            var changed = SealedText.Read(written[..place] + other + written[(place + 1)..]);
            Assert.True(changed is null || changed.Value.Key != 1 || Mine.Open(changed.Value) is null, $"at {place}");
        }

        Assert.Null(SealedText.Read(written[..^3]) is { } cut ? Mine.Open(cut) : null);
        Assert.Null(SealedText.Read("\u0001sealed:1:"));
        Assert.Null(SealedText.Read("\u0001sealed:7:AAAA"));
    }

    [Fact]
    public void That_are_not_to_be_is_told_from_what_is()
    {
        foreach (var text in new[] { "plain", "", "\u0001sealed:1:whatever", "\u0001sealed:0:\u0001sealed:1:" })
            Assert.Equal(text, SealedText.TryUnsealed(SealedText.Unsealed(text)));
        Assert.Null(SealedText.TryUnsealed(Mine.Seal("plain")));
        Assert.Equal("plain", SealedText.Unsealed("plain"));
        Assert.Equal(("\u0001sealed:1:x", StoredText.Plain), WordSealer.Off.OpenAs(SealedText.Unsealed("\u0001sealed:1:x"), null));
        Assert.Equal(StoredText.Locked, WordSealer.Off.OpenAs(Mine.Seal("x"), null).Is);
        Assert.NotEqual(WordSealer.Off.Open(Mine.Seal("x")), WordSealer.Off.Open(Mine.Seal("y")));
        Assert.Equal(WordSealer.Off.Open(Mine.Seal("x")), WordSealer.Off.Open(Mine.Seal("x")));
    }

    [Fact]
    public void Takes_a_key_that_only_the_server_key_unwraps_for_that_person()
    {
        var (server, secret) = (ServerKey.New(), Secret(3));
        var wrapped = server.Wrap("me", 5, secret);
        Assert.Equal(secret, server.Unwrap("me", 5, wrapped));
        Assert.Null(server.Unwrap("you", 5, wrapped));
        Assert.Null(server.Unwrap("me", 6, wrapped));
        Assert.Null(ServerKey.New().Unwrap("me", 5, wrapped));
        Assert.Null(server.Unwrap("me", 5, wrapped[..^2]));
        Assert.Null(server.Unwrap("me", 5, "?"));
        Assert.True(ServerKey.TryParse(server.Text() + "\n", out var again));
        Assert.Equal(server.Print, again.Print);
        Assert.DoesNotContain(server.Print, server.Text(), StringComparison.Ordinal);
        foreach (var wrong in new[] { null, "", "AAAA", server.Text() + server.Text(), "ä" })
            Assert.False(ServerKey.TryParse(wrong, out _));
    }

    private static PersonKey Key(string tenant, ulong number, byte seed = 1) => PersonKey.Of(tenant, number, Secret(seed));

    private static byte[] Secret(byte seed) => [.. Enumerable.Repeat(seed, PersonKey.Length)];

    // Any UTF-16 at all: control characters, pairs and halves of them.
    private static Gen<string> Texts() => Gen.Choose(0, char.MaxValue).Select(letter => (char)letter).ListOf().Select(letters => new string([.. letters]));
}
