namespace SalesInsight.Sandbox.Org.Soql;

internal enum SoqlTokenKind
{
    Word,
    Text,
    Number,
    Date,
    Moment,
    Symbol,
    End,
}
