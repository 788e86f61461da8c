using System.Text;
using Bunit;
using Microsoft.JSInterop;

namespace SalesInsight.Tests.Web.Emails.Compose;

/// <summary>The browser's side of the text editor.</summary>
internal sealed class FakeEditor : IJSStreamReference
{
    private readonly BunitJSModuleInterop _editor;

    public FakeEditor(BunitJSInterop browser)
    {
        var module = browser.SetupModule("./js/editor.js");
        module.Mode = JSRuntimeMode.Loose;
        _editor = module.SetupModule(asked => asked.Identifier == "create");
        _editor.Mode = JSRuntimeMode.Loose;
        _editor.Setup<IJSStreamReference>("read").SetResult(this);
    }

    /// <summary>What stands in the box.</summary>
    public string Html { get; set; } = "";

    /// <summary>A length that is claimed in place of the real one.</summary>
    public long? Claimed { get; set; }

    public long Length => Claimed ?? Encoding.UTF8.GetByteCount(Html);

    /// <summary>First arguments of the calls so named.</summary>
    public IEnumerable<string?> Told(string what) =>
        _editor.Invocations.Where(asked => asked.Identifier == what).Select(asked => asked.Arguments[0] as string);

    public bool WasAsked(string what) => _editor.Invocations.Any(asked => asked.Identifier == what);

    public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(Html)));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
