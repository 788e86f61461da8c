using System.Reflection;
using System.Runtime.Loader;

namespace SalesInsight.Tests.Simulation.Rules;

/// <summary>
/// A second life of these tests over a variant of the engine: whatever knows the engine is loaded again here, all else
/// is shared.
/// </summary>
internal sealed class VariantContext(byte[] engine) : AssemblyLoadContext("variant", isCollectible: true)
{
    private const string Engine = "SalesInsight.Sync";

    private static readonly string[] KnowTheEngine = ["SalesInsight.Tests", "SalesInsight.Web"];

    /// <summary>Calls a static method of these tests over the variant; values that pass are of the base library.
    /// </summary>
    public T Call<T>(Delegate method, params object[] values)
    {
        var type = LoadFromAssemblyName(typeof(VariantContext).Assembly.GetName())
            .GetType(method.Method.DeclaringType!.FullName!, throwOnError: true)!;
        var found = type.GetMethod(
            method.Method.Name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return (T)found.Invoke(null, BindingFlags.DoNotWrapExceptions, null, values, null)!;
    }

    protected override Assembly? Load(AssemblyName name)
    {
        if (name.Name == Engine) return LoadFromStream(new MemoryStream(engine));
        return KnowTheEngine.Contains(name.Name)
            ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, $"{name.Name}.dll"))
            : null;
    }
}
