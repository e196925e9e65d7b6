namespace Journal.Web.Http;

/// <summary>Marks endpoints whose requests mostly wait, and so take no place from those that work.</summary>
internal sealed class Waits;
