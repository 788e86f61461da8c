namespace SalesInsight.Sandbox.Org;

/// <summary>
/// Salesforce ids: 15 case-sensitive characters, of which the first three name the object, and a checksum suffix of
/// three that makes 18 (facts 9.1: answer 18, accept 15).
/// </summary>
public static class RecordId
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Checksum = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private const int LongLength = 18;
    private const int ShortLength = 15;
    private const int PrefixLength = 3;

    /// <summary>
    /// The id of the <paramref name="sequence"/>-th row; later rows compare greater, as keyset paging needs.
    /// </summary>
    public static string Create(string keyPrefix, long sequence)
    {
        Span<char> body = stackalloc char[ShortLength];
        keyPrefix.AsSpan().CopyTo(body);
        "5i0".AsSpan().CopyTo(body[PrefixLength..]);
        for (var at = ShortLength - 1; at >= PrefixLength + 3; at--)
        {
            body[at] = Digits[(int)(sequence % Digits.Length)];
            sequence /= Digits.Length;
        }

        return ToLong(body);
    }

    /// <summary>The 18-character form of a well-formed id of either length, else null.</summary>
    public static string? Normalise(string? id)
    {
        if (id is not { Length: ShortLength or LongLength } || !id.All(char.IsAsciiLetterOrDigit)) return null;
        var normal = ToLong(id.AsSpan(0, ShortLength));
        var sameSuffix = id.Length == ShortLength || string.Equals(normal, id, StringComparison.OrdinalIgnoreCase);
        return sameSuffix ? normal : null;
    }

    public static string KeyPrefix(string id) => id[..PrefixLength];

    private static string ToLong(ReadOnlySpan<char> body)
    {
        Span<char> full = stackalloc char[LongLength];
        body.CopyTo(full);
        for (var group = 0; group < 3; group++)
        {
            var bits = 0;
            for (var bit = 0; bit < 5; bit++)
                if (char.IsAsciiLetterUpper(body[(group * 5) + bit])) bits |= 1 << bit;
            full[ShortLength + group] = Checksum[bits];
        }

        return new string(full);
    }
}
