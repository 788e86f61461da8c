namespace SalesInsight.Web.Ui;

/// <summary>What a banner tells; the tone has a shape as well as a colour.</summary>
public enum BannerTone
{
    Plain,
    Caution,
    Bad,
    Good,
}
