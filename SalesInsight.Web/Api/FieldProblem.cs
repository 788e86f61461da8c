namespace SalesInsight.Web.Api;

/// <summary>What is wrong with one field of a body.</summary>
/// <param name="Field">As the body names it.</param>
/// <param name="Code">Stable.</param>
/// <param name="Detail">The same for a person.</param>
internal sealed record FieldProblem(string Field, string Code, string Detail);
