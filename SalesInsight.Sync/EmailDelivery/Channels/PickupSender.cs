using System.Net.Mail;

namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>
/// Into the pickup folder, one .eml per mail. It is written beside and then moved, so that a mail server never finds
/// half a mail. Who gets it stands in X-Sender and X-Receiver, as mail servers with such a folder read and remove them;
/// a hidden copy is only there.
/// </summary>
internal sealed class PickupSender(EmailFiles files) : IMailSender
{
    public async Task<SendOutcome> SendAsync(
        WrittenMail mail, string name, ChannelAccess channel, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var draft = Path.Combine(files.PickupDraftFolder, name);
        try
        {
            Directory.CreateDirectory(files.PickupFolder);
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
            Directory.CreateDirectory(draft);
            using var client = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = draft,
                DeliveryFormat = SmtpDeliveryFormat.International,
            };
            await client.SendMailAsync(mail.Message, stop);
            File.Move(Directory.GetFiles(draft).Single(), Path.Combine(files.PickupFolder, $"{name}.eml"));
            Directory.Delete(draft);
            return SendOutcome.Taken.Whole;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SmtpException)
        {
            // only the move makes a mail of it, and it is the last thing that can fail
            return new SendOutcome.NotTaken(OutgoingEmail.Failure.FolderRefused, null);
        }
    }
}
