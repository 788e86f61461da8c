using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SalesInsight.Sync.Runs;

/// <summary>
/// What an installation may set in section <c>Runs</c>; the defaults suit an org far away. Shorter ones let a run that
/// died be followed sooner, and are for a Salesforce that answers within <c>Salesforce:CallTimeout</c>.
/// </summary>
internal sealed record RunTimes
{
    public const string Section = "Runs";

    public static readonly RunTimes Default = new();

    /// <value>Default 3 minutes.</value>
    public TimeSpan Lease { get; init; } = RunLimits.Lease;

    /// <value>Default 15 seconds.</value>
    public TimeSpan SendWindow { get; init; } = RunLimits.SendWindow;

    /// <value>Default 5 seconds.</value>
    public TimeSpan DeadlineMargin { get; init; } = RunLimits.DeadlineMargin;

    /// <exception cref="OptionsValidationException">A lease must outlast a call: it is renewed before each and not
    /// during one. None of the times may be zero.</exception>
    public static RunTimes From(IConfiguration configuration, TimeSpan callTimeout)
    {
        var times = configuration.GetSection(Section).Get<RunTimes>() ?? Default;
        if (times.Lease <= callTimeout)
            throw Refused("Runs:Lease must be longer than Salesforce:CallTimeout.");
        if (times.SendWindow <= TimeSpan.Zero || times.DeadlineMargin <= TimeSpan.Zero)
            throw Refused("Runs:SendWindow and Runs:DeadlineMargin must be more than zero.");
        return times;
    }

    private static OptionsValidationException Refused(string why) => new(Section, typeof(RunTimes), [why]);
}
