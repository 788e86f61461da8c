using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesInsight.Sync.EmailDelivery.Channels;
using SalesInsight.Sync.EmailDelivery.Running;
using SalesInsight.Sync.EmailDelivery.Tracking;

namespace SalesInsight.Sync.EmailDelivery.Control;

/// <summary>Registers the sending of mails: channels, runs and their schedule.</summary>
public static class EmailDeliveryRegistration
{
    /// <summary>
    /// Needs storage, the e-mail log and the runs, whose scheduler it shares, to be registered too. Reads
    /// <c>Email:SmtpHosts</c>, <c>Email:PlainHosts</c>, <c>Email:TrustedCertificates</c>, and
    /// <c>Email:TrackingUrl</c> or <c>PublicUrl</c>.
    /// </summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddSalesInsightEmailDelivery(this IServiceCollection services)
    {
        services.AddMailSending();
        services.AddSingleton<DeliveryTriggers>();
        services.AddHostedService<DeliveryScheduler>();
        return services;
    }

    /// <summary>Without the schedule.</summary>
    internal static void AddMailSending(this IServiceCollection services)
    {
        services.AddSingleton(p => TrackingAddress.From(p.GetRequiredService<IConfiguration>()));
        services.AddSingleton<TrackingMarks>();
        services.AddSingleton<IEmailTracking, EmailTracking>();
        services.TryAddSingleton<IOutgoingBody, TrackingBody>();
        services.AddSingleton(p => SmtpHosts.From(p.GetRequiredService<IConfiguration>()));
        services.AddSingleton(p => MailServerTrust.From(p.GetRequiredService<IConfiguration>()));
        services.AddSingleton<SmtpSender>();
        services.AddSingleton<PickupSender>();
        services.AddSingleton<MailSending>();
        services.AddSingleton<DeliveryRun>();
        services.AddSingleton<IDeliveryChannels, DeliveryChannels>();
    }
}
