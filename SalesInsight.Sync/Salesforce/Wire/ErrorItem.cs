namespace SalesInsight.Sync.Salesforce.Wire;

/// <summary>
/// One refusal. Whole calls name the code <c>errorCode</c>, rows of a collection <c>statusCode</c> (facts 2.5).
/// </summary>
/// <param name="Code">Empty when the body named none.</param>
/// <param name="Message">Text from the org: may quote a person's data, so it is shown to its owner and never logged.
/// </param>
/// <param name="Fields">API names of the fields it is about; may be empty.</param>
internal sealed record ErrorItem(string Code, string Message, IReadOnlyList<string> Fields);
