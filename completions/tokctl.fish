# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_tokctl_global_optspecs
    string join \n store= as= format= json q/quiet color= no-input allow-network-fs h/help V/version
end

function __fish_tokctl_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_tokctl_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_tokctl_using_subcommand
    set -l cmd (__fish_tokctl_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c tokctl -n "__fish_tokctl_needs_command" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_needs_command" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_needs_command" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_needs_command" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_needs_command" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_needs_command" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_needs_command" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_needs_command" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_needs_command" -s V -l version -d 'Print version'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "create" -d 'Mint a token: its secret goes to standard output, once'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "list" -d 'List tokens: the live ones, or those that the options select'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "show" -d 'Show everything about one token but its secret'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "rotate" -d 'Give tokens new secrets: same grant, same username, same end'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "suspend" -d 'Stop a token for the time being; `resume` brings it back'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "resume" -d 'Bring a suspended token back'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "shorten" -d 'Give a token an earlier end, never a later one'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "revoke" -d 'Take tokens away for ever, by id or by the options of `list`'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "verify" -d 'Ask whether a secret, read from standard input, may do a thing now'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "scopes" -d 'Show which kinds and scopes open what'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "user" -d 'Add, list, show, block, rename and delete users'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "group" -d 'Add, list, move and delete groups'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "project" -d 'Add, list, move and delete projects'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "member" -d 'Give users roles in projects and groups, and take them away'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "record" -d 'Add, import, list and show what users author: issues, notes, snippets …'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "app" -d 'Add, list and delete applications, and refresh their OAuth tokens'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "deploy-key" -d 'Enable deploy keys in projects, take them out, and list them'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "runner" -d 'Register runners, and list, pause, rename and delete them'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "job" -d 'Start jobs, each with a token of its own, and end, list and show them'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "log" -d 'Read the trail: who did what to what, when'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "policy" -d 'Show and set what is demanded of tokens beyond their kinds'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "store" -d 'Find the store, make it, or sweep it'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "whoami" -d 'Show who acts, and on which store'
complete -c tokctl -n "__fish_tokctl_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -f -a "deploy" -d 'A deploy token, for machines: clones, pulls and pushes images and packages in one project or group'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -f -a "impersonation" -d 'An impersonation token, for admins: acts as another user, who sees that it exists and no more'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -f -a "oauth" -d 'A pair of secrets for an application: access for 2 hours, and refresh, which makes the next pair'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -f -a "deploy-key" -d 'A deploy key, for machines over SSH: its public half pulls from the projects it is enabled in, and may push'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -f -a "personal" -d 'A personal access token, for one person: does what its user may, as far as its scopes go'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -f -a "pat" -d 'A personal access token, for one person: does what its user may, as far as its scopes go'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -f -a "project-access" -d 'A project access token, for machines: acts as a bot user that is made with it, Maintainer of one project'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -f -a "runner-registration" -d 'A registration token: registers runners for the instance, a group or a project, and opens nothing else'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -f -a "runner" -d 'A runner with its token, made without a registration token (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and not __fish_seen_subcommand_from deploy impersonation oauth deploy-key personal pat project-access runner-registration runner help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l expires -d 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l name -d 'What the token is called; without it, a name is made up' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l note -d 'A free text kept with the token' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l number -d 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l from -d 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l to -d 'Write the secret to this new file, readable by you alone, instead of standard output' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l emit -d 'The form in which the secret is written; `--json` is short for `--emit json`' -r -f -a "secret\t'The secret and a newline, nothing else'
json\t'The whole record, with the secret in it'
env\t'Lines for a shell to read with `.` or `eval`'
docker-config\t'A config.json for docker, podman and skopeo'
netrc\t'A line for `curl --netrc-file`'
git-credential\t'What a credential helper answers to git'
runner-toml\t'A section for the config.toml of a runner'
k8s-secret\t'A manifest; with --host, one to pull images with'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l host -d 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l to-dir -d 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l group -d 'The group, by its path; its subgroups are included' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l username -d 'The username it must be presented with; without it, `gitlab+deploy-token-ID`' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l project -d 'The project, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store\'s default one' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -s s -l scope -d 'What the token may do; several by commas or by repeating the option' -r -f -a "read_repository\t'clone and pull'
read_registry\t'pull container images'
write_registry\t'push container images (pulling needs read_registry)'
read_package_registry\t'download packages'
write_package_registry\t'upload packages (downloading needs read_package_registry)'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l if-not-exists -d 'Do nothing if the FILE of `--to` holds the live secret of just this grant already'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -s n -l dry-run -d 'Say what would be made, and make nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l user -d 'The user it acts as' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l expires -d 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l name -d 'What the token is called; without it, a name is made up' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l note -d 'A free text kept with the token' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l number -d 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l from -d 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l to -d 'Write the secret to this new file, readable by you alone, instead of standard output' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l emit -d 'The form in which the secret is written; `--json` is short for `--emit json`' -r -f -a "secret\t'The secret and a newline, nothing else'
json\t'The whole record, with the secret in it'
env\t'Lines for a shell to read with `.` or `eval`'
docker-config\t'A config.json for docker, podman and skopeo'
netrc\t'A line for `curl --netrc-file`'
git-credential\t'What a credential helper answers to git'
runner-toml\t'A section for the config.toml of a runner'
k8s-secret\t'A manifest; with --host, one to pull images with'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l host -d 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l to-dir -d 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -s s -l scope -d 'What the token may do; several by commas or by repeating the option' -r -f -a "api\t'read and change everything the holder may: API, repositories, registry, packages'
read_user\t'read the holder\'s own profile (`GET /user`), nothing else'
read_api\t'read everything the holder may read: API, repositories, registry, packages'
read_repository\t'clone and pull'
write_repository\t'clone, pull and push'
read_registry\t'pull container images'
write_registry\t'push container images (pulling needs read_registry)'
sudo\t'act as any user through the API; admins only, opens nothing by itself'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l if-not-exists -d 'Do nothing if the FILE of `--to` holds the live secret of just this grant already'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -s n -l dry-run -d 'Say what would be made, and make nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from impersonation" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -l app -d 'The application, by its name or its id' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -l user -d 'The user it may act for; without it, you' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -l name -d 'What the token is called; without it, a name is made up' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -l note -d 'A free text kept with the token' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -l to -d 'Write the secret to this new file, readable by you alone, instead of standard output' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -l emit -d 'The form in which the secret is written; `--json` is short for `--emit json`' -r -f -a "secret\t'The secret and a newline, nothing else'
json\t'The whole record, with the secret in it'
env\t'Lines for a shell to read with `.` or `eval`'
docker-config\t'A config.json for docker, podman and skopeo'
netrc\t'A line for `curl --netrc-file`'
git-credential\t'What a credential helper answers to git'
runner-toml\t'A section for the config.toml of a runner'
k8s-secret\t'A manifest; with --host, one to pull images with'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -l host -d 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -s s -l scope -d 'What the token may do, of the application\'s scopes; several by commas or by repeating the option; without it, all (`sudo` for admins only)' -r -f -a "api\t'read and change everything the holder may: API, repositories, registry, packages'
read_user\t'read the holder\'s own profile (`GET /user`), nothing else'
read_api\t'read everything the holder may read: API, repositories, registry, packages'
read_repository\t'clone and pull'
write_repository\t'clone, pull and push'
sudo\t'act as any user through the API; admins only, opens nothing by itself'
openid\t'sign in with OpenID Connect'
profile\t'read the holder\'s profile with OpenID Connect'
email\t'read the holder\'s e-mail address with OpenID Connect'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -s n -l dry-run -d 'Say what would be made, and make nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from oauth" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -l key -d 'The file that holds the public half, one line as in `id_ed25519.pub`; `-` is standard input' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -l project -d 'The project it is enabled in, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store\'s default one' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -l name -d 'What the key is called; without it, its comment, or a name that is made up' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -l note -d 'A free text kept with the key' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -l expires -d 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -l write -d 'Let it push to the project as well; without it, it only pulls'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -s n -l dry-run -d 'Say what would be added, and add nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from deploy-key" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l expires -d 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l name -d 'What the token is called; without it, a name is made up' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l note -d 'A free text kept with the token' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l number -d 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l from -d 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l to -d 'Write the secret to this new file, readable by you alone, instead of standard output' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l emit -d 'The form in which the secret is written; `--json` is short for `--emit json`' -r -f -a "secret\t'The secret and a newline, nothing else'
json\t'The whole record, with the secret in it'
env\t'Lines for a shell to read with `.` or `eval`'
docker-config\t'A config.json for docker, podman and skopeo'
netrc\t'A line for `curl --netrc-file`'
git-credential\t'What a credential helper answers to git'
runner-toml\t'A section for the config.toml of a runner'
k8s-secret\t'A manifest; with --host, one to pull images with'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l host -d 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l to-dir -d 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l user -d 'The user it acts as; without it, you' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -s s -l scope -d 'What the token may do; several by commas or by repeating the option' -r -f -a "api\t'read and change everything the holder may: API, repositories, registry, packages'
read_user\t'read the holder\'s own profile (`GET /user`), nothing else'
read_api\t'read everything the holder may read: API, repositories, registry, packages'
read_repository\t'clone and pull'
write_repository\t'clone, pull and push'
read_registry\t'pull container images'
write_registry\t'push container images (pulling needs read_registry)'
sudo\t'act as any user through the API; admins only, opens nothing by itself'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l if-not-exists -d 'Do nothing if the FILE of `--to` holds the live secret of just this grant already'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -s n -l dry-run -d 'Say what would be made, and make nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from personal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l expires -d 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l name -d 'What the token is called; without it, a name is made up' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l note -d 'A free text kept with the token' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l number -d 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l from -d 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l to -d 'Write the secret to this new file, readable by you alone, instead of standard output' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l emit -d 'The form in which the secret is written; `--json` is short for `--emit json`' -r -f -a "secret\t'The secret and a newline, nothing else'
json\t'The whole record, with the secret in it'
env\t'Lines for a shell to read with `.` or `eval`'
docker-config\t'A config.json for docker, podman and skopeo'
netrc\t'A line for `curl --netrc-file`'
git-credential\t'What a credential helper answers to git'
runner-toml\t'A section for the config.toml of a runner'
k8s-secret\t'A manifest; with --host, one to pull images with'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l host -d 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l to-dir -d 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l user -d 'The user it acts as; without it, you' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -s s -l scope -d 'What the token may do; several by commas or by repeating the option' -r -f -a "api\t'read and change everything the holder may: API, repositories, registry, packages'
read_user\t'read the holder\'s own profile (`GET /user`), nothing else'
read_api\t'read everything the holder may read: API, repositories, registry, packages'
read_repository\t'clone and pull'
write_repository\t'clone, pull and push'
read_registry\t'pull container images'
write_registry\t'push container images (pulling needs read_registry)'
sudo\t'act as any user through the API; admins only, opens nothing by itself'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l if-not-exists -d 'Do nothing if the FILE of `--to` holds the live secret of just this grant already'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -s n -l dry-run -d 'Say what would be made, and make nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from pat" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l project -d 'The project, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store\'s default one' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l expires -d 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l name -d 'What the token is called; without it, a name is made up' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l note -d 'A free text kept with the token' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l number -d 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l from -d 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l to -d 'Write the secret to this new file, readable by you alone, instead of standard output' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l emit -d 'The form in which the secret is written; `--json` is short for `--emit json`' -r -f -a "secret\t'The secret and a newline, nothing else'
json\t'The whole record, with the secret in it'
env\t'Lines for a shell to read with `.` or `eval`'
docker-config\t'A config.json for docker, podman and skopeo'
netrc\t'A line for `curl --netrc-file`'
git-credential\t'What a credential helper answers to git'
runner-toml\t'A section for the config.toml of a runner'
k8s-secret\t'A manifest; with --host, one to pull images with'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l host -d 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l to-dir -d 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -s s -l scope -d 'What the token may do; several by commas or by repeating the option' -r -f -a "api\t'read and change everything the holder may: API, repositories, registry, packages'
read_api\t'read everything the holder may read: API, repositories, registry, packages'
read_repository\t'clone and pull'
write_repository\t'clone, pull and push'
read_registry\t'pull container images'
write_registry\t'push container images (pulling needs read_registry)'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l if-not-exists -d 'Do nothing if the FILE of `--to` holds the live secret of just this grant already'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -s n -l dry-run -d 'Say what would be made, and make nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from project-access" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l project -d 'The project, by its path' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l group -d 'The group, by its path; its subgroups are included' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l uses -d 'How many runners it registers at most; without it, any number' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l expires -d 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l name -d 'What the token is called; without it, a name is made up' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l note -d 'A free text kept with the token' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l number -d 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l from -d 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l to -d 'Write the secret to this new file, readable by you alone, instead of standard output' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l emit -d 'The form in which the secret is written; `--json` is short for `--emit json`' -r -f -a "secret\t'The secret and a newline, nothing else'
json\t'The whole record, with the secret in it'
env\t'Lines for a shell to read with `.` or `eval`'
docker-config\t'A config.json for docker, podman and skopeo'
netrc\t'A line for `curl --netrc-file`'
git-credential\t'What a credential helper answers to git'
runner-toml\t'A section for the config.toml of a runner'
k8s-secret\t'A manifest; with --host, one to pull images with'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l host -d 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l to-dir -d 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l instance -d 'The whole instance'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l if-not-exists -d 'Do nothing if the FILE of `--to` holds the live secret of just this grant already'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -s n -l dry-run -d 'Say what would be made, and make nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner-registration" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l project -d 'The project, by its path' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l group -d 'The group, by its path; its subgroups are included' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l description -d 'A text to know it by; without it, a number' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l tag -d 'A tag, by which jobs ask for it; several by commas or by repeating the option' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l run-untagged -d 'Whether it takes jobs that ask for no tag' -r -f -a "true\t''
false\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l locked -d 'Whether it serves no other project than its own; kept for the queue that hands out jobs' -r -f -a "true\t''
false\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l access-level -d 'On which branches and tags it takes jobs; kept for the queue that hands out jobs' -r -f -a "not-protected\t'Jobs on all branches and tags'
ref-protected\t'Jobs on protected branches and tags only'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l maximum-timeout -d 'How long a job of its may take at most, 600 seconds or more' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l name -d 'What its token is called; without it, a name is made up' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l note -d 'A free text kept with its token' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l to -d 'Write the secret to this new file, readable by you alone, instead of standard output' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l emit -d 'The form in which the secret is written; `--json` is short for `--emit json`' -r -f -a "secret\t'The secret and a newline, nothing else'
json\t'The whole record, with the secret in it'
env\t'Lines for a shell to read with `.` or `eval`'
docker-config\t'A config.json for docker, podman and skopeo'
netrc\t'A line for `curl --netrc-file`'
git-credential\t'What a credential helper answers to git'
runner-toml\t'A section for the config.toml of a runner'
k8s-secret\t'A manifest; with --host, one to pull images with'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l host -d 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l instance -d 'The whole instance'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -s n -l dry-run -d 'Say what would be made, and make nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from runner" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from help" -f -a "deploy" -d 'A deploy token, for machines: clones, pulls and pushes images and packages in one project or group'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from help" -f -a "impersonation" -d 'An impersonation token, for admins: acts as another user, who sees that it exists and no more'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from help" -f -a "oauth" -d 'A pair of secrets for an application: access for 2 hours, and refresh, which makes the next pair'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from help" -f -a "deploy-key" -d 'A deploy key, for machines over SSH: its public half pulls from the projects it is enabled in, and may push'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from help" -f -a "personal" -d 'A personal access token, for one person: does what its user may, as far as its scopes go'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from help" -f -a "project-access" -d 'A project access token, for machines: acts as a bot user that is made with it, Maintainer of one project'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from help" -f -a "runner-registration" -d 'A registration token: registers runners for the instance, a group or a project, and opens nothing else'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from help" -f -a "runner" -d 'A runner with its token, made without a registration token (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand create; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l expiring -d 'Live ones that end within this life, as in `14d`' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l kind -d 'Of this kind; several by commas or by repeating the option' -r -f -a "personal\t''
oauth\t''
impersonation\t''
project-access\t''
deploy\t''
deploy-key\t''
runner-registration\t''
runner\t''
job\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l scope -d 'Carrying this scope, and each further one that is named' -r -f -a "api\t''
read_user\t''
read_api\t''
read_repository\t''
write_repository\t''
read_registry\t''
write_registry\t''
read_package_registry\t''
write_package_registry\t''
sudo\t''
openid\t''
profile\t''
email\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l access -d 'Opening this by kind and scopes, as in `registry:write`' -r -f -a "api:read\t''
api:write\t''
repository:read\t''
repository:write\t''
registry:read\t''
registry:write\t''
registry:delete\t''
packages:read\t''
packages:write\t''
runner:register\t''
runner:jobs\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l project -d 'Whose boundary is this project, and deploy keys that are enabled in it' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l group -d 'Whose boundary is this group' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l valid-in -d 'Valid in this project: its own, and those of the groups it lies in' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l user -d 'Acting as this user' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l created-by -d 'Made by this user' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l created-before -d 'Made before this date or instant' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l created-after -d 'Made at this date or instant, or after it' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l name -d 'With a name that matches, `*` for anything' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l note -d 'With this text in their note' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l sort -d 'What to sort by' -r -f -a "id\t'By id, oldest first'
name\t'By name'
kind\t'By kind'
expires\t'By end, the soonest first, `never` last'
newest\t'Newest first'"
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l limit -d 'Stop after this many' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l columns -d 'The columns to show, by the names they have in JSON, separated by commas; the id is always there' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -s a -l all -d 'The dead ones too'
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l expired -d 'Those whose end has come and that were not revoked; not OAuth tokens whose refresh secret can still be used'
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l suspended -d 'Live ones that are suspended'
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l revoked -d 'Those that were revoked'
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l count -d 'Print how many there are, and nothing else'
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l fail-if-any -d 'Exit with 6 if any token is listed'
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand show" -l project -d 'The token of this name in this project' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand show" -l group -d 'The token of this name in this group' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand show" -l user -d 'The token of this name of this user' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand show" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand show" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand show" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand show" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand show" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand show" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand show" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand show" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l expires -d 'A new end, as in `tokctl create`; without it a token ends as before' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l overlap -d 'Let the old secret go on working for so long, as in `10m` or `7d`; without it, it is dead at once' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l to -d 'Write the secret to this new file, readable by you alone, instead of standard output' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l emit -d 'The form in which the secret is written; `--json` is short for `--emit json`' -r -f -a "secret\t'The secret and a newline, nothing else'
json\t'The whole record, with the secret in it'
env\t'Lines for a shell to read with `.` or `eval`'
docker-config\t'A config.json for docker, podman and skopeo'
netrc\t'A line for `curl --netrc-file`'
git-credential\t'What a credential helper answers to git'
runner-toml\t'A section for the config.toml of a runner'
k8s-secret\t'A manifest; with --host, one to pull images with'"
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l host -d 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l to-dir -d 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l expiring -d 'Live ones that end within this life, as in `14d`' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l kind -d 'Of this kind; several by commas or by repeating the option' -r -f -a "personal\t''
oauth\t''
impersonation\t''
project-access\t''
deploy\t''
deploy-key\t''
runner-registration\t''
runner\t''
job\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l scope -d 'Carrying this scope, and each further one that is named' -r -f -a "api\t''
read_user\t''
read_api\t''
read_repository\t''
write_repository\t''
read_registry\t''
write_registry\t''
read_package_registry\t''
write_package_registry\t''
sudo\t''
openid\t''
profile\t''
email\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l access -d 'Opening this by kind and scopes, as in `registry:write`' -r -f -a "api:read\t''
api:write\t''
repository:read\t''
repository:write\t''
registry:read\t''
registry:write\t''
registry:delete\t''
packages:read\t''
packages:write\t''
runner:register\t''
runner:jobs\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l project -d 'Whose boundary is this project, and deploy keys that are enabled in it' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l group -d 'Whose boundary is this group' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l valid-in -d 'Valid in this project: its own, and those of the groups it lies in' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l user -d 'Acting as this user' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l created-by -d 'Made by this user' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l created-before -d 'Made before this date or instant' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l created-after -d 'Made at this date or instant, or after it' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l name -d 'With a name that matches, `*` for anything' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l note -d 'With this text in their note' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -s y -l yes -d 'Go ahead with a selection without asking'
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -s n -l dry-run -d 'Say what would be made, and make nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l replace -d 'Let FILE, which holds the old secret, hold the new one; a rotation that was killed on the way is finished first'
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -s a -l all -d 'The dead ones too'
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l expired -d 'Those whose end has come and that were not revoked; not OAuth tokens whose refresh secret can still be used'
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l suspended -d 'Live ones that are suspended'
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l revoked -d 'Those that were revoked'
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand rotate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand suspend" -l project -d 'The token of this name in this project' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand suspend" -l group -d 'The token of this name in this group' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand suspend" -l user -d 'The token of this name of this user' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand suspend" -l until -d 'When it comes back by itself: an instant, a date or a life, as in `2027-01-31T08:00:00Z` or `12h`' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand suspend" -l reason -d 'Why, for the trail' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand suspend" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand suspend" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand suspend" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand suspend" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand suspend" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand suspend" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand suspend" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand suspend" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand suspend" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand resume" -l project -d 'The token of this name in this project' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand resume" -l group -d 'The token of this name in this group' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand resume" -l user -d 'The token of this name of this user' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand resume" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand resume" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand resume" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand resume" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand resume" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand resume" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand resume" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand resume" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand shorten" -l project -d 'The token of this name in this project' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand shorten" -l group -d 'The token of this name in this group' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand shorten" -l user -d 'The token of this name of this user' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand shorten" -l expires -d 'The new end, as in `create`' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand shorten" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand shorten" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand shorten" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand shorten" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand shorten" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand shorten" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand shorten" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand shorten" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand shorten" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l reason -d 'Why, for the trail' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l expiring -d 'Live ones that end within this life, as in `14d`' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l kind -d 'Of this kind; several by commas or by repeating the option' -r -f -a "personal\t''
oauth\t''
impersonation\t''
project-access\t''
deploy\t''
deploy-key\t''
runner-registration\t''
runner\t''
job\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l scope -d 'Carrying this scope, and each further one that is named' -r -f -a "api\t''
read_user\t''
read_api\t''
read_repository\t''
write_repository\t''
read_registry\t''
write_registry\t''
read_package_registry\t''
write_package_registry\t''
sudo\t''
openid\t''
profile\t''
email\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l access -d 'Opening this by kind and scopes, as in `registry:write`' -r -f -a "api:read\t''
api:write\t''
repository:read\t''
repository:write\t''
registry:read\t''
registry:write\t''
registry:delete\t''
packages:read\t''
packages:write\t''
runner:register\t''
runner:jobs\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l project -d 'Whose boundary is this project, and deploy keys that are enabled in it' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l group -d 'Whose boundary is this group' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l valid-in -d 'Valid in this project: its own, and those of the groups it lies in' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l user -d 'Acting as this user' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l created-by -d 'Made by this user' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l created-before -d 'Made before this date or instant' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l created-after -d 'Made at this date or instant, or after it' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l name -d 'With a name that matches, `*` for anything' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l note -d 'With this text in their note' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -s y -l yes -d 'Go ahead without asking'
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -s n -l dry-run -d 'Say what would be revoked, and revoke nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -s a -l all -d 'The dead ones too'
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l expired -d 'Those whose end has come and that were not revoked; not OAuth tokens whose refresh secret can still be used'
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l suspended -d 'Live ones that are suspended'
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l revoked -d 'Those that were revoked'
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l access -d 'What is to be opened, as in `registry:read`; without it, the question is whether the token is active' -r -f -a "api:read\t''
api:write\t''
repository:read\t''
repository:write\t''
registry:read\t''
registry:write\t''
registry:delete\t''
packages:read\t''
packages:write\t''
runner:register\t''
runner:jobs\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l project -d 'The project in which it is to be opened' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l username -d 'The username that came with the secret' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l via -d 'The way by which it came' -r -f -a "http\t'HTTP and HTTPS'
ssh\t'SSH'"
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l endpoint -d 'The endpoint of the REST interface, in place of an access: a method and a path, the project by its number' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l system-id -d 'The machine that a runner\'s secret came from; a second one raises an alarm' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l secret-file -d 'Read the secret from this file, which only you may read; `-` is standard input' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l explain -d 'Say on standard output whose secret it is, and why it is denied'
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand scopes" -l access -d 'The kinds and scopes that open this, the least powerful first' -r -f -a "api:read\t''
api:write\t''
repository:read\t''
repository:write\t''
registry:read\t''
registry:write\t''
registry:delete\t''
packages:read\t''
packages:write\t''
runner:register\t''
runner:jobs\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand scopes" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand scopes" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand scopes" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand scopes" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand scopes" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand scopes" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand scopes" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand scopes" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand scopes" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -f -a "add" -d 'Add a person (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -f -a "list" -d 'List the users'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -f -a "show" -d 'Show one user'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -f -a "block" -d 'Stop everything of a user; his tokens stay and open nothing (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -f -a "unblock" -d 'Give back to a user what his block had stopped (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -f -a "rename" -d 'Rename a user; the paths of his own projects follow (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -f -a "admin" -d 'Make a user an admin, who may do everything, or take that away (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -f -a "delete" -d 'Delete a user with his tokens and his own projects; his records go to the Ghost User'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and not __fish_seen_subcommand_from add list show block unblock rename admin delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from add" -l name -d 'The name to show; without it, the username' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from add" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from add" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from add" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from add" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from add" -l admin -d 'Make an admin, who may do everything'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from add" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from add" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from list" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from list" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from list" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from list" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from list" -l seats -d 'Print how many take a seat, and nothing else: active people, never bots or the Ghost User'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from list" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from list" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from show" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from show" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from show" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from show" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from show" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from show" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from block" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from block" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from block" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from block" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from block" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from block" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from block" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from block" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from block" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from unblock" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from unblock" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from unblock" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from unblock" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from unblock" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from unblock" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from unblock" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from unblock" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from unblock" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from rename" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from rename" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from rename" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from rename" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from rename" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from rename" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from rename" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from admin" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from admin" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from admin" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from admin" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from admin" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from admin" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from admin" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from admin" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from admin" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from delete" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from delete" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from delete" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from delete" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from delete" -l hard -d 'Delete the records that he authored, too'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from delete" -l with-groups -d 'Delete the groups that nobody else owns, too, with everything in them'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from delete" -s n -l dry-run -d 'Say what would go, and delete nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from delete" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from delete" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a person (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the users'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one user'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "block" -d 'Stop everything of a user; his tokens stay and open nothing (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "unblock" -d 'Give back to a user what his block had stopped (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Rename a user; the paths of his own projects follow (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "admin" -d 'Make a user an admin, who may do everything, or take that away (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete a user with his tokens and his own projects; his records go to the Ghost User'
complete -c tokctl -n "__fish_tokctl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -f -a "add" -d 'Add a group, and the groups above it where they are missing; you become its Owner'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -f -a "list" -d 'List the groups that you may see'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -f -a "show" -d 'Show one group'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -f -a "rename" -d 'Give a group another name; the paths below it follow, and all tokens go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -f -a "transfer" -d 'Put a group into another, or at the top; the paths below it follow, and all tokens go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -f -a "delete" -d 'Delete a group with everything in it; all tokens that are valid only there end'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and not __fish_seen_subcommand_from add list show rename transfer delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from add" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from add" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from add" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from add" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from add" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from add" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from list" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from list" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from list" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from list" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from list" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from list" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from show" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from show" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from show" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from show" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from show" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from show" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from rename" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from rename" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from rename" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from rename" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from rename" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from rename" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from rename" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from transfer" -l to -d 'The group to put it into' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from transfer" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from transfer" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from transfer" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from transfer" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from transfer" -l to-top -d 'Put it at the top'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from transfer" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from transfer" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from transfer" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from transfer" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from transfer" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from delete" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from delete" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from delete" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from delete" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from delete" -s n -l dry-run -d 'Say what would go, and delete nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from delete" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from delete" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a group, and the groups above it where they are missing; you become its Owner'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the groups that you may see'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one group'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Give a group another name; the paths below it follow, and all tokens go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from help" -f -a "transfer" -d 'Put a group into another, or at the top; the paths below it follow, and all tokens go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete a group with everything in it; all tokens that are valid only there end'
complete -c tokctl -n "__fish_tokctl_using_subcommand group; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -f -a "add" -d 'Add a project, and the groups above it where they are missing'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -f -a "list" -d 'List the projects that you may see'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -f -a "show" -d 'Show one project'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -f -a "rename" -d 'Give a project another name; its tokens go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -f -a "transfer" -d 'Put a project into another group, whose tokens cover it from then on; its own go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -f -a "visibility" -d 'Say who sees a project without being a member'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -f -a "delete" -d 'Delete a project; all tokens that are valid only there end'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and not __fish_seen_subcommand_from add list show rename transfer visibility delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from add" -l visibility -d 'Who can see it without being a member' -r -f -a "private\t''
internal\t''
public\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from add" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from add" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from add" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from add" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from add" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from add" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from list" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from list" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from list" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from list" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from list" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from list" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from show" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from show" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from show" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from show" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from show" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from show" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from rename" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from rename" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from rename" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from rename" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from rename" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from rename" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from rename" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from transfer" -l to -d 'The group to put it into, or your own username' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from transfer" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from transfer" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from transfer" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from transfer" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from transfer" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from transfer" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from transfer" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from transfer" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from transfer" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from visibility" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from visibility" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from visibility" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from visibility" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from visibility" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from visibility" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from visibility" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from visibility" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from visibility" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from delete" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from delete" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from delete" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from delete" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from delete" -s n -l dry-run -d 'Say what would go, and delete nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from delete" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from delete" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a project, and the groups above it where they are missing'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the projects that you may see'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one project'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Give a project another name; its tokens go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "transfer" -d 'Put a project into another group, whose tokens cover it from then on; its own go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "visibility" -d 'Say who sees a project without being a member'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete a project; all tokens that are valid only there end'
complete -c tokctl -n "__fish_tokctl_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and not __fish_seen_subcommand_from add remove list help" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and not __fish_seen_subcommand_from add remove list help" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and not __fish_seen_subcommand_from add remove list help" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and not __fish_seen_subcommand_from add remove list help" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and not __fish_seen_subcommand_from add remove list help" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and not __fish_seen_subcommand_from add remove list help" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and not __fish_seen_subcommand_from add remove list help" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and not __fish_seen_subcommand_from add remove list help" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and not __fish_seen_subcommand_from add remove list help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and not __fish_seen_subcommand_from add remove list help" -f -a "add" -d 'Give a user a role, in place of the one he had there'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and not __fish_seen_subcommand_from add remove list help" -f -a "remove" -d 'Take a user\'s role away'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and not __fish_seen_subcommand_from add remove list help" -f -a "list" -d 'List the members, with those of the groups above'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and not __fish_seen_subcommand_from add remove list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from add" -l role -d 'The role' -r -f -a "guest\t''
reporter\t''
developer\t''
maintainer\t''
owner\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from add" -l project -d 'The project, by its path' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from add" -l group -d 'The group, by its path; its subgroups are included' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from add" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from add" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from add" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from add" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from add" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from add" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from remove" -l project -d 'The project, by its path' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from remove" -l group -d 'The group, by its path; its subgroups are included' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from remove" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from remove" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from remove" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from remove" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from remove" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from remove" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from list" -l project -d 'The project, by its path' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from list" -l group -d 'The group, by its path; its subgroups are included' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from list" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from list" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from list" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from list" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from list" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from list" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from help" -f -a "add" -d 'Give a user a role, in place of the one he had there'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Take a user\'s role away'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the members, with those of the groups above'
complete -c tokctl -n "__fish_tokctl_using_subcommand member; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and not __fish_seen_subcommand_from add import list show help" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and not __fish_seen_subcommand_from add import list show help" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and not __fish_seen_subcommand_from add import list show help" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and not __fish_seen_subcommand_from add import list show help" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and not __fish_seen_subcommand_from add import list show help" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and not __fish_seen_subcommand_from add import list show help" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and not __fish_seen_subcommand_from add import list show help" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and not __fish_seen_subcommand_from add import list show help" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and not __fish_seen_subcommand_from add import list show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and not __fish_seen_subcommand_from add import list show help" -f -a "add" -d 'Add a record'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and not __fish_seen_subcommand_from add import list show help" -f -a "import" -d 'Add many records, all or none, from CSV or JSON Lines'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and not __fish_seen_subcommand_from add import list show help" -f -a "list" -d 'List the records that you may see'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and not __fish_seen_subcommand_from add import list show help" -f -a "show" -d 'Show one record'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and not __fish_seen_subcommand_from add import list show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -l project -d 'Its project, by the path; a snippet without one is its author\'s own' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -l author -d 'Who authored it; without it, you' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -l title -d 'Its title' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -l reference -d 'What it is referred to by; without it, made of its number, as in `#7`' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -l assignee -d 'To whom it is assigned' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -l editor -d 'Who edited it last' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -l created-at -d 'When it was made, as `2027-01-31T12:00:00Z` or a date; else now' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from import" -l from -d 'How it is written; else told by the end of its name, else by its first byte' -r -f -a "csv\t'Comma-separated values (RFC 4180) below a line with the names of the columns'
jsonl\t'JSON Lines: an object in every line'"
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from import" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from import" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from import" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from import" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Read and check everything, and add nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from import" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from import" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from list" -l project -d 'In this project' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from list" -l author -d 'By this author' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from list" -l kind -d 'Of this kind' -r -f -a "issue\t''
merge-request\t''
note\t''
award-emoji\t''
abuse-report\t''
snippet\t''
review\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from list" -l formerly-by -d 'What a user who is gone had authored, by his username then' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from list" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from list" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from list" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from list" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from list" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from list" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from show" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from show" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from show" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from show" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from show" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from show" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a record'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from help" -f -a "import" -d 'Add many records, all or none, from CSV or JSON Lines'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the records that you may see'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one record'
complete -c tokctl -n "__fish_tokctl_using_subcommand record; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -f -a "add" -d 'Add an application'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -f -a "list" -d 'List the applications'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -f -a "show" -d 'Show one application'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -f -a "rename" -d 'Give an application another name; its tokens go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -f -a "delete" -d 'Delete an application; all its tokens end, access and refresh'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -f -a "refresh" -d 'Trade a refresh secret, from standard input, for a new pair of secrets; it works once'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and not __fish_seen_subcommand_from add list show rename delete refresh help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from add" -s s -l scope -d 'A scope that its tokens may carry; several by commas or by repeating the option' -r -f -a "api\t'read and change everything the holder may: API, repositories, registry, packages'
read_user\t'read the holder\'s own profile (`GET /user`), nothing else'
read_api\t'read everything the holder may read: API, repositories, registry, packages'
read_repository\t'clone and pull'
write_repository\t'clone, pull and push'
sudo\t'act as any user through the API; admins only, opens nothing by itself'
openid\t'sign in with OpenID Connect'
profile\t'read the holder\'s profile with OpenID Connect'
email\t'read the holder\'s e-mail address with OpenID Connect'"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from add" -l owner -d 'Whose it is; without it, yours (another\'s: admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from add" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from add" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from add" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from add" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from add" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from add" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from list" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from list" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from list" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from list" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from list" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from list" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from show" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from show" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from show" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from show" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from show" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from show" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from delete" -s n -l dry-run -d 'Say what would end, and delete nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from refresh" -l secret-file -d 'Read the secret from this file, which only you may read; `-` is standard input' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from refresh" -l to -d 'Write the secret to this new file, readable by you alone, instead of standard output' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from refresh" -l emit -d 'The form in which the secret is written; `--json` is short for `--emit json`' -r -f -a "secret\t'The secret and a newline, nothing else'
json\t'The whole record, with the secret in it'
env\t'Lines for a shell to read with `.` or `eval`'
docker-config\t'A config.json for docker, podman and skopeo'
netrc\t'A line for `curl --netrc-file`'
git-credential\t'What a credential helper answers to git'
runner-toml\t'A section for the config.toml of a runner'
k8s-secret\t'A manifest; with --host, one to pull images with'"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from refresh" -l host -d 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from refresh" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from refresh" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from refresh" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from refresh" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from refresh" -s n -l dry-run -d 'Say what would be made, and make nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from refresh" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from refresh" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from refresh" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from refresh" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from refresh" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add an application'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the applications'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one application'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Give an application another name; its tokens go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete an application; all its tokens end, access and refresh'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "refresh" -d 'Trade a refresh secret, from standard input, for a new pair of secrets; it works once'
complete -c tokctl -n "__fish_tokctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and not __fish_seen_subcommand_from enable disable list help" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and not __fish_seen_subcommand_from enable disable list help" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and not __fish_seen_subcommand_from enable disable list help" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and not __fish_seen_subcommand_from enable disable list help" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and not __fish_seen_subcommand_from enable disable list help" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and not __fish_seen_subcommand_from enable disable list help" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and not __fish_seen_subcommand_from enable disable list help" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and not __fish_seen_subcommand_from enable disable list help" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and not __fish_seen_subcommand_from enable disable list help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and not __fish_seen_subcommand_from enable disable list help" -f -a "enable" -d 'Enable a key in one more project, or say anew whether it pushes to one'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and not __fish_seen_subcommand_from enable disable list help" -f -a "disable" -d 'Take a key out of a project; out of its last one, it is revoked'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and not __fish_seen_subcommand_from enable disable list help" -f -a "list" -d 'List the live keys of the projects that you maintain'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and not __fish_seen_subcommand_from enable disable list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from enable" -l project -d 'The project, by its path' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from enable" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from enable" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from enable" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from enable" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from enable" -l write -d 'Let it push to the project as well; without it, it only pulls'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from enable" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from enable" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from enable" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from enable" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from enable" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from disable" -l project -d 'The project, by its path' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from disable" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from disable" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from disable" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from disable" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from disable" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from disable" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from disable" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from disable" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from disable" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from list" -l project -d 'Those that are enabled in this project' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from list" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from list" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from list" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from list" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from list" -s a -l all -d 'The dead ones too'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from list" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from list" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from help" -f -a "enable" -d 'Enable a key in one more project, or say anew whether it pushes to one'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from help" -f -a "disable" -d 'Take a key out of a project; out of its last one, it is revoked'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the live keys of the projects that you maintain'
complete -c tokctl -n "__fish_tokctl_using_subcommand deploy-key; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -f -a "register" -d 'Register a runner with a registration secret, read from standard input: the runner\'s own goes to standard output'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -f -a "list" -d 'List the runners that you may see'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -f -a "show" -d 'Show one runner, with the alarms about its secret'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -f -a "pause" -d 'Stop a runner from taking jobs; the running ones go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -f -a "resume" -d 'Let a paused runner take jobs again'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -f -a "rename" -d 'Give a runner another description'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -f -a "delete" -d 'Remove a runner: its token, its jobs and their tokens end with it'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and not __fish_seen_subcommand_from register list show pause resume rename delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l description -d 'A text to know it by; without it, a number' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l tag -d 'A tag, by which jobs ask for it; several by commas or by repeating the option' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l run-untagged -d 'Whether it takes jobs that ask for no tag' -r -f -a "true\t''
false\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l locked -d 'Whether it serves no other project than its own; kept for the queue that hands out jobs' -r -f -a "true\t''
false\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l access-level -d 'On which branches and tags it takes jobs; kept for the queue that hands out jobs' -r -f -a "not-protected\t'Jobs on all branches and tags'
ref-protected\t'Jobs on protected branches and tags only'"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l maximum-timeout -d 'How long a job of its may take at most, 600 seconds or more' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l secret-file -d 'Read the registration secret from this file, which only you may read; `-` is standard input' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l to -d 'Write the secret to this new file, readable by you alone, instead of standard output' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l emit -d 'The form in which the secret is written; `--json` is short for `--emit json`' -r -f -a "secret\t'The secret and a newline, nothing else'
json\t'The whole record, with the secret in it'
env\t'Lines for a shell to read with `.` or `eval`'
docker-config\t'A config.json for docker, podman and skopeo'
netrc\t'A line for `curl --netrc-file`'
git-credential\t'What a credential helper answers to git'
runner-toml\t'A section for the config.toml of a runner'
k8s-secret\t'A manifest; with --host, one to pull images with'"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l host -d 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -s n -l dry-run -d 'Say what would be made, and make nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from register" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from list" -l project -d 'The project, by its path' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from list" -l group -d 'The group, by its path; its subgroups are included' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from list" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from list" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from list" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from list" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from list" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from list" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from show" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from show" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from show" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from show" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from show" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from show" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from pause" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from pause" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from pause" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from pause" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from pause" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from pause" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from pause" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from resume" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from resume" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from resume" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from resume" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from resume" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from resume" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from resume" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from rename" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from rename" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from rename" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from rename" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from rename" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from rename" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from rename" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from delete" -l secret-file -d 'The runner whose own secret is in this file, which only you may read; `-` is standard input' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from delete" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from delete" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from delete" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from delete" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from delete" -s n -l dry-run -d 'Say what would go, and delete nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from delete" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from delete" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from help" -f -a "register" -d 'Register a runner with a registration secret, read from standard input: the runner\'s own goes to standard output'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the runners that you may see'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one runner, with the alarms about its secret'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Stop a runner from taking jobs; the running ones go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Let a paused runner take jobs again'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Give a runner another description'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Remove a runner: its token, its jobs and their tokens end with it'
complete -c tokctl -n "__fish_tokctl_using_subcommand runner; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and not __fish_seen_subcommand_from start end list show help" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and not __fish_seen_subcommand_from start end list show help" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and not __fish_seen_subcommand_from start end list show help" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and not __fish_seen_subcommand_from start end list show help" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and not __fish_seen_subcommand_from start end list show help" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and not __fish_seen_subcommand_from start end list show help" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and not __fish_seen_subcommand_from start end list show help" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and not __fish_seen_subcommand_from start end list show help" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and not __fish_seen_subcommand_from start end list show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and not __fish_seen_subcommand_from start end list show help" -f -a "start" -d 'Start a job: its secret goes to standard output, once, and is dead when the job ends'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and not __fish_seen_subcommand_from start end list show help" -f -a "end" -d 'End a job: its token is dead at once'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and not __fish_seen_subcommand_from start end list show help" -f -a "list" -d 'List the running jobs that you may see: your own, and those of projects that you maintain'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and not __fish_seen_subcommand_from start end list show help" -f -a "show" -d 'Show one job'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and not __fish_seen_subcommand_from start end list show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l project -d 'The project, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store\'s default one' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l user -d 'The user for whom it runs; without it, you (another: admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l life -d 'How long it runs at most, as in `90s`, `15m` or `2h`; its runner may say less' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l runner-secret-file -d 'Read the secret of the runner that runs it from this file, which only you may read; `-` is standard input' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l tag -d 'A tag that its runner must have; several by commas or by repeating the option' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l to -d 'Write the secret to this new file, readable by you alone, instead of standard output' -r -F
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l emit -d 'The form in which the secret is written; `--json` is short for `--emit json`' -r -f -a "secret\t'The secret and a newline, nothing else'
json\t'The whole record, with the secret in it'
env\t'Lines for a shell to read with `.` or `eval`'
docker-config\t'A config.json for docker, podman and skopeo'
netrc\t'A line for `curl --netrc-file`'
git-credential\t'What a credential helper answers to git'
runner-toml\t'A section for the config.toml of a runner'
k8s-secret\t'A manifest; with --host, one to pull images with'"
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l host -d 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -s n -l dry-run -d 'Say what would be made, and make nothing'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from end" -l outcome -d 'How it ended' -r -f -a "success\t'It did what it was to do'
failed\t'It did not'
canceled\t'Somebody stopped it'"
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from end" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from end" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from end" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from end" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from end" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from end" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from end" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from end" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from end" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from list" -l project -d 'Of this project' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from list" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from list" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from list" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from list" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from list" -s a -l all -d 'Those that have ended too'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from list" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from list" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from show" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from show" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from show" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from show" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from show" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from show" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "start" -d 'Start a job: its secret goes to standard output, once, and is dead when the job ends'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "end" -d 'End a job: its token is dead at once'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the running jobs that you may see: your own, and those of projects that you maintain'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one job'
complete -c tokctl -n "__fish_tokctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and not __fish_seen_subcommand_from list help" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and not __fish_seen_subcommand_from list help" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and not __fish_seen_subcommand_from list help" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and not __fish_seen_subcommand_from list help" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and not __fish_seen_subcommand_from list help" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and not __fish_seen_subcommand_from list help" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and not __fish_seen_subcommand_from list help" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and not __fish_seen_subcommand_from list help" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and not __fish_seen_subcommand_from list help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and not __fish_seen_subcommand_from list help" -f -a "list" -d 'List the events, oldest first'
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and not __fish_seen_subcommand_from list help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and __fish_seen_subcommand_from list" -l limit -d 'Only the newest N' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and __fish_seen_subcommand_from list" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and __fish_seen_subcommand_from list" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and __fish_seen_subcommand_from list" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and __fish_seen_subcommand_from list" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and __fish_seen_subcommand_from list" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and __fish_seen_subcommand_from list" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the events, oldest first'
complete -c tokctl -n "__fish_tokctl_using_subcommand log; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and not __fish_seen_subcommand_from list set help" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and not __fish_seen_subcommand_from list set help" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and not __fish_seen_subcommand_from list set help" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and not __fish_seen_subcommand_from list set help" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and not __fish_seen_subcommand_from list set help" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and not __fish_seen_subcommand_from list set help" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and not __fish_seen_subcommand_from list set help" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and not __fish_seen_subcommand_from list set help" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and not __fish_seen_subcommand_from list set help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and not __fish_seen_subcommand_from list set help" -f -a "list" -d 'List the policies with their values'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and not __fish_seen_subcommand_from list set help" -f -a "set" -d 'Set a policy (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and not __fish_seen_subcommand_from list set help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from list" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from list" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from list" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from list" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from list" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from list" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from set" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from set" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from set" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from set" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from set" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from set" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the policies with their values'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from help" -f -a "set" -d 'Set a policy (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand policy; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and not __fish_seen_subcommand_from path init sweep help" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and not __fish_seen_subcommand_from path init sweep help" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and not __fish_seen_subcommand_from path init sweep help" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and not __fish_seen_subcommand_from path init sweep help" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and not __fish_seen_subcommand_from path init sweep help" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and not __fish_seen_subcommand_from path init sweep help" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and not __fish_seen_subcommand_from path init sweep help" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and not __fish_seen_subcommand_from path init sweep help" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and not __fish_seen_subcommand_from path init sweep help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and not __fish_seen_subcommand_from path init sweep help" -f -a "path" -d 'Print the path of the store, there or not'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and not __fish_seen_subcommand_from path init sweep help" -f -a "init" -d 'Make the store; the first command that writes does it too'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and not __fish_seen_subcommand_from path init sweep help" -f -a "sweep" -d 'Delete the bot users whose project access tokens have expired; their records go to the Ghost User (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and not __fish_seen_subcommand_from path init sweep help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from path" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from path" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from path" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from path" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from path" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from path" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from path" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from init" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from init" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from init" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from init" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from init" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from init" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from init" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from init" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from sweep" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from sweep" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from sweep" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from sweep" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from sweep" -s n -l dry-run -d 'Say who would go, and delete nobody'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from sweep" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from sweep" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from sweep" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from sweep" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from sweep" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "path" -d 'Print the path of the store, there or not'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "init" -d 'Make the store; the first command that writes does it too'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "sweep" -d 'Delete the bot users whose project access tokens have expired; their records go to the Ghost User (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand store; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand whoami" -l store -d 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand whoami" -l as -d 'Act as this user (admins only)' -r
complete -c tokctl -n "__fish_tokctl_using_subcommand whoami" -l format -d 'How output is written: table, json, jsonl, csv or ids' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c tokctl -n "__fish_tokctl_using_subcommand whoami" -l color -d 'When to colour output: auto, always or never' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` or `TERM=dumb` forbids it'
always\t'Always'
never\t'Never'"
complete -c tokctl -n "__fish_tokctl_using_subcommand whoami" -l json -d 'Short for `--format json`; errors are then JSON on standard error'
complete -c tokctl -n "__fish_tokctl_using_subcommand whoami" -s q -l quiet -d 'Say nothing on standard error but errors and warnings; listings print ids only'
complete -c tokctl -n "__fish_tokctl_using_subcommand whoami" -l no-input -d 'Never ask anything: what is missing is an error'
complete -c tokctl -n "__fish_tokctl_using_subcommand whoami" -l allow-network-fs -d 'Allow a store on a network file system, whose locks may not hold'
complete -c tokctl -n "__fish_tokctl_using_subcommand whoami" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "create" -d 'Mint a token: its secret goes to standard output, once'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "list" -d 'List tokens: the live ones, or those that the options select'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "show" -d 'Show everything about one token but its secret'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "rotate" -d 'Give tokens new secrets: same grant, same username, same end'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "suspend" -d 'Stop a token for the time being; `resume` brings it back'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "resume" -d 'Bring a suspended token back'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "shorten" -d 'Give a token an earlier end, never a later one'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "revoke" -d 'Take tokens away for ever, by id or by the options of `list`'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "verify" -d 'Ask whether a secret, read from standard input, may do a thing now'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "scopes" -d 'Show which kinds and scopes open what'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "user" -d 'Add, list, show, block, rename and delete users'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "group" -d 'Add, list, move and delete groups'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "project" -d 'Add, list, move and delete projects'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "member" -d 'Give users roles in projects and groups, and take them away'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "record" -d 'Add, import, list and show what users author: issues, notes, snippets …'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "app" -d 'Add, list and delete applications, and refresh their OAuth tokens'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "deploy-key" -d 'Enable deploy keys in projects, take them out, and list them'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "runner" -d 'Register runners, and list, pause, rename and delete them'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "job" -d 'Start jobs, each with a token of its own, and end, list and show them'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "log" -d 'Read the trail: who did what to what, when'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "policy" -d 'Show and set what is demanded of tokens beyond their kinds'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "store" -d 'Find the store, make it, or sweep it'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "whoami" -d 'Show who acts, and on which store'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and not __fish_seen_subcommand_from create list show rotate suspend resume shorten revoke verify scopes user group project member record app deploy-key runner job log policy store whoami help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from create" -f -a "deploy" -d 'A deploy token, for machines: clones, pulls and pushes images and packages in one project or group'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from create" -f -a "impersonation" -d 'An impersonation token, for admins: acts as another user, who sees that it exists and no more'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from create" -f -a "oauth" -d 'A pair of secrets for an application: access for 2 hours, and refresh, which makes the next pair'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from create" -f -a "deploy-key" -d 'A deploy key, for machines over SSH: its public half pulls from the projects it is enabled in, and may push'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from create" -f -a "personal" -d 'A personal access token, for one person: does what its user may, as far as its scopes go'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from create" -f -a "project-access" -d 'A project access token, for machines: acts as a bot user that is made with it, Maintainer of one project'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from create" -f -a "runner-registration" -d 'A registration token: registers runners for the instance, a group or a project, and opens nothing else'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from create" -f -a "runner" -d 'A runner with its token, made without a registration token (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "add" -d 'Add a person (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "list" -d 'List the users'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "show" -d 'Show one user'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "block" -d 'Stop everything of a user; his tokens stay and open nothing (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "unblock" -d 'Give back to a user what his block had stopped (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "rename" -d 'Rename a user; the paths of his own projects follow (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "admin" -d 'Make a user an admin, who may do everything, or take that away (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "delete" -d 'Delete a user with his tokens and his own projects; his records go to the Ghost User'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from group" -f -a "add" -d 'Add a group, and the groups above it where they are missing; you become its Owner'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from group" -f -a "list" -d 'List the groups that you may see'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from group" -f -a "show" -d 'Show one group'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from group" -f -a "rename" -d 'Give a group another name; the paths below it follow, and all tokens go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from group" -f -a "transfer" -d 'Put a group into another, or at the top; the paths below it follow, and all tokens go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from group" -f -a "delete" -d 'Delete a group with everything in it; all tokens that are valid only there end'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from project" -f -a "add" -d 'Add a project, and the groups above it where they are missing'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from project" -f -a "list" -d 'List the projects that you may see'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from project" -f -a "show" -d 'Show one project'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from project" -f -a "rename" -d 'Give a project another name; its tokens go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from project" -f -a "transfer" -d 'Put a project into another group, whose tokens cover it from then on; its own go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from project" -f -a "visibility" -d 'Say who sees a project without being a member'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from project" -f -a "delete" -d 'Delete a project; all tokens that are valid only there end'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from member" -f -a "add" -d 'Give a user a role, in place of the one he had there'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from member" -f -a "remove" -d 'Take a user\'s role away'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from member" -f -a "list" -d 'List the members, with those of the groups above'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from record" -f -a "add" -d 'Add a record'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from record" -f -a "import" -d 'Add many records, all or none, from CSV or JSON Lines'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from record" -f -a "list" -d 'List the records that you may see'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from record" -f -a "show" -d 'Show one record'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from app" -f -a "add" -d 'Add an application'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from app" -f -a "list" -d 'List the applications'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from app" -f -a "show" -d 'Show one application'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from app" -f -a "rename" -d 'Give an application another name; its tokens go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from app" -f -a "delete" -d 'Delete an application; all its tokens end, access and refresh'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from app" -f -a "refresh" -d 'Trade a refresh secret, from standard input, for a new pair of secrets; it works once'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from deploy-key" -f -a "enable" -d 'Enable a key in one more project, or say anew whether it pushes to one'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from deploy-key" -f -a "disable" -d 'Take a key out of a project; out of its last one, it is revoked'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from deploy-key" -f -a "list" -d 'List the live keys of the projects that you maintain'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from runner" -f -a "register" -d 'Register a runner with a registration secret, read from standard input: the runner\'s own goes to standard output'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from runner" -f -a "list" -d 'List the runners that you may see'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from runner" -f -a "show" -d 'Show one runner, with the alarms about its secret'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from runner" -f -a "pause" -d 'Stop a runner from taking jobs; the running ones go on'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from runner" -f -a "resume" -d 'Let a paused runner take jobs again'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from runner" -f -a "rename" -d 'Give a runner another description'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from runner" -f -a "delete" -d 'Remove a runner: its token, its jobs and their tokens end with it'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from job" -f -a "start" -d 'Start a job: its secret goes to standard output, once, and is dead when the job ends'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from job" -f -a "end" -d 'End a job: its token is dead at once'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from job" -f -a "list" -d 'List the running jobs that you may see: your own, and those of projects that you maintain'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from job" -f -a "show" -d 'Show one job'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from log" -f -a "list" -d 'List the events, oldest first'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from policy" -f -a "list" -d 'List the policies with their values'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from policy" -f -a "set" -d 'Set a policy (admins only)'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "path" -d 'Print the path of the store, there or not'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "init" -d 'Make the store; the first command that writes does it too'
complete -c tokctl -n "__fish_tokctl_using_subcommand help; and __fish_seen_subcommand_from store" -f -a "sweep" -d 'Delete the bot users whose project access tokens have expired; their records go to the Ghost User (admins only)'
