namespace SalesInsight.Tests.Simulation.World;

/// <summary>Calls what is asynchronous by signature only, and refuses what is asynchronous in fact.</summary>
internal static class Now
{
    public static T Of<T>(Task<T> task) => task.IsCompleted
        ? task.GetAwaiter().GetResult()
        : throw new HiddenAsynchronyException("A call came back before it was done.");

    public static void Of(Task task)
    {
        if (!task.IsCompleted) throw new HiddenAsynchronyException("A call came back before it was done.");
        task.GetAwaiter().GetResult();
    }
}
