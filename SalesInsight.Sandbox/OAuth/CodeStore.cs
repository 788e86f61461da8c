using System.Collections.Concurrent;
using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.OAuth;

/// <summary>Authorization codes. A code is spent by the first attempt to redeem it, whether that succeeds or not.
/// Safe to share between threads.</summary>
internal sealed class CodeStore
{
    private const int CodesMax = 10_000;

    private readonly ConcurrentDictionary<string, AuthorizationCode?> codes = new();
    private readonly OAuthOptions options;
    private readonly SandboxClock clock;

    public CodeStore(OAuthOptions options, SandboxOrg org)
    {
        (this.options, clock) = (options, org.Clock);
        org.AfterReset += codes.Clear;
    }

    public string Issue(AuthorizeRequest.Valid allowed, string userId)
    {
        if (codes.Count >= CodesMax) codes.Clear();
        var code = SecretText.Next("aPrx");
        codes[code] = new AuthorizationCode(allowed, userId, clock.UtcNow + options.CodeLifetime);
        return code;
    }

    /// <summary>What the code stands for, or why it stands for nothing.</summary>
    public (AuthorizationCode? Found, TokenError? Refused) Redeem(string code)
    {
        if (!codes.TryGetValue(code, out var held)) return (null, TokenError.UnknownCode);
        var first = held is not null && codes.TryUpdate(code, null, held);
        return first && held!.ExpiresAt > clock.UtcNow ? (held, null) : (null, TokenError.ExpiredCode);
    }
}
