namespace Intercom.Webhooks;

/// <summary>What became of an answer to a procedure.</summary>
public enum HitlOutcome
{
    /// <summary>The procedure goes on with it.</summary>
    Accepted,

    /// <summary>Somebody answered first: here, in the inbox or in Slack.</summary>
    AlreadyAnswered,

    /// <summary>The time to answer is over, or the procedure does not wait for this step.</summary>
    Expired,
}
