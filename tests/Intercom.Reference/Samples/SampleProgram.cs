using Intercom.Generator.Model;

namespace Intercom.Reference.Samples;

/// <summary>All samples as one program that can be compiled: a method each.</summary>
internal static class SampleProgram
{
    private const string Head =
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Intercom;
        using Intercom.Json;
        using Intercom.Models;

        public static class Samples
        {

        """;

    public static string Of(IReadOnlyList<(Operation Operation, string Code)> samples) =>
        Head + string.Concat(samples.Select(static (sample, i) => Block.Indent(Method(i, sample.Code)))) + "}\n";

    private static string Method(int index, string code) =>
        $"public static async Task {MethodOf(index)}(IntercomClient intercom)\n{{\n{Block.Indent(code)}\n}}\n\n";

    public static string MethodOf(int index) => $"Sample{index}";
}
