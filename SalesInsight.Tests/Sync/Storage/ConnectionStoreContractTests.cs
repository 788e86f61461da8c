using SalesInsight.Sync.Salesforce.Connection;
using SalesInsight.Tests.Contracts;
using SalesInsight.Tests.Support;

namespace SalesInsight.Tests.Sync.Storage;

public sealed class ConnectionStoreContractTests : ConnectionStoreContract, IAsyncLifetime
{
    private TestStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.CreateAsync();
        await _store.AddUserAsync(SequentialIds.Of(1), "Contract One", TestContext.Current.CancellationToken);
        await _store.AddUserAsync(SequentialIds.Of(2), "Contract Two", TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private protected override Task<IConnectionStore> OpenAsync() => Task.FromResult(_store.Connections);
}
