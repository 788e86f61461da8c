using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SalesInsight.Sync.Storage;

/// <summary>
/// A question that every run asks. EF Core would build its expression, hash it and look its translation up each time,
/// which takes longer than SQLite's answer; here the translation is kept, one for each model. Safe for parallel use.
/// </summary>
/// <typeparam name="TAsk">What <c>EF.CompileAsyncQuery</c> makes of the question.</typeparam>
/// <param name="prepare">Called once for each model.</param>
internal sealed class PreparedQuery<TAsk>(Func<TAsk> prepare) where TAsk : Delegate
{
    private readonly ConditionalWeakTable<IModel, TAsk> _byModel = [];

    /// <summary>To be called with the same context.</summary>
    public TAsk In(AppDb db) => _byModel.GetValue(db.Model, _ => prepare());
}
