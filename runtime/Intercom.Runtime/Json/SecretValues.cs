namespace Intercom.Json;

/// <summary>What is written of properties that hold secrets.</summary>
internal enum SecretValues
{
    /// <summary>They themselves: what is sent, or stored on purpose.</summary>
    Written,

    /// <summary>That there is one: what is printed.</summary>
    Masked,

    /// <summary>Nothing, so that whoever reads it again does not take another text for the secret.</summary>
    LeftOut,
}
