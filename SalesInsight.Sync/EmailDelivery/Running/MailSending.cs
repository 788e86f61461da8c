using SalesInsight.Sync.EmailDelivery.Channels;

namespace SalesInsight.Sync.EmailDelivery.Running;

/// <summary>Hands one mail over to its channel.</summary>
internal sealed class MailSending(
    SmtpSender smtp, PickupSender pickup, EmailFiles files, IOutgoingBody body)
{
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, ChannelAccess channel, CancellationToken stop)
    {
        if (channel.PasswordLost) return new SendOutcome.NotTaken(OutgoingEmail.Failure.PasswordLost, null);
        List<Stream> opened = [];
        try
        {
            foreach (var attachment in mail.Attachments)
                if (files.TryOpen(attachment.Id) is { } file) opened.Add(file);
                else return new SendOutcome.NotTaken(OutgoingEmail.Failure.AttachmentLost, attachment.Name);

            using var written = MailWriter.Write(mail, await body.WriteAsync(mail, mail.Html, stop), opened);
            IMailSender sender = channel.Via == DeliveryChannel.Kind.Smtp ? smtp : pickup;
            return await sender.SendAsync(written, mail.TryName, channel, stop);
        }
        finally
        {
            foreach (var file in opened) await file.DisposeAsync();
        }
    }
}
