using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using SalesInsight.Sync.Reminders;
using SalesInsight.Sync.Runs.Control;
using SalesInsight.Sync.Storage;

namespace SalesInsight.Tests.Support;

/// <summary>Storage as the product registers it, with the clock, the ids and the runs of a test.</summary>
internal static class StoreServices
{
    private const string WrappingKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    public static ServiceProvider Build(
        string path,
        TimeProvider time,
        IIdSource ids,
        ISyncControl runs,
        Action<IServiceCollection>? configure = null,
        string? wrappingKey = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = $"Data Source={path}",
            ["DataProtection:Key"] = wrappingKey ?? WrappingKey,
        }).Build();

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IHostEnvironment>(new TestEnvironment("Production"));
        services.AddSingleton(time);
        services.AddSingleton(ids);
        services.AddSingleton(runs);
        services.AddSalesInsightStorage(configuration);
        configure?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    internal sealed class TestEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "SalesInsight.Tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
