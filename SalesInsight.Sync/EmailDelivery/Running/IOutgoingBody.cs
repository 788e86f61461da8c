namespace SalesInsight.Sync.EmailDelivery.Running;

/// <summary>
/// Rewrites the formatted text of a mail on its way out, as tracking does. What is kept and logged is never rewritten.
/// </summary>
internal interface IOutgoingBody
{
    /// <param name="mail">Whose text; the e-mail log will know it by <see cref="OutgoingMail.EmailId"/>.</param>
    /// <param name="html">As kept: cleaned by <see cref="MailHtml"/>.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<string> WriteAsync(OutgoingMail mail, string html, CancellationToken stop);
}
