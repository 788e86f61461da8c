namespace SalesInsight.Tests.Clients;

/// <summary>
/// jsforce, unmodified from its registry, against the sandbox as a program. What each script asserts stands in it,
/// claim by claim; a claim that does not hold is printed with its stack.
/// </summary>
public sealed class JsforceTests(JsforceTests.Standalone sandbox) : IClassFixture<JsforceTests.Standalone>
{
    [Fact]
    public Task OAuth_CodeWithPkceThroughLoginAndConsentRefreshWithRotationReuseRevoke_Works() =>
        HoldsAsync("oauth.mjs", claims: 9);

    [Fact]
    public Task Login_UsernamePasswordClientCredentialsWrongSecretExpiredSession_Works() =>
        HoldsAsync("password.mjs", claims: 5);

    [Fact]
    public Task Crud_CreateRetrieveUpdateDestroyDeletedRowWrongFieldWrongIdLockedRow_Works() =>
        HoldsAsync("crud.mjs", claims: 11);

    [Fact]
    public Task Collections_TwoHundredRecursivePartialFailureAllOrNoneNullForMissing_Works() =>
        HoldsAsync("collections.mjs", claims: 5);

    [Fact]
    public Task Upsert_CreateThenUpdateManyOldVersionDuplicateValue_Works() =>
        HoldsAsync("upsert.mjs", claims: 5);

    [Fact]
    public async Task Upsert_ExternalIdOnTwoRows_IsMultipleChoices()
    {
        await using var careless = await SandboxProcess.StartAsync("--Sandbox:CustomIdField", "ExternalIdOnly");
        await HoldsAsync("duplicates.mjs", claims: 3, careless.Url);
    }

    [Fact]
    public Task Query_PagesQueryMoreAutoFetchEventsBuilderQueryAllMalformedQuery_Works() =>
        HoldsAsync("query.mjs", claims: 10);

    [Fact]
    public Task Changes_UpdatedDeletedWindowsPurgedLog_Works() =>
        HoldsAsync("changes.mjs", claims: 5);

    [Fact]
    public Task Describe_GlobalObjectLimitsIdentityUserinfoVersions_Works() =>
        HoldsAsync("describe.mjs", claims: 7);

    [Fact]
    public Task Composite_ReferencesCollectionsAllOrNoneBatchCounting_Works() =>
        HoldsAsync("composite.mjs", claims: 5);

    [Fact]
    public Task Faults_OneRefreshPer401RetriesLostReplyDailyLimitHtmlApiDisabled_ReachTheCaller() =>
        HoldsAsync("faults.mjs", claims: 7);

    private async Task HoldsAsync(string script, int claims, string? url = null)
    {
        if (url is null) await sandbox.ResetAsync();
        var lines = await JsforceScript.RunAsync(script, url ?? sandbox.Url);
        lines.Where(line => line.Fault is not null).Select(line => $"{line.Claim}: {line.Fault}").Should().BeEmpty();
        // A script that says nothing has proved nothing.
        lines.Should().HaveCount(claims);
    }

    /// <summary>One sandbox for all scripts; each finds it as it was seeded.</summary>
    public sealed class Standalone : IAsyncLifetime
    {
        private SandboxProcess? _process;

        public string Url => _process!.Url;

        public async ValueTask InitializeAsync() => _process = await SandboxProcess.StartAsync();

        public async Task ResetAsync()
        {
            using var http = new HttpClient();
            using var answer = await http.PostAsync(
                $"{Url}/_sandbox/reset", content: null, TestContext.Current.CancellationToken);
            answer.EnsureSuccessStatusCode();
        }

        public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
