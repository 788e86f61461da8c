namespace SalesInsight.Tests.Web.BadInput;

/// <summary>One row of the table: something that should not be, and what the person reads about it.</summary>
/// <param name="Name">What is bad about it.</param>
/// <param name="Given">What was there before; the state is noted after it.</param>
/// <param name="Act">The bad thing itself; answers what the person then reads.</param>
/// <param name="Sentences">Part of it, as the resources have them.</param>
internal sealed record BadInputRow(
    string Name, Func<BadInputWorld, Task> Given, Func<BadInputWorld, Task<string>> Act, params string[] Sentences)
{
    /// <summary>
    /// Content that differs afterwards. Without any, nothing at all may differ, not even a stamp or a version.
    /// </summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    public override string ToString() => Name;
}
