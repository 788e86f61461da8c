using System.Net.Mail;

namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>A mail ready to travel, which knows whether its text has been read by whoever sends it.</summary>
internal sealed class WrittenMail(MailMessage message, WatchedStream text) : IDisposable
{
    public MailMessage Message { get; } = message;

    /// <summary>
    /// False: nothing of the text has left, so the server cannot have taken it. That is what tells a server that was
    /// not reached from one that fell silent.
    /// </summary>
    public bool HasBegun => text.WasRead;

    public int RecipientCount => Message.To.Count + Message.CC.Count + Message.Bcc.Count;

    public void Dispose() => Message.Dispose();
}
