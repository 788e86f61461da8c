using System.Buffers.Binary;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Support;

/// <summary>Ids 1, 2, 3 ... as they are readable in a failed assertion: 00000000-0000-0000-0000-000000000001.</summary>
public sealed class SequentialIds : IIdSource
{
    private long _last;

    public Guid Next() => Of(Interlocked.Increment(ref _last));

    public static Guid Of(long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], number);
        return new Guid(bytes, bigEndian: true);
    }
}
