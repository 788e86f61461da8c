using SalesInsight.Sandbox.Org.Rows;
using SalesInsight.Sandbox.Org.Schema;

namespace SalesInsight.Sandbox.Org.Setup;

/// <summary>Who may see and change which row: own tasks, everything else public read, unless taken away.</summary>
internal sealed class Sharing(SandboxOptions options, SandboxUsers users, SandboxRights rights)
{
    internal bool CanSee(CallContext context, SObjectRecord row)
    {
        if (rights.HidesRecord(context.UserId, row.Id)) return false;
        if (row.Schema.Name == "UserPermissionAccess") return row.Id == SandboxUsers.PermissionsOf(context.UserId);
        if (context.ViewAllData || row.Schema.Name != "Task") return true;
        return !rights.TasksAreHidden && (options.TasksPublicRead || IsMine(row, context.UserId));
    }

    internal bool CanEdit(CallContext context, SObjectRecord row)
    {
        if (rights.RecordIsReadOnly(context.UserId, row.Id)) return false;
        return users.Find(context.UserId) is { } user
            && (user.Profile == SandboxProfile.Admin || IsMine(row, user.Id));
    }

    /// <summary>Own rows, and those of a queue: everybody is a member of every queue here.</summary>
    private static bool IsMine(SObjectRecord row, string userId) =>
        row.Text("OwnerId") is { } owner && (owner == userId || RecordId.KeyPrefix(owner) == "00G");

    /// <summary>An object a profile does not show does not exist for its users.</summary>
    internal bool HidesObject(CallContext context, string objectName) =>
        !options.EmailAddressReadable && objectName is "EmailServicesAddress" or "EmailServicesFunction"
        && users.Find(context.UserId)?.Profile != SandboxProfile.Admin;

    internal ObjectSchema? Find(CallContext context, OrgSchema schema, string objectName) =>
        schema.Find(objectName) is { } found && !HidesObject(context, found.Name) ? found : null;

    internal bool HidesField(CallContext context, string objectName, string field) =>
        (!options.CallObjectVisible && objectName == "Task" && field == TaskSchema.CallObject)
        || rights.HidesField(context.UserId, objectName, field);

    internal bool FieldIsReadOnly(CallContext context, string objectName, string field) =>
        rights.FieldIsReadOnly(context.UserId, objectName, field);
}
