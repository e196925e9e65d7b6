namespace Journal.Recording;

/// <summary>An event that says which aim its subject serves.</summary>
public interface IServesAim : IJournalEvent
{
    /// <summary>The aim; null leaves it as it was.</summary>
    Guid? AimId { get; }
}
