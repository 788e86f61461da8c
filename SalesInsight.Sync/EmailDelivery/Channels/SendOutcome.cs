using System.Collections.Immutable;

namespace SalesInsight.Sync.EmailDelivery.Channels;

/// <summary>What became of one handing over.</summary>
internal abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The channel took it.</summary>
    /// <param name="Refused">Addresses it did not take it for; never all of them.</param>
    /// <param name="Answer">What it said to the first of those.</param>
    public sealed record Taken(ImmutableArray<string> Refused, string? Answer) : SendOutcome
    {
        public static readonly Taken Whole = new([], null);
    }

    /// <summary>It certainly did not go out.</summary>
    /// <param name="Problem">Why.</param>
    /// <param name="Answer">What the server said.</param>
    public sealed record NotTaken(OutgoingEmail.Failure Problem, string? Answer) : SendOutcome;

    /// <summary>The text had begun to travel and no answer came: it may have gone out.</summary>
    /// <param name="Answer">What cut it short.</param>
    public sealed record Open(string? Answer) : SendOutcome;
}
