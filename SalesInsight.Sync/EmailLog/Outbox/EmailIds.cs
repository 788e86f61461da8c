using System.Security.Cryptography;
using System.Text;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailLog.Outbox;

/// <summary>
/// Ids that are derived, so that whoever meets the same mail or person again, in another process or after a crash,
/// finds the same row. Pure.
/// </summary>
internal static class EmailIds
{
    private const string Nobody = "nobody";

    /// <summary>
    /// One mail, whoever reports it. The sender is part of it: an id somebody else made up must not stand in the way.
    /// </summary>
    public static string MessageKey(string messageId, EmailAddress from) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{messageId}\n{from.Key}")));

    /// <summary>One mail as one user reports it.</summary>
    public static Guid Email(Guid userId, string messageKey) => Of($"email\n{userId:N}\n{messageKey}");

    /// <summary>One mail on one person of an organization; the second half of the activity's external id.</summary>
    public static Guid Log(string organizationId, string messageKey, string? personId) =>
        Of($"log\n{organizationId}\n{messageKey}\n{personId ?? Nobody}");

    /// <summary>A lead made of an address, once per organization.</summary>
    public static Guid Lead(string organizationId, EmailAddress address) =>
        Of($"lead\n{organizationId}\n{address.Key}");

    /// <summary>One thing that happened to a mail, however often it is reported.</summary>
    public static Guid Event(Guid emailId, EmailAddress address, EmailEventInput.Kind kind, string key) =>
        Of($"event\n{emailId:N}\n{address.Key}\n{kind}\n{key}");

    /// <summary>What a logging run holds its lease under; the task run of the connection holds its own.</summary>
    public static Guid Lease(Guid connectionId) => Of($"lease\n{connectionId:N}");

    /// <summary>UUID version 8 (RFC 9562): 122 bits of a SHA-256.</summary>
    private static Guid Of(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
