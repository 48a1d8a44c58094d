using Intercom.Docs.Tests;
using Xunit;

namespace Intercom.Extensions.AI.Tests;

public sealed class AIDocTests
{
    [Fact]
    public void Every_snippet_of_the_page_compiles()
    {
        var (count, errors) = DocSnippets.Compile("runtime/docs/ai.md", static snippet => $$"""
            using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;
            using Intercom; using Intercom.Extensions.AI; using Microsoft.Extensions.AI;

            internal sealed class IntercomClient(IntercomConnection connection) : IIntercomClient<IntercomClient>
            {
                public static string ApiVersion => "Preview";
                public IntercomConnection Connection => connection;
                public static IntercomClient Create(IntercomConnection connection) => new(connection);
            }

            internal sealed class Reader(IntercomClient intercom)
            {
                private readonly IntercomClient intercom = intercom;

                public async Task Snippet()
                {
                    await Task.CompletedTask;
                    {{snippet}}
                }
            }
            """);
        Assert.Equal("", errors);
        Assert.Equal(3, count);
    }
}
