namespace SalesInsight.Sandbox.Org;

/// <summary>The org's one source of chance, safe to share between threads.</summary>
public sealed class SandboxRandom(Func<double> chance)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private readonly Lock gate = new();

    public double Next()
    {
        lock (gate) return chance();
    }

    /// <summary>
    /// A token body of letters and digits. Good enough for a stand-in on loopback, not for real secrets.
    /// </summary>
    public string Token(int length) =>
        string.Create(length, this, static (text, source) =>
        {
            for (var at = 0; at < text.Length; at++) text[at] = Letters[(int)(source.Next() * Letters.Length)];
        });
}
