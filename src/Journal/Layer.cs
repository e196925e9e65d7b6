namespace Journal;

/// <summary>Where a fact, a doubt or an intervention sits: belief shapes thinking, thinking shapes execution.</summary>
public enum Layer
{
    Belief,
    Thinking,
    Execution,
}
