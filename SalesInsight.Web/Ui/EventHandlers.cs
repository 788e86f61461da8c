using Microsoft.AspNetCore.Components;

namespace SalesInsight.Web.Ui;

/// <summary>Browser events Blazor has no name for. The compiler looks for exactly this class name.</summary>
[EventHandler("onanimationend", typeof(EventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
