namespace Journal;

/// <summary>Marks free text a person wrote: it is never logged, may be left out of a shared view, and may be encrypted per person.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonalAttribute : Attribute;
