using System.Text.RegularExpressions;

namespace TitleWorkflow.Web.Tests.Architecture;

public sealed partial class FileTests
{
    private const int MostLines = 300;

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() =>
        Assert.DoesNotContain(House.Files("src", ".cs", ".cshtml", ".css", ".js")
            .Select(file => (File: file, Lines: House.Read(file).Count(c => c == '\n')))
, f => f.Lines > MostLines);

    [Fact]
    public void No_type_or_folder_has_a_name_that_says_nothing()
    {
        var types = new[] { House.Domain, House.Engine, House.Persistence, House.Application, House.Web }
            .SelectMany(House.Written)
            .Select(t => t.Name.Split('`')[0])
            // "Tag helper" is the web framework's word, and its convention finds them by it.
            .Select(name => name.EndsWith("TagHelper", StringComparison.Ordinal) ? name[..^"TagHelper".Length] : name);
        var folders = House.Files("src", ".cs", ".cshtml").SelectMany(f => f.Split('/')[..^1]);

        Assert.DoesNotContain(types.Concat(folders).Distinct(), name => Empty().IsMatch(name));
    }

    [GeneratedRegex("(Manager|Helper|Util|Utils|Utility|Utilities|Common|Dto|DTO|Impl)s?(?=$|[A-Z])")]
    private static partial Regex Empty();
}
