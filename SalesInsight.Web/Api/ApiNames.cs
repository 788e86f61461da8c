using System.Text.Json;
using SalesInsight.Sync.Reminders;

namespace SalesInsight.Web.Api;

/// <summary>How the API spells our words.</summary>
internal static class ApiNames
{
    /// <summary>A choice: <c>inMail</c>.</summary>
    public static string Of<TChoice>(TChoice choice) where TChoice : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());

    /// <summary>A field of a task.</summary>
    public static string Of(TaskField field) => field switch
    {
        TaskField.Person => "personId",
        TaskField.Related => "relatedId",
        _ => Of<TaskField>(field),
    };
}
