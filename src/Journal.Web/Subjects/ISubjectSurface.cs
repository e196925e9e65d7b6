using Journal.Facts;
using Journal.Recording;

namespace Journal.Web.Subjects;

/// <summary>Where subjects can be spoken to: HTTP and the command line.</summary>
public interface ISubjectSurface
{
    /// <summary>Shows a sort of subject itself: its list, and one of them with its history.</summary>
    void Show<TState, TFact>(SubjectKind<TState, TFact> subject)
        where TState : class, IState<TState>
        where TFact : Fact;

    /// <summary>Shows one command of it.</summary>
    void Show<TCommand, TState>(SubjectKind subject, CommandKind<TCommand, TState> command)
        where TCommand : Command
        where TState : class, IState<TState>;
}
