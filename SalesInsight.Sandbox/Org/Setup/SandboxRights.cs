namespace SalesInsight.Sandbox.Org.Setup;

/// <summary>Rights an admin took away: records out of sight or read only, fields hidden or read only (FLS).</summary>
public sealed class SandboxRights
{
    private const string Everybody = "*";
    private readonly Lock gate = new();
    private readonly HashSet<(string User, string Record)> hiddenRecords = [];
    private readonly HashSet<(string User, string Record)> readOnlyRecords = [];
    private readonly HashSet<string> hiddenFields = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> readOnlyFields = new(StringComparer.OrdinalIgnoreCase);

    private readonly SandboxClock clock;
    private DateTimeOffset? fieldsChangedAt;
    private bool tasksAreHidden;

    internal SandboxRights(SandboxClock clock) => this.clock = clock;

    internal DateTimeOffset? FieldsChangedAt
    {
        get
        {
            lock (gate) return fieldsChangedAt;
        }
    }

    /// <value>True: nobody without View All Data sees any task, not even their own. Default false.</value>
    public bool TasksAreHidden
    {
        get
        {
            lock (gate) return tasksAreHidden;
        }
        set => Change(() => tasksAreHidden = value);
    }

    /// <summary>The user no longer sees the record, View All Data or not.</summary>
    public void HideRecord(string userId, string recordId) => Change(() => hiddenRecords.Add((userId, recordId)));

    public void ShowRecord(string userId, string recordId) => Change(() => hiddenRecords.Remove((userId, recordId)));

    public void MakeRecordReadOnly(string userId, string recordId) =>
        Change(() => readOnlyRecords.Add((userId, recordId)));

    public void MakeRecordWriteable(string userId, string recordId) =>
        Change(() => readOnlyRecords.Remove((userId, recordId)));

    /// <summary>
    /// The field no longer exists for the user, or for everybody when <paramref name="userId"/> is null.
    /// </summary>
    public void HideField(string objectName, string field, string? userId = null) =>
        ChangeFields(() => hiddenFields.Add(Key(objectName, field, userId)));

    public void ShowField(string objectName, string field, string? userId = null) =>
        ChangeFields(() => hiddenFields.Remove(Key(objectName, field, userId)));

    public void MakeFieldReadOnly(string objectName, string field, string? userId = null) =>
        ChangeFields(() => readOnlyFields.Add(Key(objectName, field, userId)));

    public void MakeFieldWriteable(string objectName, string field, string? userId = null) =>
        ChangeFields(() => readOnlyFields.Remove(Key(objectName, field, userId)));

    /// <summary>Gives everything back.</summary>
    public void Clear() => ChangeFields(() =>
    {
        tasksAreHidden = false;
        hiddenRecords.Clear();
        readOnlyRecords.Clear();
        hiddenFields.Clear();
        readOnlyFields.Clear();
        return true;
    });

    internal bool HidesRecord(string userId, string recordId)
    {
        lock (gate) return hiddenRecords.Count > 0 && hiddenRecords.Contains((userId, recordId));
    }

    internal bool RecordIsReadOnly(string userId, string recordId)
    {
        lock (gate) return readOnlyRecords.Contains((userId, recordId));
    }

    internal bool HidesField(string userId, string objectName, string field) =>
        Holds(hiddenFields, userId, objectName, field);

    internal bool FieldIsReadOnly(string userId, string objectName, string field) =>
        Holds(readOnlyFields, userId, objectName, field);

    private bool Holds(HashSet<string> set, string userId, string objectName, string field)
    {
        lock (gate)
        {
            return set.Count > 0 &&
                (set.Contains(Key(objectName, field, null)) || set.Contains(Key(objectName, field, userId)));
        }
    }

    private void ChangeFields(Func<bool> change) => Change(() =>
    {
        fieldsChangedAt = clock.Stamp;
        return change();
    });

    private void Change(Func<bool> change)
    {
        lock (gate) change();
    }

    private static string Key(string objectName, string field, string? userId) =>
        $"{userId ?? Everybody}/{objectName}.{field}";
}
