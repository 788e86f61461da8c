namespace SalesInsight.Sync.Settings;

/// <summary>The choices of which records a mail is logged to (design section 4).</summary>
public static class EmailRule
{
    /// <summary>Which kinds of people mails are logged to.</summary>
    public enum LogTo
    {
        /// <summary>Leads and contacts.</summary>
        Both,

        /// <summary>Leads only; a converted lead is a contact.</summary>
        Leads,

        /// <summary>Contacts only.</summary>
        Contacts,
    }

    /// <summary>When one address is on several records.</summary>
    public enum SeveralMatches
    {
        /// <summary>The one with the most recent activity; the oldest record among equals.</summary>
        MostRecentActivity,

        /// <summary>The one created first.</summary>
        Oldest,

        /// <summary>Every one of them.</summary>
        All,

        /// <summary>A contact rather than a lead; among several, the most recent activity.</summary>
        ContactBeforeLead,
    }

    /// <summary>When an address is on no record.</summary>
    public enum NoMatch
    {
        /// <summary>The mail is not logged for that address, and says so.</summary>
        DoNotLog,

        /// <summary>A lead is made of the address, where leads are logged to at all.</summary>
        CreateLead,

        /// <summary>Logged as an activity that names nobody.</summary>
        LogWithoutPerson,
    }
}
