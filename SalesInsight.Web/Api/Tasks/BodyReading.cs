namespace SalesInsight.Web.Api.Tasks;

/// <summary>What a body turned out to be.</summary>
internal abstract record BodyReading
{
    private BodyReading() { }

    /// <summary>What stood, with what the body says instead.</summary>
    public sealed record Read(TaskValues Values) : BodyReading;

    /// <summary>Nothing of it is used.</summary>
    public sealed record Refused(ApiProblem Problem, IReadOnlyList<FieldProblem> Errors) : BodyReading
    {
        public Refused(ApiProblem problem) : this(problem, []) { }
    }
}
