namespace Journal.Sealing;

/// <summary>A person's key, wrapped by the server's. Nobody's words can be read without; it goes first when a person is erased.</summary>
/// <param name="Id">The person.</param>
/// <param name="Number">Stands in everything that is sealed by it.</param>
/// <param name="Wrapped">Nonce, tag and the wrapped key, in base64url.</param>
/// <param name="By">The print of the server key that wraps it.</param>
/// <param name="Sealed">Whether everything that lay there before the key was made is sealed by now.</param>
public sealed record PersonKeyDocument(Guid Id, string Number, string Wrapped, string By, bool Sealed);

/// <summary>That words are sealed in this database from the moment this is there: one a database.</summary>
/// <param name="Id">There is one.</param>
/// <param name="Print">Of the server key in use.</param>
public sealed record ServerKeyDocument(string Id, string Print);
