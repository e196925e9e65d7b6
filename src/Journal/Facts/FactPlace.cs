using System.Security.Cryptography;

namespace Journal.Facts;

/// <summary>Which fact of a person: a subject, or a part of one.</summary>
/// <param name="Part">Outcomes, evidence and runs are named within their subject: a sender may choose the same id in two of them.</param>
internal readonly record struct FactPlace(Guid Subject, Guid? Part)
{
    /// <summary>One key for both, the same wherever it is made.</summary>
    public Guid Key() => Part is { } part ? Within(Subject, part) : Subject;

    private static Guid Within(Guid subject, Guid id)
    {
        Span<byte> both = stackalloc byte[32];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        subject.TryWriteBytes(both, bigEndian: true, out _);
        id.TryWriteBytes(both[16..], bigEndian: true, out _);
        SHA256.HashData(both, hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
