using Microsoft.Extensions.Localization;
using SalesInsight.Web.Demo;

namespace SalesInsight.Web.Connection;

/// <summary>Where people may sign in at Salesforce; in the demo only the built-in stand-in.</summary>
internal sealed class LoginHosts(IConfiguration configuration, DemoMode demo, IStringLocalizer<ConnectionText> text)
{
    public IReadOnlyList<string> All => demo.SandboxUrl is { } sandbox
        ? [sandbox.GetLeftPart(UriPartial.Authority)]
        : configuration.GetSection("Salesforce:LoginHosts").Get<string[]>() ?? [];

    /// <summary>A host in words a rep knows.</summary>
    public string Say(string host)
    {
        var name = new Uri(host).Authority;
        if (demo.SandboxUrl is not null) return text["Connect.HostDemo", name];
        var known = text[$"Connect.Host.{name}"];
        return known.ResourceNotFound ? text["Connect.HostOther", name] : known;
    }
}
