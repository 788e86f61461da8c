using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using SalesInsight.Sync.EmailDelivery.Running;
using SalesInsight.Sync.EmailLog.Mail;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>
/// Makes the one form in which mails leave, and the one place where what people typed becomes a header: the base
/// library encodes names, subjects and file names, and refuses line breaks. Bcc goes to the envelope only.
/// </summary>
internal static class MailWriter
{
    /// <summary>The caller disposes it, and with it the files.</summary>
    /// <param name="mail">What to send.</param>
    /// <param name="html">Its formatted text as it travels.</param>
    /// <param name="files">Opened, in the order of the mail's attachments.</param>
    public static WrittenMail Write(OutgoingMail mail, string html, IReadOnlyList<Stream> files)
    {
        var text = new WatchedStream(Encoding.UTF8.GetBytes(HtmlText.ToPlain(html)));
        var message = new MailMessage
        {
            From = Address(mail.From, mail.FromName),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
        };
        message.Headers["Message-ID"] = $"<{mail.MessageId}>";
        foreach (var to in mail.To) message.To.Add(Address(to, to.Name));
        foreach (var cc in mail.Cc) message.CC.Add(Address(cc, cc.Name));
        if (mail.Bcc is { } bcc) message.Bcc.Add(Address(bcc, null));
        message.AlternateViews.Add(View(text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(new MemoryStream(Encoding.UTF8.GetBytes(html)), MediaTypeNames.Text.Html));
        foreach (var (attachment, content) in mail.Attachments.Zip(files))
            message.Attachments.Add(new Attachment(content, attachment.Name, MediaTypeNames.Application.Octet)
            {
                NameEncoding = Encoding.UTF8,
            });
        return new WrittenMail(message, text);
    }

    /// <summary>True for an address the base library can put into a header.</summary>
    public static bool CanWrite(EmailAddress address) => MailAddress.TryCreate(address.Key, out _);

    private static MailAddress Address(EmailAddress address, string? name) => new(address.Key, name, Encoding.UTF8);

    private static AlternateView View(Stream content, string type) => new(
        content, new ContentType(type) { CharSet = Encoding.UTF8.WebName })
    {
        TransferEncoding = TransferEncoding.Base64,
    };
}
