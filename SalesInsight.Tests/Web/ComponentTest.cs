using System.Runtime.CompilerServices;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace SalesInsight.Tests.Web;

/// <summary>Renders one component with the app's texts and Radzen's services.</summary>
public abstract class ComponentTest : BunitContext
{
    protected ComponentTest()
    {
        // AngleSharp.Diffing is a stub here (build/README.md); only MarkupMatches, which we do not use, needs it
        var comparer = typeof(BunitContext).Assembly.GetType("Bunit.Diffing.HtmlComparer", throwOnError: true)!;
        Services.AddSingleton(comparer, _ => RuntimeHelpers.GetUninitializedObject(comparer));
        Services.AddLocalization();
        Services.AddRadzenComponents();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }
}
