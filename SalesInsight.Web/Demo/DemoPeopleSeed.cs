using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.TaskList;
using SalesInsight.Sync.Settings;
using SalesInsight.Web.Account;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Demo;

/// <summary>Creates the three people and what they had on their lists before any sync.</summary>
internal sealed class DemoPeopleSeed(
    PeopleDirectory people, ISettingsStore settings, IReminderTasks tasks, IDeliveryChannels channels,
    DemoSalesforce salesforce, TimeProvider time)
{
    /// <summary>Where the Salesforce side takes mails.</summary>
    public const string MailHost = "localhost";

    private const int MailsPerMinute = 60;

    /// <summary>Does nothing for people who are there already.</summary>
    public async Task FillAsync(CancellationToken stop)
    {
        foreach (var person in DemoPerson.All)
        {
            var (user, result) =
                await people.CreateAsync(person.Name, person.Email, DemoPerson.Password, person.IsAdmin);
            if (!result.Succeeded) continue;

            var actor = new Actor(user.Id, person.IsAdmin);
            await settings.SaveAsync(user.Id, new SettingsEdit().Set(SettingKeys.TimeZone, person.Zone), actor, stop);
            await OpenChannelAsync(user.Id, stop);
            var today = new PersonTime(TimeZoneInfo.FindSystemTimeZoneById(person.Zone), time).Today;
            foreach (var sample in DemoTask.Of(person))
                await tasks.AddAsync(user.Id, sample.Content(today), sample.Type, stop);
        }
    }

    private async Task OpenChannelAsync(Guid userId, CancellationToken stop)
    {
        if (salesforce.Server?.SmtpPort is not { } port) return;
        await channels.SaveAsync(
            userId, new(DeliveryChannel.Kind.Smtp, MailHost, port, "", null, MailsPerMinute), stop);
    }
}
