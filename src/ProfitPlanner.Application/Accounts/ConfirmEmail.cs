using MediatR;
using Microsoft.AspNetCore.Identity;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data.Accounts;

namespace ProfitPlanner.Application.Accounts;

/// <summary>Confirms the address that a mailed link went to. Following the link twice is harmless.</summary>
public static class ConfirmEmail
{
    public sealed record Command(Guid PersonId, string? Token) : IAnonymousRequest<Result>;

    public abstract record Result
    {
        public sealed record Confirmed(string Email) : Result;

        /// <summary>Made up, expired, or of an account that was registered again since.</summary>
        public sealed record InvalidLink : Result;
    }

    internal sealed class Handler(UserManager<Person> people) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken) =>
            request.Token is not null
            && await people.FindByIdAsync(request.PersonId.ToString()) is { } person
            && (await people.ConfirmEmailAsync(person, request.Token)).Succeeded
                ? new Result.Confirmed(person.Email!)
                : new Result.InvalidLink();
    }
}
