# Completion of tokctl for fish.
#
# tokctl itself answers: what its command line declares, and what its store holds, as far as you may see it. It gets the
# words without their quotes, carries nothing of them out, and never hands back a secret. fish quotes what it inserts.

function __tokctl_complete
    # The tilde is of the shell, all else is taken as it stands.
    set -l before (commandline --current-process --tokenize --cut-at-cursor | string replace --regex '^~/' "$HOME/")
    set -l typed (commandline --current-token --cut-at-cursor)
    # A word of which the quote is still open cannot be unquoted; what is behind the quote is what counts.
    set -l word (string unescape -- $typed 2>/dev/null; or string trim --left --chars "'\"" -- $typed)
    set -l lines (command tokctl __complete fish "=$word" $before 2>/dev/null)
    switch "$lines[1]"
        case files
            set -l head "$lines[2]"
            set -l path (string sub --start (math (string length -- $head) + 1) -- "$word")
            for file in (__fish_complete_path "$path")
                echo -- "$head$file"
            end
        case values
            printf '%s\n' $lines[2..]
    end
end

complete --command tokctl --no-files --keep-order --arguments '(__tokctl_complete)'
