namespace Journal;

/// <summary>Marks a document in which words of a person lie: it is written only once it is said whose they are.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HoldsWordsAttribute : Attribute;
