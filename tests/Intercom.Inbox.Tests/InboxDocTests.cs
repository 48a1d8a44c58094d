using Intercom.Docs.Tests;
using Xunit;

namespace Intercom.Inbox.Tests;

public sealed class InboxDocTests
{
    [Fact]
    public void Every_snippet_of_the_page_compiles()
    {
        var (count, errors) = DocSnippets.Compile("runtime/docs/inbox.md", static snippet => $$"""
            using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;
            using Intercom.AspNetCore; using Intercom.Webhooks; using MassTransit; using Microsoft.EntityFrameworkCore;
            using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection;

            public sealed record IntercomNotification(string Key, string Topic, string Json);
            public sealed class Customer { public string Id { get; set; } = ""; }
            public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); }
            internal sealed class Reader(WebApplicationBuilder builder, WebApplication app, ModelBuilder modelBuilder)
            {
                private readonly WebApplicationBuilder builder = builder;
                private readonly WebApplication app = app;
                private readonly ModelBuilder modelBuilder = modelBuilder;

                public async Task Snippet()
                {
                    await Task.CompletedTask;
                    {{snippet}}
                }
            }
            """);
        Assert.Equal("", errors);
        Assert.Equal(5, count);
    }
}
