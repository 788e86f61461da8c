namespace SalesInsight.Web.Account;

/// <summary>Names the texts in <c>AccountText.resx</c>.</summary>
internal sealed class AccountText;
