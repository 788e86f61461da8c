using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>How the values of a task read.</summary>
internal static class TaskWords
{
    public static string Subject(SObjectRecord task) => task.Text("Subject") ?? "(no subject)";

    /// <summary>An attribute to put on what shows the due date.</summary>
    public static Html DueClass(Viewer viewer, SObjectRecord task) => Html.When(
        task.Date("ActivityDate") < viewer.Today && !task.Flag("IsClosed"), () => Html.Of($" class=\"overdue\""));

    public static Html Status(SObjectRecord task)
    {
        var style = task.Flag("IsClosed") ? "badge good" : "badge";
        return Html.Of($"""<span class="{style}" title="{task.Text("Status")}">{task.Text("Status")}</span>""");
    }

    public static Html Priority(SObjectRecord task) => task.Flag("IsHighPriority")
        ? Html.Of($"""<span class="high">{Icons.Flag}{task.Text("Priority")}</span>""")
        : Html.Of($"{task.Text("Priority")}");
}
