namespace SalesInsight.Sync.EmailDelivery;

/// <summary>Finds people in the signed-in user's Salesforce while they type an address. Thread-safe.</summary>
public interface IPeopleSearch
{
    /// <summary>Fewer characters find half the org, and cost a call all the same.</summary>
    const int TextLengthMin = 2;

    /// <summary>More characters are not looked at.</summary>
    const int TextLengthMax = 80;

    /// <summary>People found at most.</summary>
    const int FoundMax = 8;

    /// <summary>
    /// Leads and contacts with an address, whose name or address holds the text; contacts and leads by name. Empty when
    /// nobody is found, and when Salesforce cannot be asked: an address can always be typed.
    /// </summary>
    Task<IReadOnlyList<Person>> FindAsync(Guid userId, string text, CancellationToken stop);

    /// <summary>Somebody found.</summary>
    /// <param name="Name">As in Salesforce.</param>
    /// <param name="Email">As in Salesforce.</param>
    /// <param name="Company">The lead's company or the contact's account; null: none.</param>
    /// <param name="IsLead">A lead, and no contact.</param>
    /// <param name="Id">Of the record.</param>
    sealed record Person(string Name, string Email, string? Company, bool IsLead, string Id)
    {
        /// <summary>As it goes into To or Cc.</summary>
        public string Text => Name.Length == 0
            ? Email
            : $"\"{string.Concat(Name.Where(c => c is not ('"' or '<' or '>' or '\\')))}\" <{Email}>";
    }
}
