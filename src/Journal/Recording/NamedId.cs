using System.Security.Cryptography;
using System.Text;

namespace Journal.Recording;

/// <summary>Ids that follow from a name, so that the same request makes the same ids again.</summary>
internal static class NamedId
{
    /// <summary>A UUID of version 8: the first bits of SHA-256 over the person's id and the parts of the name.</summary>
    /// <remarks>Layout: RFC 9562, section 5.8 and appendix B.2. The parts are counted, so that no two lists of parts run into the same bytes.</remarks>
    public static Guid Create(Guid person, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(person.ToByteArray(bigEndian: true));
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        var id = hash.GetHashAndReset().AsSpan(0, 16);
        id[6] = (byte)((id[6] & 0x0f) | 0x80);
        id[8] = (byte)((id[8] & 0x3f) | 0x80);
        return new Guid(id, bigEndian: true);
    }

    /// <summary>An id that follows from its name and lies, among ids in the order of time, where a version 7 id lies.</summary>
    /// <param name="time">The id whose time it takes.</param>
    /// <param name="named">The id whose other bits it takes.</param>
    public static Guid InTime(Guid time, Guid named)
    {
        Span<byte> bytes = stackalloc byte[16];
        Span<byte> first = stackalloc byte[16];
        named.TryWriteBytes(bytes, bigEndian: true, out _);
        time.TryWriteBytes(first, bigEndian: true, out _);
        first[..6].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x70);
        return new Guid(bytes, bigEndian: true);
    }
}
