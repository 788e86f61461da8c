namespace SalesInsight.Tests.Simulation.People;

/// <summary>Fields whose every value a person types is unique, so that each can be found again or missed.</summary>
internal enum Field
{
    Subject,
    Details,
    Due,
}
