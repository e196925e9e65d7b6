using System.Globalization;

namespace Journal.Seeds;

/// <summary>Sentences dealt in a shuffled order; none comes again before all have come.</summary>
internal sealed class Deck(Dice dice, params IReadOnlyList<string> sentences)
{
    private readonly Queue<string> rest = new();

    /// <summary>The next sentence, with what it speaks about put in.</summary>
    public string Deal(string about = "")
    {
        if (rest.Count == 0)
        {
            var all = sentences.ToList();
            dice.Shuffle(all);
            all.ForEach(rest.Enqueue);
        }

        var sentence = string.Format(CultureInfo.InvariantCulture, rest.Dequeue(), about);
        return sentence is [var first, .. var more] ? char.ToUpperInvariant(first) + more : "";
    }
}
