using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SalesInsight.Tests.Simulation;

/// <summary>
/// One thing that happens. Numbers pick by remainder, so that a shorter script still means something.
/// </summary>
/// <param name="A">Which task, rep or engine.</param>
/// <param name="B">Which field, value or fault.</param>
/// <param name="At">
/// Inside a run: the moment of the run at which it happens, 1 ...; the first of its kind when 0.
/// </param>
/// <param name="When">Inside a run: which moments count.</param>
/// <param name="Pause">Seconds that pass before it.</param>
/// <param name="Inside">What happens while a run is under way.</param>
internal sealed record Step(
    StepKind Kind, int A = 0, int B = 0, int At = 0, int Pause = 0, Moment When = Moment.Any,
    ImmutableArray<Step> Inside = default)
{
    [JsonIgnore]
    public ImmutableArray<Step> Parts => Inside.IsDefault ? [] : Inside;

    public override string ToString() =>
        $"{(Pause > 0 ? $"+{Pause}s " : "")}"
        + $"{(When != Moment.Any ? $"{When} " : "")}{(At > 0 ? $"@{At} " : "")}{Kind} {A} {B}"
        + (Parts.IsEmpty ? "" : $" [{string.Join("; ", Parts)}]");
}
