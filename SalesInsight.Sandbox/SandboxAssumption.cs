namespace SalesInsight.Sandbox;

/// <summary>One fact that nobody here could verify, and the answers Salesforce might give.</summary>
public sealed class SandboxAssumption
{
    private readonly Func<SandboxOptions, object> read;
    private readonly Action<SandboxOptions, object> write;

    private SandboxAssumption(
        string name, string fact, IReadOnlyList<object> answers, Func<SandboxOptions, object> read,
        Action<SandboxOptions, object> write) =>
        (Name, Fact, Answers, this.read, this.write) = (name, fact, answers, read, write);

    /// <summary>The switch: a property of <see cref="SandboxOptions"/>.</summary>
    public string Name { get; }

    /// <summary>Where the doubt is written down, for example <c>11.2</c>; <c>memory</c> when nowhere.</summary>
    public string Fact { get; }

    /// <summary>Every answer, the default first.</summary>
    public IReadOnlyList<object> Answers { get; }

    /// <summary>
    /// Whether a seed draws it. One that shows only after days is not: a simulation heals in hours.
    /// </summary>
    public bool IsDrawn { get; private init; } = true;

    internal SandboxAssumption Undrawn() => new(Name, Fact, Answers, read, write) { IsDrawn = false };

    internal static SandboxAssumption Of<T>(
        string name, string fact, Func<SandboxOptions, T> read, Action<SandboxOptions, T> write,
        params IReadOnlyList<T> answers)
        where T : notnull =>
        new(name, fact, [.. answers.Cast<object>()], o => read(o), (o, answer) => write(o, (T)answer));

    public object Read(SandboxOptions options) => read(options);

    /// <exception cref="ArgumentException">The answer is none of <see cref="Answers"/>.</exception>
    public void Set(SandboxOptions options, string answer) => write(
        options,
        Answers.FirstOrDefault(known => string.Equals(known.ToString(), answer, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"{Name} is one of {string.Join(", ", Answers)}", nameof(answer)));

    internal void Draw(SandboxOptions options, Func<double> chance) =>
        write(options, Answers[Math.Min((int)(chance() * Answers.Count), Answers.Count - 1)]);
}
