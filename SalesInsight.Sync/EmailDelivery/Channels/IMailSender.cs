namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>One way out. Thread-safe; throws only when <c>stop</c> ends it before anything was handed over.</summary>
internal interface IMailSender
{
    /// <param name="mail">Built by <see cref="MailWriter"/>; its owner disposes it.</param>
    /// <param name="name">Names this try: one mail and attempt.</param>
    /// <param name="channel">Where to.</param>
    /// <param name="stop">Ends it; what was under way by then is <see cref="SendOutcome.Open"/>.</param>
    Task<SendOutcome> SendAsync(WrittenMail mail, string name, ChannelAccess channel, CancellationToken stop);
}
