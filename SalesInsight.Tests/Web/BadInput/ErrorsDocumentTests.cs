using SalesInsight.Sync.Runs.Ports;
using SalesInsight.Tests.House;
using SalesInsight.Web.CommandCenter.Words;

namespace SalesInsight.Tests.Web.BadInput;

public sealed class ErrorsDocumentTests
{
    public static TheoryData<FaultCode> Codes => [.. Enum.GetValues<FaultCode>()];

    [Fact]
    public void ErrorsDocument_EveryFault_SaysWhatThePagesSay()
    {
        var expected = ErrorsDocument.Render();
        var written = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "errors.md"));
        (written == expected).Should().BeTrue("docs/errors.md should say:\n{0}", expected);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Fault_Every_HasASentenceAndACure(FaultCode code)
    {
        Sentence.Of<SyncText>($"Fault.{code}").Should().NotEndWith(".", "it follows a colon");
        Sentence.Of<SyncText>($"Cure.{code}").Should().EndWith(".");
    }
}
