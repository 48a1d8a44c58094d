using System.ComponentModel;

namespace Intercom;

/// <summary>How several values stand in an address, in a header or in a form, as a document declares it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterStyle
{
    /// <summary>Each value by itself: <c>ids=1&amp;ids=2</c>; of an object, each property.</summary>
    FormExploded,

    /// <summary>Separated by commas: <c>ids=1,2</c>; of an object <c>point=x,1,y,2</c>.</summary>
    Form,

    /// <summary>Separated by blanks.</summary>
    SpaceDelimited,

    /// <summary>Separated by vertical bars.</summary>
    PipeDelimited,

    /// <summary>The path to each value in brackets: <c>filter[state]=open</c>.</summary>
    DeepObject,

    /// <summary>Separated by commas, without the name.</summary>
    Simple,

    /// <summary>Separated by commas, without the name; the properties of an object as <c>x=1,y=2</c>.</summary>
    SimpleExploded,

    /// <summary>After a dot: <c>.1,2</c>.</summary>
    Label,

    /// <summary>Each after a dot: <c>.1.2</c>.</summary>
    LabelExploded,

    /// <summary>After a semicolon and the name: <c>;ids=1,2</c>.</summary>
    Matrix,

    /// <summary>Each after a semicolon and the name: <c>;ids=1;ids=2</c>.</summary>
    MatrixExploded,

    /// <summary>As JSON.</summary>
    Json,
}
