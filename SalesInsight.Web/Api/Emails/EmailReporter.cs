using System.Security.Claims;
using SalesInsight.Sync.EmailLog;
using SalesInsight.Web.Api.Tokens;
using SalesInsight.Web.Shell;

namespace SalesInsight.Web.Api.Emails;

/// <summary>In whose name a call speaks: the token's own user, or the sender a service token reports for.</summary>
internal sealed class EmailReporter(IEmailSenders senders)
{
    /// <summary>Null: nobody here sends from this address.</summary>
    public async Task<Guid?> OfAsync(ClaimsPrincipal person, string from, CancellationToken stop) =>
        IsService(person) ? await senders.FindBySenderAsync(from, stop) : person.PersonId;

    /// <summary>Of a mail nobody has it is the caller, who will be told so.</summary>
    public async Task<Guid> OfAsync(ClaimsPrincipal person, Guid emailId, CancellationToken stop) =>
        IsService(person) ? await senders.FindByEmailAsync(emailId, stop) ?? person.PersonId : person.PersonId;

    private static bool IsService(ClaimsPrincipal person) => person.HasClaim(ApiAccess.ScopeClaim, ApiAccess.ForOthers);
}
