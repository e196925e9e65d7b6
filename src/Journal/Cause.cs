namespace Journal;

/// <summary>What a person puts a miss, a skip or a change of plan down to. Nobody else codes it for them.</summary>
public enum Cause
{
    Capacity,
    Environment,
    Illness,
    Knowledge,
    Priority,
    Reluctance,
    Rationalisation,
    Other,
}
