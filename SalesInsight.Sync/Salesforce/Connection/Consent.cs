namespace SalesInsight.Sync.Salesforce.Connection;

/// <summary>What the browser brought back, once it is known to belong to a sign-in of this user. Pure.</summary>
internal abstract record Consent
{
    private Consent()
    {
    }

    /// <summary>A code to trade.</summary>
    internal sealed record Given(string Code) : Consent;

    /// <summary>Salesforce, or the person, said no.</summary>
    internal sealed record Withheld(ConnectionProblem Problem) : Consent;

    /// <summary>Decides in this order: whose sign-in it is, whether it still counts, what was answered.</summary>
    public static Consent Of(
        PendingSignIn? signIn,
        Guid userId,
        string browser,
        DateTimeOffset now,
        IReadOnlyDictionary<string, string> query)
    {
        var isTheirs = signIn is not null
            && signIn.UserId == userId
            && signIn.BrowserHash == SignInSecrets.Hash(browser)
            && now < signIn.ExpiresAt;
        if (!isTheirs) return new Withheld(ConnectionProblem.SignInExpired);
        if (query.TryGetValue("error", out var error)) return new Withheld(ConnectionFaults.ProblemOfAnswer(error));
        return query.TryGetValue("code", out var code) && code.Length > 0
            ? new Given(code)
            : new Withheld(ConnectionProblem.CodeRejected);
    }
}
