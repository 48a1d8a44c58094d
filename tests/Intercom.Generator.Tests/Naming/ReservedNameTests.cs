using Intercom.Generator.Naming;
using Xunit;

namespace Intercom.Generator.Tests.Naming;

public class ReservedNameTests
{
    [Fact]
    public void No_emitted_type_hides_one_of_the_runtime() =>
        Assert.Empty(typeof(IntercomConnection).Assembly.GetExportedTypes().Where(static type => !type.IsNested).Select(static type => type.Name.Split('`')[0]).Except(ReservedNames.Types));

    [Fact]
    public void A_name_is_reserved_once() => Assert.Empty(ReservedNames.Types.GroupBy(static name => name).Where(static names => names.Count() > 1).Select(static names => names.Key));
}
