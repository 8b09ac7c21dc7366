# Completion of tokctl for elvish.
#
# tokctl itself answers: what its command line declares, and what its store holds, as far as you may see it. It carries
# nothing of the line out, and never hands back a secret. elvish quotes what it inserts.

use str

set edit:completion:arg-completer[tokctl] = {|@words|
    var before = $words[..-1]
    var lines = [(try {
        e:tokctl __complete elvish '='$words[-1] $@before 2>/dev/null | from-lines
    } catch { })]
    if (== 0 (count $lines)) {
        return
    }
    if (eq $lines[0] files) {
        var head = ''
        if (> (count $lines) 1) {
            set head = $lines[1]
        }
        var path = (str:trim-prefix $words[-1] $head)
        if (eq $head '') {
            edit:complete-filename $path
        } else {
            edit:complete-filename $path | each {|file|
                edit:complex-candidate $head$file[stem] &code-suffix=$file[code-suffix]
            }
        }
        return
    }
    for line $lines[1..] {
        var parts = [(str:split "\t" $line)]
        if (== 1 (count $parts)) {
            put $parts[0]
        } else {
            edit:complex-candidate $parts[0] &display=$parts[0]'  '$parts[1]
        }
    }
}
