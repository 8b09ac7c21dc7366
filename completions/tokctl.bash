# Completion of tokctl for bash.
#
# tokctl itself answers: what its command line declares, and what its store holds, as far as you may see it. It gets the
# line as it stands, carries nothing of it out, and quotes what it hands back; it never hands back a secret.

_tokctl() {
    local IFS=$'\n' mode line value about
    local -a lines=()
    COMPREPLY=()
    while IFS= read -r line; do
        lines+=("$line")
    done < <(command tokctl __complete bash "=$2" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    mode=${lines[0]-}
    if [[ $mode == files ]]; then
        compopt -o default 2>/dev/null
        return
    fi
    for line in "${lines[@]:1}"; do
        value=${line%%$'\t'*}
        about=${line#"$value"}
        about=${about#$'\t'}
        # A number alone says little, so it is shown with what it is; where one is taken, the number alone.
        if [[ $about && $value =~ ^[0-9]+$ && ${#lines[@]} -gt 2 && ${COMP_TYPE-9} != 37 && ${COMP_TYPE-9} != 42 ]]; then
            COMPREPLY+=("$value  ($about)")
        else
            COMPREPLY+=("$value")
        fi
    done
    # What ends so wants more behind it.
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

if ((BASH_VERSINFO[0] > 4 || BASH_VERSINFO[0] == 4 && BASH_VERSINFO[1] >= 4)); then
    complete -o nosort -F _tokctl tokctl
else
    complete -F _tokctl tokctl
fi
