using Xunit.v3;

namespace SalesInsight.Tests.Sandbox;

/// <summary>
/// The line of salesforce-facts.md a test of the sandbox stands for: <c>9.1 crud</c>, <c>9.2.5</c>, <c>11.3</c>.
/// <c>-trait "Source=9.2.5"</c> runs one line's tests.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class SourceAttribute(string line) : Attribute, ITraitAttribute
{
    internal string Line => line;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Source", line)];
}
