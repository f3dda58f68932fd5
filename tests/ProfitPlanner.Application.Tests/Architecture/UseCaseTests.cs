using System.Reflection;
using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Architecture;

/// <summary>What every use case looks like.</summary>
public sealed class UseCaseTests
{
    private static readonly Type[] All = typeof(ApplicationServices).Assembly.GetTypes();

    private static readonly Type[] Requests = [.. All.Where(t => !t.IsAbstract && Has(t, typeof(IRequest<>)))];

    private static readonly Type[] Handlers = [.. All.Where(t => !t.IsAbstract && Has(t, typeof(IRequestHandler<,>)))];

    private static readonly Type[] Kinds = [typeof(ITenantRequest<>), typeof(IPersonRequest<>), typeof(IAnonymousRequest<>)];

    [Fact]
    public void There_are_use_cases() => Assert.NotEmpty(Requests);

    [Fact]
    public void Every_request_has_exactly_one_handler()
    {
        var handled = Handlers.SelectMany(h => Of(h, typeof(IRequestHandler<,>)).Select(i => i.GetGenericArguments()[0])).ToLookup(t => t);

        Expect.None(Requests.Where(r => handled[r].Count() != 1).Select(r => $"{r} has {handled[r].Count()} handlers"));
    }

    [Fact]
    public void Every_request_says_whose_it_is_in_exactly_one_way() =>
        Assert.DoesNotContain(Requests, r => Kinds.Count(kind => Has(r, kind)) != 1);

    [Fact]
    public void Every_request_of_an_organisation_says_what_a_member_must_be_allowed_to_do() =>
        Assert.DoesNotContain(Requests, r => Has(r, typeof(ITenantRequest<>)) && r.GetCustomAttribute<RequiresAttribute>() is null);

    [Fact]
    public void No_other_request_names_a_permission_that_nobody_would_ask_for() =>
        Assert.DoesNotContain(Requests, r => !Has(r, typeof(ITenantRequest<>)) && r.GetCustomAttribute<RequiresAttribute>() is not null);

    [Fact]
    public void Every_handler_is_internal_and_sealed() =>
        Assert.DoesNotContain(Handlers, h => !h.IsSealed || h.IsPublic || h.IsNestedPublic);

    [Fact]
    public void Every_validator_is_internal_and_sealed() =>
        Assert.DoesNotContain(All, t => !t.IsAbstract && Has(t, typeof(IValidator<>)) && (!t.IsSealed || t.IsPublic || t.IsNestedPublic));

    [Fact]
    public void Every_use_case_is_a_static_class_that_holds_its_request_and_its_handler() =>
        Assert.DoesNotContain(Requests, r => r.DeclaringType is not { IsAbstract: true, IsSealed: true } useCase
            || !Handlers.Any(h => h.DeclaringType == useCase));

    private static bool Has(Type type, Type openInterface) => Of(type, openInterface).Any();

    private static IEnumerable<Type> Of(Type type, Type openInterface) =>
        type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == openInterface);
}
