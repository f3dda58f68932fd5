using System.Xml.Linq;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Architecture;

/// <summary>The arrows between projects: see docs/map.md.</summary>
public sealed class DependencyTests
{
    // Each project and the ones that it may name in its code.
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["ProfitModel"] = [],
        ["EmbeddedPostgres"] = [],
        ["Intents"] = [],
        ["Intents.Training"] = ["Intents"],
        ["Data"] = ["ProfitModel"],
        ["Application"] = ["Data", "ProfitModel", "Intents"],
        ["Web"] = ["Application", "Data", "ProfitModel", "EmbeddedPostgres"],
        ["Cli"] = ["Application", "Data", "ProfitModel", "EmbeddedPostgres", "Intents", "Intents.Training"],
    };

    private static readonly string[] Projects =
        [.. Directory.GetDirectories(Path.Combine(Folders.Repository, "src"), "ProfitPlanner.*").Select(d => Path.GetFileName(d)["ProfitPlanner.".Length..]).Order()];

    private static readonly References Web = References.Of("ProfitPlanner.Web");

    public static TheoryData<string> EveryProject() => [.. Projects];

    public static TheoryData<string> ProjectsOfTheWebApp() =>
        [.. Projects.Where(p => File.Exists(Path.Combine(AppContext.BaseDirectory, $"ProfitPlanner.{p}.dll")))];

    [Theory, MemberData(nameof(EveryProject))]
    public void A_project_refers_to_no_other_than_its_arrows_allow(string project) =>
        Expect.None(Listed(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)["ProfitPlanner.".Length..]).Except(Arrows[project]));

    [Theory, MemberData(nameof(ProjectsOfTheWebApp))]
    public void Its_code_names_no_other_either(string project) =>
        Expect.None(References.Of($"ProfitPlanner.{project}").Assemblies
            .Where(a => a.StartsWith("ProfitPlanner.", StringComparison.Ordinal))
            .Select(a => a["ProfitPlanner.".Length..]).Except(Arrows[project]));

    [Fact]
    public void The_profit_model_has_no_package_but_numerics() =>
        Expect.None(Listed("ProfitModel", "PackageReference").Except(["System.Numerics.Tensors", "MathNet.Numerics"]));

    [Fact]
    public void The_profit_model_knows_no_files_no_network_no_database_no_log_and_no_environment() =>
        Assert.DoesNotContain(References.Of("ProfitPlanner.ProfitModel").Types, type =>
            // It reads the numbers that it carries in itself, and simulates on all processors.
            (type.StartsWith("System.IO.", StringComparison.Ordinal) && type is not ("System.IO.Stream" or "System.IO.StreamReader" or "System.IO.TextReader"))
            || type.StartsWith("System.Net.", StringComparison.Ordinal)
            || type.StartsWith("System.Data.", StringComparison.Ordinal)
            || (type.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal) && !type.StartsWith("System.Threading.Tasks.Parallel", StringComparison.Ordinal))
            || type.StartsWith("Microsoft.", StringComparison.Ordinal)
            || type is "System.Console" or "System.TimeProvider" or "System.Diagnostics.Stopwatch");

    [Fact]
    public void The_profit_model_asks_no_clock_and_draws_no_number_without_a_seed() =>
        Assert.DoesNotContain(References.Of("ProfitPlanner.ProfitModel").Members, member =>
            member is
            "System.DateTime.get_Now(0)" or "System.DateTime.get_UtcNow(0)" or "System.DateTime.get_Today(0)"
            or "System.DateTimeOffset.get_Now(0)" or "System.DateTimeOffset.get_UtcNow(0)"
            or "System.Guid.NewGuid(0)" or "System.Guid.CreateVersion7(0)"
            or "System.Random..ctor(0)" or "System.Random.get_Shared(0)"
            // Iterators compare threads by the one; the other says how many work at once, and changes no result.
            || (member.StartsWith("System.Environment.", StringComparison.Ordinal)
                && member is not ("System.Environment.get_CurrentManagedThreadId(0)" or "System.Environment.get_ProcessorCount(0)")));

    [Fact]
    public void The_web_app_knows_neither_the_database_context_nor_entity_framework() =>
        Assert.DoesNotContain(Web.Types, type =>
            type is "ProfitPlanner.Data.PlannerDb"
            || type.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal)
            || type.StartsWith("ProfitPlanner.Data.Setup.", StringComparison.Ordinal)
            || type.StartsWith("ProfitPlanner.Data.Tenancy.", StringComparison.Ordinal));

    [Fact]
    public void The_web_app_enters_no_transaction_and_sends_no_sql_but_to_ask_whether_the_database_answers() =>
        Expect.None(
            from type in typeof(Program).Assembly.GetTypes().Where(t => t.DeclaringType is null && t.FullName != "ProfitPlanner.Web.Composition.DatabaseCheck")
            from body in MethodBodies.Of(type)
            from called in body.Body.Select(i => i.Called).OfType<System.Reflection.MethodBase>()
            where called.DeclaringType is { Namespace: "Npgsql" } && called.DeclaringType.Name.StartsWith("Npgsql", StringComparison.Ordinal) && !called.DeclaringType.Name.EndsWith("Exception", StringComparison.Ordinal)
            select $"{type.FullName} calls {called.DeclaringType!.Name}.{called.Name}");

    [Fact]
    public void The_use_cases_know_no_pages() =>
        Assert.DoesNotContain(References.Of("ProfitPlanner.Application").Types, type =>
            type.StartsWith("Microsoft.AspNetCore.Mvc.", StringComparison.Ordinal)
            || type.StartsWith("Microsoft.AspNetCore.Http.", StringComparison.Ordinal)
            || type.StartsWith("Microsoft.AspNetCore.Razor.", StringComparison.Ordinal)
            || type.StartsWith("Microsoft.AspNetCore.Html.", StringComparison.Ordinal));

    [Fact]
    public void Embedded_postgres_knows_no_entity_framework() =>
        Assert.DoesNotContain(References.Of("ProfitPlanner.EmbeddedPostgres").Types, type =>
            type.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal));

    [Fact]
    public void Only_intents_training_carries_libtorch() =>
        Expect.None(
            from project in Projects
            where project != "Intents.Training"
            from package in Listed(project, "PackageReference")
            where package.Contains("torch", StringComparison.OrdinalIgnoreCase)
            select $"{project} refers to {package}");

    [Fact]
    public void Every_project_has_its_arrows_here() => Expect.None(Projects.Except(Arrows.Keys));

    private static List<string> Listed(string project, string item) =>
        [.. XDocument.Load(Path.Combine(Folders.Repository, "src", $"ProfitPlanner.{project}", $"ProfitPlanner.{project}.csproj"))
            // What is only built beside a project is none of its references.
            .Descendants(item).Where(e => (string?)e.Attribute("ReferenceOutputAssembly") != "false")
            .Select(e => (string?)e.Attribute("Include")).OfType<string>()];
}
