using SalesInsight.Sync.EmailDelivery;

namespace SalesInsight.Tests.Web.Emails.Folders;

/// <summary>People as a test wants them, found by a part of their name.</summary>
internal sealed class FakePeopleSearch : IPeopleSearch
{
    public List<IPeopleSearch.Person> People { get; } = [];

    public Task<IReadOnlyList<IPeopleSearch.Person>> FindAsync(Guid userId, string text, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<IPeopleSearch.Person>>(
            [.. People.Where(p => p.Name.Contains(text, StringComparison.OrdinalIgnoreCase))]);
}
