using Journal.Entries;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Entries;

public sealed class AnEntry
{
    private static readonly JournalEntryWritten Written = new(Id, "I waited for the perfect draft.", Layer.Thinking, null, Monday);

    [Fact]
    public void It_is_written_in_a_layer_or_in_none()
    {
        Given<Entry>().When(EntryDecider.Decide, new WriteEntry("I waited for the perfect draft.", Layer.Thinking)).Then(Written with { OccurredAt = Now });
        Given<Entry>().When(EntryDecider.Decide, new WriteEntry("Tired.")).Then(new JournalEntryWritten(Id, "Tired.", null, null, Now));
    }

    [Fact]
    public void Keeps_the_words_it_is_sorted_by_until_it_is_sorted_anew()
    {
        var fact = EntryFact.Fold(null, new JournalEntryWritten(Id, "Tired.", null, null, Now, ["work", "night"]), Guid.Empty);
        Assert.Equal(["work", "night"], fact!.Tags);
        Assert.Equal(["work", "night"], EntryFact.Fold(fact, new EntryAmended(Id, "Very tired.", null, Now), Guid.Empty)!.Tags);
        Assert.Null(EntryFact.Fold(fact, new EntryAmended(Id, "Very tired.", null, Now, []), Guid.Empty)!.Tags);
        Given<Entry>().When(EntryDecider.Decide, new WriteEntry("Tired.", Tags: ["work", " "])).ThenRefused("tags.missing");
    }

    [Fact]
    public void A_layer_that_is_none_is_refused() => Given<Entry>().When(EntryDecider.Decide, new WriteEntry("Tired.", (Layer)7)).ThenRefused("layer.unknown");

    [Fact]
    public void Twenty_thousand_characters_are_the_most()
    {
        var longest = new string('x', 20_000);
        Given<Entry>().When(EntryDecider.Decide, new WriteEntry(longest)).Then(new JournalEntryWritten(Id, longest, null, null, Now));
        Given<Entry>().When(EntryDecider.Decide, new WriteEntry(longest + "x")).ThenRefused("text.length");
    }

    [Fact]
    public void It_can_be_amended() =>
        Given<Entry>(Written).When(EntryDecider.Decide, new AmendEntry("I waited.", "Too long")).Then(new EntryAmended(Id, "I waited.", "Too long", Now));

    [Fact]
    public void Once_retracted_it_is_amended_no_more()
    {
        var retracted = new EntryRetracted(Id, null, Tuesday);
        Given<Entry>(Written).When(EntryDecider.Decide, new RetractEntry()).Then(retracted with { OccurredAt = Now });
        Given<Entry>(Written, retracted).When(EntryDecider.Decide, new AmendEntry("I waited.")).ThenRefused("entry.retracted", RefusalKind.Conflict);
        Given<Entry>(Written, retracted).When(EntryDecider.Decide, new RetractEntry()).ThenNothing();
    }

    [Fact]
    public void One_that_is_not_there_cannot_be_amended() =>
        Given<Entry>().When(EntryDecider.Decide, new AmendEntry("I waited.")).ThenRefused("entry.unknown", RefusalKind.Unknown);
}
