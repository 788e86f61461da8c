using SalesInsight.Sync.Reminders;

namespace SalesInsight.Tests.Simulation.People;

internal static class FieldNames
{
    /// <summary>What the engine calls it.</summary>
    public static TaskField SentAs(this Field field) => field switch
    {
        Field.Subject => TaskField.Subject,
        Field.Details => TaskField.Details,
        _ => TaskField.DueDate,
    };

    /// <summary>What Salesforce calls it.</summary>
    public static string ApiName(this Field field) => field switch
    {
        Field.Subject => "Subject",
        Field.Details => "Description",
        _ => "ActivityDate",
    };
}
