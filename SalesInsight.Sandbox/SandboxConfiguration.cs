namespace SalesInsight.Sandbox;

/// <summary>Options of the sandbox as a program: <c>--Sandbox:Seed empty</c> or <c>Sandbox__Seed=empty</c>.</summary>
internal static class SandboxConfiguration
{
    /// <summary>Where it listens when nobody says.</summary>
    private const string DefaultUrl = "http://127.0.0.1:5081";

    internal static SandboxOptions Read(string[] args)
    {
        var options = new SandboxOptions();
        Sources(args).GetSection(SandboxOptions.Section).Bind(options);
        return options;
    }

    internal static string[] WithUrl(string[] args) =>
        Sources(args)["urls"] is null ? [.. args, "--urls", DefaultUrl] : args;

    private static IConfigurationRoot Sources(string[] args) =>
        new ConfigurationBuilder().AddEnvironmentVariables().AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine(args).Build();
}
