using Journal.Cli.Operating;

namespace Journal.Web.Tests.Sealing;

/// <summary>What `journal serve` makes of all that may say whether words are to be encrypted.</summary>
public sealed class WhetherWordsAreEncrypted
{
    private static readonly EncryptionChoice Laptop = new() { IsPrivate = true };
    private static readonly EncryptionChoice Server = new();
    private static readonly EncryptionChoice Container = new() { IsInContainer = true };

    [Fact]
    public void A_database_of_ones_own_has_them_encrypted_and_a_laptop_and_a_container_without_a_place_for_the_key_have_not() =>
        Assert.Equal((true, false, false), (Server.Encrypts, Laptop.Encrypts, Container.Encrypts));

    [Fact]
    public void A_key_that_is_named_or_a_word_in_the_environment_is_enough_everywhere()
    {
        foreach (var place in new[] { Laptop, Server, Container })
        {
            Assert.True((place with { IsKeyNamed = true }).Encrypts);
            Assert.True((place with { Said = true }).Encrypts);
            Assert.True((place with { IsAsked = true }).Encrypts);
        }
    }

    [Fact]
    public void No_in_the_environment_outweighs_what_is_usual_and_a_key_that_is_named_there_and_not_the_line()
    {
        Assert.False((Server with { Said = false }).Encrypts);
        Assert.False((Container with { Said = false, IsKeyNamed = true }).Encrypts);
        Assert.True((Server with { Said = false, IsAsked = true }).Encrypts);
    }

    [Fact]
    public void Declined_on_the_line_outweighs_everything() =>
        Assert.False((Server with { IsDeclined = true, IsAsked = true, Said = true, IsKeyNamed = true }).Encrypts);
}
