using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.Account;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Emails.Compose;

/// <summary>Who writes, and how it will leave.</summary>
internal sealed class ComposeFacts(
    CurrentPerson person, PeopleDirectory people, IDeliveryChannels channels, ISettingsStore settings,
    OutgoingWords words)
{
    public async Task<(Guid UserId, string From, string Via, bool HasBcc)> ReadAsync()
    {
        var actor = await person.ActorAsync();
        var user = await people.FindAsync(actor.UserId);
        var channel = await channels.FindAsync(actor.UserId, CancellationToken.None);
        var view = await settings.ViewAsync(actor.UserId, actor);
        return (
            actor.UserId,
            user?.Email ?? "",
            channel.Via == DeliveryChannel.Kind.Smtp ? channel.Host : words["Compose.ViaFolder"],
            view?.Of(SettingKeys.EmailBcc).Value is true
                && view.Of(SettingKeys.EmailBccAddress).Value.Length > 0);
    }
}
