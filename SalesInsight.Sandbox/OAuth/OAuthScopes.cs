using System.Collections.Immutable;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>The scopes of one authorization, in the order they were asked for.</summary>
internal sealed class OAuthScopes
{
    private static readonly ImmutableDictionary<string, string> meaning = new Dictionary<string, string>
    {
        ["api"] = "Read and change your data through the API",
        ["refresh_token"] = "Keep doing so while you are away, until you take it back",
        ["openid"] = "Tell who you are when you log in",
        ["id"] = "See your user and organization ids",
        ["profile"] = "See your name and time zone",
        ["email"] = "See your email address",
        ["web"] = "Open Salesforce pages as you",
        ["full"] = "Everything you can do yourself",
    }.ToImmutableDictionary();

    private readonly ImmutableArray<string> names;

    private OAuthScopes(ImmutableArray<string> names) => this.names = names;

    /// <summary>Every scope the sandbox understands.</summary>
    public static IEnumerable<string> Known => meaning.Keys.Order();

    public IEnumerable<string> Names => names;

    public static string MeaningOf(string name) => meaning[name];

    /// <summary>A refresh token is only issued when asked for.</summary>
    public bool Offline => names.Contains("refresh_token");

    public bool OpenId => names.Contains("openid");

    /// <summary>Whether the session may call the REST API; a login-only session may not.</summary>
    public bool Api => names.Contains("api") || names.Contains("full");

    /// <summary>Null when a scope is unknown. <c>offline_access</c> is an alias of <c>refresh_token</c>.</summary>
    public static OAuthScopes? Parse(string text)
    {
        var names = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name == "offline_access" ? "refresh_token" : name)
            .Distinct()
            .ToImmutableArray();
        return names.All(meaning.ContainsKey) ? new OAuthScopes(names) : null;
    }

    public bool Within(OAuthScopes other) => names.All(other.names.Contains);

    public override string ToString() => string.Join(' ', names);
}
