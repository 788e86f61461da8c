using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Sync.Runs.Ports.People;
using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Sync.Salesforce.Wire;

namespace SalesInsight.Sync.Salesforce;

/// <summary>Adds the Salesforce client.</summary>
public static class SalesforceSetup
{
    /// <summary>How long a connection to the other side may take to come up.</summary>
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Connections are made anew from time to time, so that a moved host is noticed.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Adds <see cref="IConnections"/> and the engine's gateway. Reads section <c>Salesforce</c>; in the demo
    /// (<c>Demo:Enabled</c>) addresses on this machine are allowed without https. Needs a TimeProvider, an IIdSource
    /// and the store from Storage. The primary handler of the HTTP client "Salesforce" may be replaced.
    /// </summary>
    public static IServiceCollection AddSalesforce(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SalesforceOptions>()
            .Bind(configuration.GetSection(SalesforceOptions.Section))
            .PostConfigure(o => o.AllowLoopback |= configuration.GetValue("Demo:Enabled", false))
            .ValidateDataAnnotations()
            .Validate(HostsAreAddresses, "Salesforce:LoginHosts must be https addresses without a path.")
            .ValidateOnStart();
        services.AddHttpClient(SalesforceHttp.ClientName, c => c.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(MakeHandler)
            // The factory would log addresses, and ours carry SOQL.
            .RemoveAllLoggers();
        services.TryAddSingleton(AllowList);
        services.TryAddSingleton<SalesforceHttp>();
        services.TryAddSingleton<LoginClient>();
        services.TryAddSingleton<TokenKeeper>();
        services.TryAddSingleton<OrgFactsCache>();
        services.TryAddSingleton<OrgProbe>();
        services.TryAddSingleton<GrantExchange>();
        services.TryAddSingleton<Connections>();
        services.TryAddSingleton<IConnections>(provider => provider.GetRequiredService<Connections>());
        services.TryAddSingleton<IOrgReaders, OrgReaders>();
        services.TryAddSingleton<SalesforceGateway>();
        services.TryAddSingleton<ISalesforceGateway>(p => p.GetRequiredService<SalesforceGateway>());
        services.TryAddSingleton<IEmailGateway>(p => p.GetRequiredService<SalesforceGateway>());
        return services;
    }

    /// <summary>No redirects: a token must not follow one elsewhere. No cookies: sessions are not shared.</summary>
    private static SocketsHttpHandler MakeHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
    };

    private static HostAllowList AllowList(IServiceProvider services) =>
        services.GetRequiredService<IOptions<SalesforceOptions>>().Value.AllowList();

    private static bool HostsAreAddresses(SalesforceOptions options) =>
        options.LoginHosts.All(h => Uri.TryCreate(h, UriKind.Absolute, out var uri)
            && uri.Scheme == Uri.UriSchemeHttps && uri.PathAndQuery == "/");
}
