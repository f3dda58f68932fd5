using MediatR;
using Microsoft.Extensions.DependencyInjection;
using ProfitPlanner.Application.Pipeline;
using Xunit;

namespace ProfitPlanner.Testing;

/// <summary>Somebody who can sign in.</summary>
public sealed record GivenPerson(Guid Id, string Name, string Email);

/// <summary>An organisation and whoever founded it.</summary>
public sealed record GivenOrganisation(Guid Id, string Slug, string Name, GivenPerson Owner);

public sealed record GivenInvitation(Guid Id, string Token);

/// <summary>Sends requests as somebody, each in a scope of its own, as the web app does.</summary>
public sealed class Sender
{
    private readonly IServiceProvider _services;
    private readonly TestActor _actor;

    internal Sender(IServiceProvider services, TestActor actor) => (_services, _actor) = (services, actor);

    public Task<TResponse> Send<TResponse>(IRequest<TResponse> request) =>
        InScopeAsync(mediator => mediator.Send(request, TestContext.Current.CancellationToken));

    /// <summary>Sends a request whose type is known only at run time, which MediatR 5 cannot.</summary>
    public Task SendAnyAsync(object request)
    {
        var response = request.GetType().GetInterfaces()
            .Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments();
        return (Task)typeof(Sender).GetMethod(nameof(Send))!.MakeGenericMethod(response).Invoke(this, [request])!;
    }

    private async Task<T> InScopeAsync<T>(Func<IMediator, Task<T>> send)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = _actor;
        return await send(scope.ServiceProvider.GetRequiredService<IMediator>());
    }
}

internal sealed record TestActor(Guid? PersonId, string? Organisation);

/// <summary>The actor of a scope.</summary>
internal sealed class CurrentActor : IActor
{
    public TestActor Actor { get; set; } = new(null, null);

    public Guid? PersonId => Actor.PersonId;

    public string? Organisation => Actor.Organisation;
}
