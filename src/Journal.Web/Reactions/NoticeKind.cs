namespace Journal.Web.Reactions;

/// <summary>What somebody is told without having asked.</summary>
public enum NoticeKind
{
    /// <summary>A regression followed temporary progress.</summary>
    RegressionBegan,

    RegressionRecovered,

    /// <summary>Progress goes on by the rules and has begun to fall.</summary>
    ProgressErodes,

    /// <summary>A belief's prediction can be scored.</summary>
    PredictionDue,

    CommitmentDue,

    /// <summary>A practice's reminder.</summary>
    PracticeDue,

    /// <summary>The reminder of the weekly review.</summary>
    ReviewDue,

    /// <summary>An import that ran by itself came to its end.</summary>
    ImportEnded,

    /// <summary>A webhook or channel failed for so long that nothing is sent to it any more.</summary>
    SendingStopped,

    /// <summary>Somebody who may look wrote a comment.</summary>
    CommentWritten,
}
