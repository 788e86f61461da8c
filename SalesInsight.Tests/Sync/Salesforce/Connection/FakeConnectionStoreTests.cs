using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Tests.Contracts;

namespace SalesInsight.Tests.Sync.Salesforce.Connection;

public class FakeConnectionStoreTests : ConnectionStoreContract
{
    private protected override Task<IConnectionStore> OpenAsync() =>
        Task.FromResult<IConnectionStore>(new FakeConnectionStore());
}
