using System.CommandLine;
using System.Globalization;
using System.Text;
using Journal.Cli.Output;
using Journal.Cli.Running;

namespace Journal.Cli.Operating;

/// <summary>journal completion bash | zsh | fish | pwsh: a script that knows every verb and option, so that the shell starts no process to complete one.</summary>
internal static class CompletionVerb
{
    public const string Name = "completion";

    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = string.Join(", ", Shells) + "." };
        shell.AcceptOnlyFromAmong(Shells);
        return CommandLine.Verb(Name, "A script that completes verbs and options in your shell.", [shell], (_, args, _) =>
        {
            var words = Words(args.RootCommandResult.Command, "", Names(args.RootCommandResult.Command)).ToList();
            Terminal.Current.Out.Write(args.GetValue(shell) switch
            {
                "fish" => Fish(words),
                "pwsh" => PowerShell(words),
                "zsh" => "autoload -U +X bashcompinit && bashcompinit\n" + Bash(words),
                _ => Bash(words),
            });
            return Task.FromResult(ExitCode.Done);
        });
    }

    // What may follow each beginning of a line: "", " practice", " practice adopt".
    private static IEnumerable<(string Path, string[] Next)> Words(Command command, string path, string[] everywhere)
    {
        yield return (path, [.. command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name), .. path.Length == 0 ? everywhere : Names(command).Concat(everywhere).Distinct()]);
        foreach (var verb in command.Subcommands.Where(verb => !verb.Hidden))
        {
            foreach (var words in Words(verb, $"{path} {verb.Name}", everywhere))
            {
                yield return words;
            }
        }
    }

    private static string[] Names(Command command) => [.. command.Options.Where(option => !option.Hidden).Select(option => option.Name)];

    private static string Bash(List<(string Path, string[] Next)> words)
    {
        var script = new StringBuilder("""
            _journal() {
                local cur=${COMP_WORDS[COMP_CWORD]} path='' next='' i
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case "$path ${COMP_WORDS[i]}" in

            """.ReplaceLineEndings("\n"));
        script.Append("        ").AppendJoin('|', words.Where(one => one.Path.Length > 0).Select(one => $"'{one.Path}'")).Append(") path=\"$path ${COMP_WORDS[i]}\" ;;\n        esac\n    done\n    case \"$path\" in\n");
        foreach (var (path, next) in words)
        {
            script.Append(CultureInfo.InvariantCulture, $"        '{path}') next='{string.Join(' ', next)}' ;;\n");
        }

        return script.Append("    esac\n    COMPREPLY=($(compgen -W \"$next\" -- \"$cur\"))\n}\ncomplete -o default -F _journal journal\n").ToString();
    }

    private static string Fish(List<(string Path, string[] Next)> words)
    {
        var script = new StringBuilder("complete -c journal -f\n");
        foreach (var (path, next) in words)
        {
            var (verbs, options) = (next.Where(word => !word.StartsWith('-')).ToList(), next.Where(word => word.StartsWith("--", StringComparison.Ordinal)).ToList());
            var seen = string.Join("; and ", path.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(verb => $"__fish_seen_subcommand_from {verb}"));
            var here = seen.Length == 0 ? "__fish_use_subcommand" : seen;
            if (verbs.Count > 0)
            {
                script.Append(CultureInfo.InvariantCulture, $"complete -c journal -n '{(seen.Length == 0 ? here : $"{here}; and not __fish_seen_subcommand_from {string.Join(' ', verbs)}")}' -a '{string.Join(' ', verbs)}'\n");
            }

            foreach (var option in options)
            {
                script.Append(CultureInfo.InvariantCulture, $"complete -c journal -n '{here}' -l {option[2..]}\n");
            }
        }

        return script.ToString();
    }

    private static string PowerShell(List<(string Path, string[] Next)> words)
    {
        var script = new StringBuilder("Register-ArgumentCompleter -Native -CommandName journal -ScriptBlock {\n    param($word, $ast, $cursor)\n    $next = @{\n");
        foreach (var (path, next) in words)
        {
            script.Append(CultureInfo.InvariantCulture, $"        '{path}' = '{string.Join(' ', next)}'\n");
        }

        return script.Append("""
                }
                $path = ''
                foreach ($one in $ast.CommandElements | Select-Object -Skip 1) {
                    if ($next.ContainsKey("$path $one") -and $one.Extent.EndOffset -lt $cursor) { $path = "$path $one" }
                }
                $next[$path] -split ' ' | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }

            """.ReplaceLineEndings("\n")).ToString();
    }
}
