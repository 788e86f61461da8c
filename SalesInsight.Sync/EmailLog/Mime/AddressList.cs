using System.Text;

namespace SalesInsight.Sync.EmailLog.Mime;

/// <summary>The addresses of a To or Cc header (RFC 5322, 3.4), without comments and names of groups.</summary>
internal static class AddressList
{
    /// <summary>More than a mail may have, so that one too many is still noticed.</summary>
    public const int AddressesMax = 20_000;

    public static IReadOnlyList<string> Split(string? header)
    {
        List<string> addresses = [];
        var one = new StringBuilder();
        var (isQuoted, comments, isAngled) = (false, 0, false);
        var text = header ?? "";
        for (var at = 0; at < text.Length && addresses.Count < AddressesMax; at++)
        {
            var c = text[at];
            if (c == '\\' && at + 1 < text.Length && (isQuoted || comments > 0))
            {
                if (comments == 0) one.Append(c).Append(text[at + 1]);
                at++;
            }
            else if (c == '"' && comments == 0)
            {
                isQuoted = !isQuoted;
                one.Append(c);
            }
            else if (isQuoted) one.Append(c);
            else if (c == '(') comments++;
            else if (c == ')' && comments > 0) comments--;
            else if (comments > 0) continue;
            else if (c == ':' && !isAngled) one.Clear();
            else if (c is ',' or ';' && !isAngled) Take();
            else
            {
                isAngled = c == '<' || (isAngled && c != '>');
                one.Append(c);
            }
        }

        Take();
        return addresses;

        void Take()
        {
            var address = one.ToString().Trim();
            if (address.Length > 0) addresses.Add(address);
            one.Clear();
        }
    }
}
