namespace Intercom.Webhooks;

/// <summary>What the check of a signature found.</summary>
public enum WebhookSignatureCheck
{
    /// <summary>There is no signature.</summary>
    Missing,

    /// <summary>There is no secret to check with.</summary>
    NoSecret,

    /// <summary>The signature is not what the header holds: no algorithm where one belongs, or other characters than hexadecimal
    /// digits.</summary>
    Malformed,

    /// <summary>The signature names another algorithm than the one that belongs to the header.</summary>
    WrongAlgorithm,

    /// <summary>The signature has not the length that its algorithm gives.</summary>
    WrongLength,

    /// <summary>The body was not signed with any of the secrets, or was changed since.</summary>
    Mismatch,

    /// <summary>The body was signed with one of the secrets.</summary>
    Valid,
}
