using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Intercom.Inbox.Tests;

/// <summary>
/// Hears what is said to SQL Server without one: keeps each statement, and answers it with one row of what it asks for.
/// </summary>
internal sealed class SaidToSqlServer : DbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    /// <summary>What was said.</summary>
    public ConcurrentQueue<string> Statements { get; } = new();

    /// <summary>The values of that row, by their columns.</summary>
    public required IReadOnlyDictionary<string, object> Row { get; init; }

    /// <summary>Whether some statement holds a text.</summary>
    public bool Heard(string part) => Statements.Any(statement => statement.Contains(part, StringComparison.Ordinal));

    /// <summary>What is wrong in a statement, as SQL Server 2016 and later read it.</summary>
    public static IEnumerable<string> Errors(string statement)
    {
        Parse(statement, out var errors);
        return errors.Select(error => $"{error.Message} In: {statement}");
    }

    public override InterceptionResult<DbCommand> CommandCreating(
        CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result) =>
        InterceptionResult<DbCommand>.SuppressWithResult(new Command(this));

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken) =>
        ValueTask.FromResult(InterceptionResult.Suppress());

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult(InterceptionResult<DbTransaction>.SuppressWithResult(new Transaction(connection)));

    public ValueTask<InterceptionResult> CreatingSavepointAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken) =>
        ValueTask.FromResult(InterceptionResult.Suppress());

    public ValueTask<InterceptionResult> ReleasingSavepointAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken) =>
        ValueTask.FromResult(InterceptionResult.Suppress());

    private static TSqlFragment Parse(string statement, out IList<ParseError> errors) =>
        new TSql130Parser(initialQuotedIdentifiers: true).Parse(new StringReader(statement), out errors);

    private DataTableReader Answer(string statement)
    {
        Statements.Enqueue(statement);
        var columns = new Columns();
        Parse(statement, out _).Accept(columns);
        using var table = new DataTable();
        foreach (var name in columns.Names)
            table.Columns.Add(name, Row[name].GetType());
        table.Rows.Add([.. columns.Names.Select(name => Row[name])]);
        return table.CreateDataReader();
    }

    /// <summary>The names of what a statement answers with.</summary>
    private sealed class Columns : TSqlFragmentVisitor
    {
        private bool _isFound;

        public List<string> Names { get; } = [];

        public override void Visit(QuerySpecification node) => Add(node.SelectElements);

        public override void Visit(OutputClause node) => Add(node.SelectColumns);

        // The outermost is visited first; those within it ask for themselves.
        private void Add(IList<SelectElement> elements)
        {
            if (!_isFound)
                Names.AddRange(elements.Cast<SelectScalarExpression>().Select(Name));
            _isFound = true;
        }

        private static string Name(SelectScalarExpression element) =>
            (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value
            ?? element.ColumnName?.Value
            ?? element.Expression.GetType().Name;
    }

    /// <summary>A command with the parameters of SQL Server that nobody executes.</summary>
    private sealed class Command(SaidToSqlServer server) : DbCommand
    {
        private readonly SqlCommand _parameters = new();

        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; }

        protected override DbParameterCollection DbParameterCollection => _parameters.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override void Prepare()
        {
        }

        public override int ExecuteNonQuery()
        {
            server.Statements.Enqueue(CommandText);
            return 1;
        }

        public override object ExecuteScalar() => throw new NotSupportedException();

        protected override DbParameter CreateDbParameter() => new SqlParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => server.Answer(CommandText);

        protected override void Dispose(bool disposing)
        {
            _parameters.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Transaction(DbConnection connection) : DbTransaction
    {
        public override System.Data.IsolationLevel IsolationLevel => System.Data.IsolationLevel.ReadCommitted;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }
}
