namespace Journal.Recording;

/// <summary>Marks the state of a subject that goes on for years, with an event or more a day.</summary>
public interface ILongHistory
{
    /// <summary>The number of the subject's events that it was folded from.</summary>
    long Known { get; }
}
