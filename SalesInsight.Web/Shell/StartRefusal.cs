using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace SalesInsight.Web.Shell;

/// <summary>Why the server did not start, in a sentence for whoever starts it. Pure.</summary>
internal static class StartRefusal
{
    /// <summary>EX_CONFIG of sysexits.h: a service manager can be told that starting again does not help.</summary>
    public const int ExitCode = 78;

    /// <summary>Null when nobody foresaw it: then the stack is what helps.</summary>
    public static string? Say(Exception exception) => exception switch
    {
        OptionsValidationException refused => string.Join(Environment.NewLine, refused.Failures),
        // what the configuration's binder says of a value that is none of its type
        InvalidOperationException { InnerException: FormatException } => exception.Message,
        IOException { InnerException: AddressInUseException } =>
            $"{exception.Message.TrimEnd('.')}. Stop what listens there, or set Urls (in the demo also "
            + "Demo:SandboxUrl) to another address.",
        SqliteException or UnauthorizedAccessException or DirectoryNotFoundException =>
            $"The database cannot be opened: {exception.Message.TrimEnd('.')}. Check Database:Folder and "
            + "Database:ConnectionString, and that the server's user may write there.",
        AggregateException { InnerExceptions: [var only] } => Say(only),
        _ => null,
    };
}
