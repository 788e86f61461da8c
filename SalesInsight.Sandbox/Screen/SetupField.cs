using SalesInsight.Sandbox.Org;

namespace SalesInsight.Sandbox.Screen;

/// <summary>The custom field apps can keep their own id in. It is switched by hiding it from everybody, which to an
/// app is the same as its not being there.</summary>
internal sealed record SetupField(bool Exists, bool Present)
{
    private const string ObjectName = "Task";
    private const string Field = "SalesInsight_Id__c";

    /// <summary>Only a field that exists can be hidden and shown again.</summary>
    public bool Switchable => Exists;

    public string Explanation => this switch
    {
        { Exists: false } => "This sandbox was started without it.",
        { Present: true } => "Text, external id. An app that keeps its own id here never creates a task twice.",
        _ => "Apps see no such field and have to look tasks up by their contents.",
    };

    public static SetupField Of(SandboxOrg org, CallContext context)
    {
        var exists = org.Schema.Find(ObjectName)?.Find(Field) is not null;
        return new SetupField(exists, exists && !org.Sharing.HidesField(context, ObjectName, Field));
    }

    public static void Switch(SandboxOrg org, bool on)
    {
        if (on) org.Rights.ShowField(ObjectName, Field);
        else org.Rights.HideField(ObjectName, Field);
    }
}
