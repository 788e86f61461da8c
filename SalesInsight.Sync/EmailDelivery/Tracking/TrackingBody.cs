using SalesInsight.Sync.EmailDelivery.Running;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Settings;

namespace SalesInsight.Sync.EmailDelivery.Tracking;

/// <summary>Marks the text of a mail on its way out, while its sender has tracking on.</summary>
internal sealed class TrackingBody(TrackingMarks marks, TrackingAddress address, ISettingsStore settings)
    : IOutgoingBody
{
    /// <summary>A mail to more people says nothing about anybody: its opens are not counted.</summary>
    public const int RecipientsMax = 20;

    public async Task<string> WriteAsync(OutgoingMail mail, string html, CancellationToken stop)
    {
        if (address.Base is not { } place || mail.To.Length + mail.Cc.Length > RecipientsMax) return html;
        if (!await IsOnAsync(settings, mail.UserId, stop)) return html;
        return TrackedHtml.Write(
            html,
            target => Address(place, TrackingAddress.LinkPath, new TrackingMark.Link(
                mail.UserId, mail.EmailId, target)),
            Address(place, TrackingAddress.PicturePath, new TrackingMark.Picture(mail.UserId, mail.EmailId)));
    }

    public static async Task<bool> IsOnAsync(ISettingsStore settings, Guid userId, CancellationToken stop) =>
        (await settings.ViewAsync(userId, new Actor(userId, IsAdmin: false), stop))
            ?.Of(SettingKeys.EmailTracking).Value is true;

    private Uri Address(Uri place, string path, TrackingMark mark) => new(place, path + marks.Write(mark));
}
