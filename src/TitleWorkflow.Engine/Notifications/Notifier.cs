namespace TitleWorkflow.Engine.Notifications;

/// <summary>Finds the handlers of each kind once for a unit of work; most hosts have none, and then nothing is made.</summary>
internal sealed class Notifier(IServiceProvider services)
{
    private readonly Dictionary<Type, Array> known = [];

    public ValueTask SendAsync<TArgument, T>(
        Func<TArgument, T> make, TArgument argument, CancellationToken ct)
        where T : INotification =>
        Handlers<T>() is { Length: > 0 } handlers ? SendAsync(handlers, make(argument), ct) : default;

    public bool Hears<T>()
        where T : INotification =>
        Handlers<T>().Length > 0;

    private static async ValueTask SendAsync<T>(
        INotificationHandler<T>[] handlers, T notification, CancellationToken ct)
        where T : INotification
    {
        foreach (var handler in handlers)
        {
            await handler.HandleAsync(notification, ct);
        }
    }

    private INotificationHandler<T>[] Handlers<T>()
        where T : INotification
    {
        if (!known.TryGetValue(typeof(T), out var handlers))
        {
            var found = services.GetService(typeof(IEnumerable<INotificationHandler<T>>));
            known[typeof(T)] = handlers = ((IEnumerable<INotificationHandler<T>>?)found)?.ToArray() ?? [];
        }

        return (INotificationHandler<T>[])handlers;
    }
}
