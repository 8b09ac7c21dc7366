
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'tokctl' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'tokctl'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'tokctl' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Mint a token: its secret goes to standard output, once')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List tokens: the live ones, or those that the options select')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show everything about one token but its secret')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Give tokens new secrets: same grant, same username, same end')
            [CompletionResult]::new('suspend', 'suspend', [CompletionResultType]::ParameterValue, 'Stop a token for the time being; `resume` brings it back')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Bring a suspended token back')
            [CompletionResult]::new('shorten', 'shorten', [CompletionResultType]::ParameterValue, 'Give a token an earlier end, never a later one')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Take tokens away for ever, by id or by the options of `list`')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Ask whether a secret, read from standard input, may do a thing now')
            [CompletionResult]::new('scopes', 'scopes', [CompletionResultType]::ParameterValue, 'Show which kinds and scopes open what')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Add, list, show, block, rename and delete users')
            [CompletionResult]::new('group', 'group', [CompletionResultType]::ParameterValue, 'Add, list, move and delete groups')
            [CompletionResult]::new('project', 'project', [CompletionResultType]::ParameterValue, 'Add, list, move and delete projects')
            [CompletionResult]::new('member', 'member', [CompletionResultType]::ParameterValue, 'Give users roles in projects and groups, and take them away')
            [CompletionResult]::new('record', 'record', [CompletionResultType]::ParameterValue, 'Add, import, list and show what users author: issues, notes, snippets …')
            [CompletionResult]::new('app', 'app', [CompletionResultType]::ParameterValue, 'Add, list and delete applications, and refresh their OAuth tokens')
            [CompletionResult]::new('deploy-key', 'deploy-key', [CompletionResultType]::ParameterValue, 'Enable deploy keys in projects, take them out, and list them')
            [CompletionResult]::new('runner', 'runner', [CompletionResultType]::ParameterValue, 'Register runners, and list, pause, rename and delete them')
            [CompletionResult]::new('job', 'job', [CompletionResultType]::ParameterValue, 'Start jobs, each with a token of its own, and end, list and show them')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'Read the trail: who did what to what, when')
            [CompletionResult]::new('policy', 'policy', [CompletionResultType]::ParameterValue, 'Show and set what is demanded of tokens beyond their kinds')
            [CompletionResult]::new('store', 'store', [CompletionResultType]::ParameterValue, 'Find the store, make it, or sweep it')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Show who acts, and on which store')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;create' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('deploy', 'deploy', [CompletionResultType]::ParameterValue, 'A deploy token, for machines: clones, pulls and pushes images and packages in one project or group')
            [CompletionResult]::new('impersonation', 'impersonation', [CompletionResultType]::ParameterValue, 'An impersonation token, for admins: acts as another user, who sees that it exists and no more')
            [CompletionResult]::new('oauth', 'oauth', [CompletionResultType]::ParameterValue, 'A pair of secrets for an application: access for 2 hours, and refresh, which makes the next pair')
            [CompletionResult]::new('deploy-key', 'deploy-key', [CompletionResultType]::ParameterValue, 'A deploy key, for machines over SSH: its public half pulls from the projects it is enabled in, and may push')
            [CompletionResult]::new('personal', 'personal', [CompletionResultType]::ParameterValue, 'A personal access token, for one person: does what its user may, as far as its scopes go')
            [CompletionResult]::new('pat', 'pat', [CompletionResultType]::ParameterValue, 'A personal access token, for one person: does what its user may, as far as its scopes go')
            [CompletionResult]::new('project-access', 'project-access', [CompletionResultType]::ParameterValue, 'A project access token, for machines: acts as a bot user that is made with it, Maintainer of one project')
            [CompletionResult]::new('runner-registration', 'runner-registration', [CompletionResultType]::ParameterValue, 'A registration token: registers runners for the instance, a group or a project, and opens nothing else')
            [CompletionResult]::new('runner', 'runner', [CompletionResultType]::ParameterValue, 'A runner with its token, made without a registration token (admins only)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;create;deploy' {
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the token is called; without it, a name is made up')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'A free text kept with the token')
            [CompletionResult]::new('--number', '--number', [CompletionResultType]::ParameterName, 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Write the secret to this new file, readable by you alone, instead of standard output')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'The form in which the secret is written; `--json` is short for `--emit json`')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost')
            [CompletionResult]::new('--to-dir', '--to-dir', [CompletionResultType]::ParameterName, 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'The group, by its path; its subgroups are included')
            [CompletionResult]::new('--username', '--username', [CompletionResultType]::ParameterName, 'The username it must be presented with; without it, `gitlab+deploy-token-ID`')
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The project, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store''s default one')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'What the token may do; several by commas or by repeating the option')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'What the token may do; several by commas or by repeating the option')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--if-not-exists', '--if-not-exists', [CompletionResultType]::ParameterName, 'Do nothing if the FILE of `--to` holds the live secret of just this grant already')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;create;impersonation' {
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'The user it acts as')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the token is called; without it, a name is made up')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'A free text kept with the token')
            [CompletionResult]::new('--number', '--number', [CompletionResultType]::ParameterName, 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Write the secret to this new file, readable by you alone, instead of standard output')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'The form in which the secret is written; `--json` is short for `--emit json`')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost')
            [CompletionResult]::new('--to-dir', '--to-dir', [CompletionResultType]::ParameterName, 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'What the token may do; several by commas or by repeating the option')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'What the token may do; several by commas or by repeating the option')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--if-not-exists', '--if-not-exists', [CompletionResultType]::ParameterName, 'Do nothing if the FILE of `--to` holds the live secret of just this grant already')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;create;oauth' {
            [CompletionResult]::new('--app', '--app', [CompletionResultType]::ParameterName, 'The application, by its name or its id')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'The user it may act for; without it, you')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the token is called; without it, a name is made up')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'A free text kept with the token')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Write the secret to this new file, readable by you alone, instead of standard output')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'The form in which the secret is written; `--json` is short for `--emit json`')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'What the token may do, of the application''s scopes; several by commas or by repeating the option; without it, all (`sudo` for admins only)')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'What the token may do, of the application''s scopes; several by commas or by repeating the option; without it, all (`sudo` for admins only)')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;create;deploy-key' {
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The file that holds the public half, one line as in `id_ed25519.pub`; `-` is standard input')
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The project it is enabled in, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store''s default one')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the key is called; without it, its comment, or a name that is made up')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'A free text kept with the key')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'Let it push to the project as well; without it, it only pulls')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be added, and add nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be added, and add nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;create;personal' {
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the token is called; without it, a name is made up')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'A free text kept with the token')
            [CompletionResult]::new('--number', '--number', [CompletionResultType]::ParameterName, 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Write the secret to this new file, readable by you alone, instead of standard output')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'The form in which the secret is written; `--json` is short for `--emit json`')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost')
            [CompletionResult]::new('--to-dir', '--to-dir', [CompletionResultType]::ParameterName, 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'The user it acts as; without it, you')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'What the token may do; several by commas or by repeating the option')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'What the token may do; several by commas or by repeating the option')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--if-not-exists', '--if-not-exists', [CompletionResultType]::ParameterName, 'Do nothing if the FILE of `--to` holds the live secret of just this grant already')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;create;pat' {
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the token is called; without it, a name is made up')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'A free text kept with the token')
            [CompletionResult]::new('--number', '--number', [CompletionResultType]::ParameterName, 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Write the secret to this new file, readable by you alone, instead of standard output')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'The form in which the secret is written; `--json` is short for `--emit json`')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost')
            [CompletionResult]::new('--to-dir', '--to-dir', [CompletionResultType]::ParameterName, 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'The user it acts as; without it, you')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'What the token may do; several by commas or by repeating the option')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'What the token may do; several by commas or by repeating the option')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--if-not-exists', '--if-not-exists', [CompletionResultType]::ParameterName, 'Do nothing if the FILE of `--to` holds the live secret of just this grant already')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;create;project-access' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The project, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store''s default one')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the token is called; without it, a name is made up')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'A free text kept with the token')
            [CompletionResult]::new('--number', '--number', [CompletionResultType]::ParameterName, 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Write the secret to this new file, readable by you alone, instead of standard output')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'The form in which the secret is written; `--json` is short for `--emit json`')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost')
            [CompletionResult]::new('--to-dir', '--to-dir', [CompletionResultType]::ParameterName, 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'What the token may do; several by commas or by repeating the option')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'What the token may do; several by commas or by repeating the option')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--if-not-exists', '--if-not-exists', [CompletionResultType]::ParameterName, 'Do nothing if the FILE of `--to` holds the live secret of just this grant already')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;create;runner-registration' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The project, by its path')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'The group, by its path; its subgroups are included')
            [CompletionResult]::new('--uses', '--uses', [CompletionResultType]::ParameterName, 'How many runners it registers at most; without it, any number')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the token is called; without it, a name is made up')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'A free text kept with the token')
            [CompletionResult]::new('--number', '--number', [CompletionResultType]::ParameterName, 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Write the secret to this new file, readable by you alone, instead of standard output')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'The form in which the secret is written; `--json` is short for `--emit json`')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost')
            [CompletionResult]::new('--to-dir', '--to-dir', [CompletionResultType]::ParameterName, 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--instance', '--instance', [CompletionResultType]::ParameterName, 'The whole instance')
            [CompletionResult]::new('--if-not-exists', '--if-not-exists', [CompletionResultType]::ParameterName, 'Do nothing if the FILE of `--to` holds the live secret of just this grant already')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;create;runner' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The project, by its path')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'The group, by its path; its subgroups are included')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'A text to know it by; without it, a number')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'A tag, by which jobs ask for it; several by commas or by repeating the option')
            [CompletionResult]::new('--run-untagged', '--run-untagged', [CompletionResultType]::ParameterName, 'Whether it takes jobs that ask for no tag')
            [CompletionResult]::new('--locked', '--locked', [CompletionResultType]::ParameterName, 'Whether it serves no other project than its own; kept for the queue that hands out jobs')
            [CompletionResult]::new('--access-level', '--access-level', [CompletionResultType]::ParameterName, 'On which branches and tags it takes jobs; kept for the queue that hands out jobs')
            [CompletionResult]::new('--maximum-timeout', '--maximum-timeout', [CompletionResultType]::ParameterName, 'How long a job of its may take at most, 600 seconds or more')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What its token is called; without it, a name is made up')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'A free text kept with its token')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Write the secret to this new file, readable by you alone, instead of standard output')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'The form in which the secret is written; `--json` is short for `--emit json`')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--instance', '--instance', [CompletionResultType]::ParameterName, 'The whole instance')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;create;help' {
            [CompletionResult]::new('deploy', 'deploy', [CompletionResultType]::ParameterValue, 'A deploy token, for machines: clones, pulls and pushes images and packages in one project or group')
            [CompletionResult]::new('impersonation', 'impersonation', [CompletionResultType]::ParameterValue, 'An impersonation token, for admins: acts as another user, who sees that it exists and no more')
            [CompletionResult]::new('oauth', 'oauth', [CompletionResultType]::ParameterValue, 'A pair of secrets for an application: access for 2 hours, and refresh, which makes the next pair')
            [CompletionResult]::new('deploy-key', 'deploy-key', [CompletionResultType]::ParameterValue, 'A deploy key, for machines over SSH: its public half pulls from the projects it is enabled in, and may push')
            [CompletionResult]::new('personal', 'personal', [CompletionResultType]::ParameterValue, 'A personal access token, for one person: does what its user may, as far as its scopes go')
            [CompletionResult]::new('project-access', 'project-access', [CompletionResultType]::ParameterValue, 'A project access token, for machines: acts as a bot user that is made with it, Maintainer of one project')
            [CompletionResult]::new('runner-registration', 'runner-registration', [CompletionResultType]::ParameterValue, 'A registration token: registers runners for the instance, a group or a project, and opens nothing else')
            [CompletionResult]::new('runner', 'runner', [CompletionResultType]::ParameterValue, 'A runner with its token, made without a registration token (admins only)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;create;help;deploy' {
            break
        }
        'tokctl;create;help;impersonation' {
            break
        }
        'tokctl;create;help;oauth' {
            break
        }
        'tokctl;create;help;deploy-key' {
            break
        }
        'tokctl;create;help;personal' {
            break
        }
        'tokctl;create;help;project-access' {
            break
        }
        'tokctl;create;help;runner-registration' {
            break
        }
        'tokctl;create;help;runner' {
            break
        }
        'tokctl;create;help;help' {
            break
        }
        'tokctl;list' {
            [CompletionResult]::new('--expiring', '--expiring', [CompletionResultType]::ParameterName, 'Live ones that end within this life, as in `14d`')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Of this kind; several by commas or by repeating the option')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Carrying this scope, and each further one that is named')
            [CompletionResult]::new('--access', '--access', [CompletionResultType]::ParameterName, 'Opening this by kind and scopes, as in `registry:write`')
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'Whose boundary is this project, and deploy keys that are enabled in it')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'Whose boundary is this group')
            [CompletionResult]::new('--valid-in', '--valid-in', [CompletionResultType]::ParameterName, 'Valid in this project: its own, and those of the groups it lies in')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Acting as this user')
            [CompletionResult]::new('--created-by', '--created-by', [CompletionResultType]::ParameterName, 'Made by this user')
            [CompletionResult]::new('--created-before', '--created-before', [CompletionResultType]::ParameterName, 'Made before this date or instant')
            [CompletionResult]::new('--created-after', '--created-after', [CompletionResultType]::ParameterName, 'Made at this date or instant, or after it')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'With a name that matches, `*` for anything')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'With this text in their note')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'What to sort by')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Stop after this many')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'The columns to show, by the names they have in JSON, separated by commas; the id is always there')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'The dead ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'The dead ones too')
            [CompletionResult]::new('--expired', '--expired', [CompletionResultType]::ParameterName, 'Those whose end has come and that were not revoked; not OAuth tokens whose refresh secret can still be used')
            [CompletionResult]::new('--suspended', '--suspended', [CompletionResultType]::ParameterName, 'Live ones that are suspended')
            [CompletionResult]::new('--revoked', '--revoked', [CompletionResultType]::ParameterName, 'Those that were revoked')
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'Print how many there are, and nothing else')
            [CompletionResult]::new('--fail-if-any', '--fail-if-any', [CompletionResultType]::ParameterName, 'Exit with 6 if any token is listed')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;show' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The token of this name in this project')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'The token of this name in this group')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'The token of this name of this user')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;rotate' {
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'A new end, as in `tokctl create`; without it a token ends as before')
            [CompletionResult]::new('--overlap', '--overlap', [CompletionResultType]::ParameterName, 'Let the old secret go on working for so long, as in `10m` or `7d`; without it, it is dead at once')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Write the secret to this new file, readable by you alone, instead of standard output')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'The form in which the secret is written; `--json` is short for `--emit json`')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost')
            [CompletionResult]::new('--to-dir', '--to-dir', [CompletionResultType]::ParameterName, 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17')
            [CompletionResult]::new('--expiring', '--expiring', [CompletionResultType]::ParameterName, 'Live ones that end within this life, as in `14d`')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Of this kind; several by commas or by repeating the option')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Carrying this scope, and each further one that is named')
            [CompletionResult]::new('--access', '--access', [CompletionResultType]::ParameterName, 'Opening this by kind and scopes, as in `registry:write`')
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'Whose boundary is this project, and deploy keys that are enabled in it')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'Whose boundary is this group')
            [CompletionResult]::new('--valid-in', '--valid-in', [CompletionResultType]::ParameterName, 'Valid in this project: its own, and those of the groups it lies in')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Acting as this user')
            [CompletionResult]::new('--created-by', '--created-by', [CompletionResultType]::ParameterName, 'Made by this user')
            [CompletionResult]::new('--created-before', '--created-before', [CompletionResultType]::ParameterName, 'Made before this date or instant')
            [CompletionResult]::new('--created-after', '--created-after', [CompletionResultType]::ParameterName, 'Made at this date or instant, or after it')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'With a name that matches, `*` for anything')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'With this text in their note')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Go ahead with a selection without asking')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Go ahead with a selection without asking')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--replace', '--replace', [CompletionResultType]::ParameterName, 'Let FILE, which holds the old secret, hold the new one; a rotation that was killed on the way is finished first')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'The dead ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'The dead ones too')
            [CompletionResult]::new('--expired', '--expired', [CompletionResultType]::ParameterName, 'Those whose end has come and that were not revoked; not OAuth tokens whose refresh secret can still be used')
            [CompletionResult]::new('--suspended', '--suspended', [CompletionResultType]::ParameterName, 'Live ones that are suspended')
            [CompletionResult]::new('--revoked', '--revoked', [CompletionResultType]::ParameterName, 'Those that were revoked')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;suspend' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The token of this name in this project')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'The token of this name in this group')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'The token of this name of this user')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'When it comes back by itself: an instant, a date or a life, as in `2027-01-31T08:00:00Z` or `12h`')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the trail')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;resume' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The token of this name in this project')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'The token of this name in this group')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'The token of this name of this user')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;shorten' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The token of this name in this project')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'The token of this name in this group')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'The token of this name of this user')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'The new end, as in `create`')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;revoke' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the trail')
            [CompletionResult]::new('--expiring', '--expiring', [CompletionResultType]::ParameterName, 'Live ones that end within this life, as in `14d`')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Of this kind; several by commas or by repeating the option')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'Carrying this scope, and each further one that is named')
            [CompletionResult]::new('--access', '--access', [CompletionResultType]::ParameterName, 'Opening this by kind and scopes, as in `registry:write`')
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'Whose boundary is this project, and deploy keys that are enabled in it')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'Whose boundary is this group')
            [CompletionResult]::new('--valid-in', '--valid-in', [CompletionResultType]::ParameterName, 'Valid in this project: its own, and those of the groups it lies in')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Acting as this user')
            [CompletionResult]::new('--created-by', '--created-by', [CompletionResultType]::ParameterName, 'Made by this user')
            [CompletionResult]::new('--created-before', '--created-before', [CompletionResultType]::ParameterName, 'Made before this date or instant')
            [CompletionResult]::new('--created-after', '--created-after', [CompletionResultType]::ParameterName, 'Made at this date or instant, or after it')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'With a name that matches, `*` for anything')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'With this text in their note')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Go ahead without asking')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Go ahead without asking')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be revoked, and revoke nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be revoked, and revoke nothing')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'The dead ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'The dead ones too')
            [CompletionResult]::new('--expired', '--expired', [CompletionResultType]::ParameterName, 'Those whose end has come and that were not revoked; not OAuth tokens whose refresh secret can still be used')
            [CompletionResult]::new('--suspended', '--suspended', [CompletionResultType]::ParameterName, 'Live ones that are suspended')
            [CompletionResult]::new('--revoked', '--revoked', [CompletionResultType]::ParameterName, 'Those that were revoked')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;verify' {
            [CompletionResult]::new('--access', '--access', [CompletionResultType]::ParameterName, 'What is to be opened, as in `registry:read`; without it, the question is whether the token is active')
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The project in which it is to be opened')
            [CompletionResult]::new('--username', '--username', [CompletionResultType]::ParameterName, 'The username that came with the secret')
            [CompletionResult]::new('--via', '--via', [CompletionResultType]::ParameterName, 'The way by which it came')
            [CompletionResult]::new('--endpoint', '--endpoint', [CompletionResultType]::ParameterName, 'The endpoint of the REST interface, in place of an access: a method and a path, the project by its number')
            [CompletionResult]::new('--system-id', '--system-id', [CompletionResultType]::ParameterName, 'The machine that a runner''s secret came from; a second one raises an alarm')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'Read the secret from this file, which only you may read; `-` is standard input')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Say on standard output whose secret it is, and why it is denied')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;scopes' {
            [CompletionResult]::new('--access', '--access', [CompletionResultType]::ParameterName, 'The kinds and scopes that open this, the least powerful first')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;user' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a person (admins only)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the users')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one user')
            [CompletionResult]::new('block', 'block', [CompletionResultType]::ParameterValue, 'Stop everything of a user; his tokens stay and open nothing (admins only)')
            [CompletionResult]::new('unblock', 'unblock', [CompletionResultType]::ParameterValue, 'Give back to a user what his block had stopped (admins only)')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Rename a user; the paths of his own projects follow (admins only)')
            [CompletionResult]::new('admin', 'admin', [CompletionResultType]::ParameterValue, 'Make a user an admin, who may do everything, or take that away (admins only)')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a user with his tokens and his own projects; his records go to the Ghost User')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;user;add' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'The name to show; without it, the username')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--admin', '--admin', [CompletionResultType]::ParameterName, 'Make an admin, who may do everything')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;user;list' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--seats', '--seats', [CompletionResultType]::ParameterName, 'Print how many take a seat, and nothing else: active people, never bots or the Ghost User')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;user;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;user;block' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;user;unblock' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;user;rename' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;user;admin' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;user;delete' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--hard', '--hard', [CompletionResultType]::ParameterName, 'Delete the records that he authored, too')
            [CompletionResult]::new('--with-groups', '--with-groups', [CompletionResultType]::ParameterName, 'Delete the groups that nobody else owns, too, with everything in them')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would go, and delete nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would go, and delete nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;user;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a person (admins only)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the users')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one user')
            [CompletionResult]::new('block', 'block', [CompletionResultType]::ParameterValue, 'Stop everything of a user; his tokens stay and open nothing (admins only)')
            [CompletionResult]::new('unblock', 'unblock', [CompletionResultType]::ParameterValue, 'Give back to a user what his block had stopped (admins only)')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Rename a user; the paths of his own projects follow (admins only)')
            [CompletionResult]::new('admin', 'admin', [CompletionResultType]::ParameterValue, 'Make a user an admin, who may do everything, or take that away (admins only)')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a user with his tokens and his own projects; his records go to the Ghost User')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;user;help;add' {
            break
        }
        'tokctl;user;help;list' {
            break
        }
        'tokctl;user;help;show' {
            break
        }
        'tokctl;user;help;block' {
            break
        }
        'tokctl;user;help;unblock' {
            break
        }
        'tokctl;user;help;rename' {
            break
        }
        'tokctl;user;help;admin' {
            break
        }
        'tokctl;user;help;delete' {
            break
        }
        'tokctl;user;help;help' {
            break
        }
        'tokctl;group' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a group, and the groups above it where they are missing; you become its Owner')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the groups that you may see')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one group')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a group another name; the paths below it follow, and all tokens go on')
            [CompletionResult]::new('transfer', 'transfer', [CompletionResultType]::ParameterValue, 'Put a group into another, or at the top; the paths below it follow, and all tokens go on')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a group with everything in it; all tokens that are valid only there end')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;group;add' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;group;list' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;group;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;group;rename' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;group;transfer' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The group to put it into')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--to-top', '--to-top', [CompletionResultType]::ParameterName, 'Put it at the top')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;group;delete' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would go, and delete nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would go, and delete nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;group;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a group, and the groups above it where they are missing; you become its Owner')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the groups that you may see')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one group')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a group another name; the paths below it follow, and all tokens go on')
            [CompletionResult]::new('transfer', 'transfer', [CompletionResultType]::ParameterValue, 'Put a group into another, or at the top; the paths below it follow, and all tokens go on')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a group with everything in it; all tokens that are valid only there end')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;group;help;add' {
            break
        }
        'tokctl;group;help;list' {
            break
        }
        'tokctl;group;help;show' {
            break
        }
        'tokctl;group;help;rename' {
            break
        }
        'tokctl;group;help;transfer' {
            break
        }
        'tokctl;group;help;delete' {
            break
        }
        'tokctl;group;help;help' {
            break
        }
        'tokctl;project' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a project, and the groups above it where they are missing')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the projects that you may see')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one project')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a project another name; its tokens go on')
            [CompletionResult]::new('transfer', 'transfer', [CompletionResultType]::ParameterValue, 'Put a project into another group, whose tokens cover it from then on; its own go on')
            [CompletionResult]::new('visibility', 'visibility', [CompletionResultType]::ParameterValue, 'Say who sees a project without being a member')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a project; all tokens that are valid only there end')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;project;add' {
            [CompletionResult]::new('--visibility', '--visibility', [CompletionResultType]::ParameterName, 'Who can see it without being a member')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;project;list' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;project;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;project;rename' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;project;transfer' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'The group to put it into, or your own username')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;project;visibility' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;project;delete' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would go, and delete nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would go, and delete nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;project;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a project, and the groups above it where they are missing')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the projects that you may see')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one project')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a project another name; its tokens go on')
            [CompletionResult]::new('transfer', 'transfer', [CompletionResultType]::ParameterValue, 'Put a project into another group, whose tokens cover it from then on; its own go on')
            [CompletionResult]::new('visibility', 'visibility', [CompletionResultType]::ParameterValue, 'Say who sees a project without being a member')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a project; all tokens that are valid only there end')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;project;help;add' {
            break
        }
        'tokctl;project;help;list' {
            break
        }
        'tokctl;project;help;show' {
            break
        }
        'tokctl;project;help;rename' {
            break
        }
        'tokctl;project;help;transfer' {
            break
        }
        'tokctl;project;help;visibility' {
            break
        }
        'tokctl;project;help;delete' {
            break
        }
        'tokctl;project;help;help' {
            break
        }
        'tokctl;member' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Give a user a role, in place of the one he had there')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take a user''s role away')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the members, with those of the groups above')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;member;add' {
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'The role')
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The project, by its path')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'The group, by its path; its subgroups are included')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;member;remove' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The project, by its path')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'The group, by its path; its subgroups are included')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;member;list' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The project, by its path')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'The group, by its path; its subgroups are included')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;member;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Give a user a role, in place of the one he had there')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take a user''s role away')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the members, with those of the groups above')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;member;help;add' {
            break
        }
        'tokctl;member;help;remove' {
            break
        }
        'tokctl;member;help;list' {
            break
        }
        'tokctl;member;help;help' {
            break
        }
        'tokctl;record' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a record')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Add many records, all or none, from CSV or JSON Lines')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the records that you may see')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one record')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;record;add' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'Its project, by the path; a snippet without one is its author''s own')
            [CompletionResult]::new('--author', '--author', [CompletionResultType]::ParameterName, 'Who authored it; without it, you')
            [CompletionResult]::new('--title', '--title', [CompletionResultType]::ParameterName, 'Its title')
            [CompletionResult]::new('--reference', '--reference', [CompletionResultType]::ParameterName, 'What it is referred to by; without it, made of its number, as in `#7`')
            [CompletionResult]::new('--assignee', '--assignee', [CompletionResultType]::ParameterName, 'To whom it is assigned')
            [CompletionResult]::new('--editor', '--editor', [CompletionResultType]::ParameterName, 'Who edited it last')
            [CompletionResult]::new('--created-at', '--created-at', [CompletionResultType]::ParameterName, 'When it was made, as `2027-01-31T12:00:00Z` or a date; else now')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;record;import' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'How it is written; else told by the end of its name, else by its first byte')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Read and check everything, and add nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Read and check everything, and add nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;record;list' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'In this project')
            [CompletionResult]::new('--author', '--author', [CompletionResultType]::ParameterName, 'By this author')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Of this kind')
            [CompletionResult]::new('--formerly-by', '--formerly-by', [CompletionResultType]::ParameterName, 'What a user who is gone had authored, by his username then')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;record;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;record;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a record')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Add many records, all or none, from CSV or JSON Lines')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the records that you may see')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one record')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;record;help;add' {
            break
        }
        'tokctl;record;help;import' {
            break
        }
        'tokctl;record;help;list' {
            break
        }
        'tokctl;record;help;show' {
            break
        }
        'tokctl;record;help;help' {
            break
        }
        'tokctl;app' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an application')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the applications')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one application')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give an application another name; its tokens go on')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete an application; all its tokens end, access and refresh')
            [CompletionResult]::new('refresh', 'refresh', [CompletionResultType]::ParameterValue, 'Trade a refresh secret, from standard input, for a new pair of secrets; it works once')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;app;add' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'A scope that its tokens may carry; several by commas or by repeating the option')
            [CompletionResult]::new('--scope', '--scope', [CompletionResultType]::ParameterName, 'A scope that its tokens may carry; several by commas or by repeating the option')
            [CompletionResult]::new('--owner', '--owner', [CompletionResultType]::ParameterName, 'Whose it is; without it, yours (another''s: admins only)')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;app;list' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;app;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;app;rename' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;app;delete' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would end, and delete nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would end, and delete nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;app;refresh' {
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'Read the secret from this file, which only you may read; `-` is standard input')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Write the secret to this new file, readable by you alone, instead of standard output')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'The form in which the secret is written; `--json` is short for `--emit json`')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;app;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an application')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the applications')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one application')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give an application another name; its tokens go on')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete an application; all its tokens end, access and refresh')
            [CompletionResult]::new('refresh', 'refresh', [CompletionResultType]::ParameterValue, 'Trade a refresh secret, from standard input, for a new pair of secrets; it works once')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;app;help;add' {
            break
        }
        'tokctl;app;help;list' {
            break
        }
        'tokctl;app;help;show' {
            break
        }
        'tokctl;app;help;rename' {
            break
        }
        'tokctl;app;help;delete' {
            break
        }
        'tokctl;app;help;refresh' {
            break
        }
        'tokctl;app;help;help' {
            break
        }
        'tokctl;deploy-key' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Enable a key in one more project, or say anew whether it pushes to one')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Take a key out of a project; out of its last one, it is revoked')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the live keys of the projects that you maintain')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;deploy-key;enable' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The project, by its path')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'Let it push to the project as well; without it, it only pulls')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;deploy-key;disable' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The project, by its path')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;deploy-key;list' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'Those that are enabled in this project')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'The dead ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'The dead ones too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;deploy-key;help' {
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Enable a key in one more project, or say anew whether it pushes to one')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Take a key out of a project; out of its last one, it is revoked')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the live keys of the projects that you maintain')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;deploy-key;help;enable' {
            break
        }
        'tokctl;deploy-key;help;disable' {
            break
        }
        'tokctl;deploy-key;help;list' {
            break
        }
        'tokctl;deploy-key;help;help' {
            break
        }
        'tokctl;runner' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Register a runner with a registration secret, read from standard input: the runner''s own goes to standard output')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the runners that you may see')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one runner, with the alarms about its secret')
            [CompletionResult]::new('pause', 'pause', [CompletionResultType]::ParameterValue, 'Stop a runner from taking jobs; the running ones go on')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Let a paused runner take jobs again')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a runner another description')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Remove a runner: its token, its jobs and their tokens end with it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;runner;register' {
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'A text to know it by; without it, a number')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'A tag, by which jobs ask for it; several by commas or by repeating the option')
            [CompletionResult]::new('--run-untagged', '--run-untagged', [CompletionResultType]::ParameterName, 'Whether it takes jobs that ask for no tag')
            [CompletionResult]::new('--locked', '--locked', [CompletionResultType]::ParameterName, 'Whether it serves no other project than its own; kept for the queue that hands out jobs')
            [CompletionResult]::new('--access-level', '--access-level', [CompletionResultType]::ParameterName, 'On which branches and tags it takes jobs; kept for the queue that hands out jobs')
            [CompletionResult]::new('--maximum-timeout', '--maximum-timeout', [CompletionResultType]::ParameterName, 'How long a job of its may take at most, 600 seconds or more')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'Read the registration secret from this file, which only you may read; `-` is standard input')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Write the secret to this new file, readable by you alone, instead of standard output')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'The form in which the secret is written; `--json` is short for `--emit json`')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;runner;list' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The project, by its path')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'The group, by its path; its subgroups are included')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;runner;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;runner;pause' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;runner;resume' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;runner;rename' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;runner;delete' {
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'The runner whose own secret is in this file, which only you may read; `-` is standard input')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would go, and delete nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would go, and delete nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;runner;help' {
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Register a runner with a registration secret, read from standard input: the runner''s own goes to standard output')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the runners that you may see')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one runner, with the alarms about its secret')
            [CompletionResult]::new('pause', 'pause', [CompletionResultType]::ParameterValue, 'Stop a runner from taking jobs; the running ones go on')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Let a paused runner take jobs again')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a runner another description')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Remove a runner: its token, its jobs and their tokens end with it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;runner;help;register' {
            break
        }
        'tokctl;runner;help;list' {
            break
        }
        'tokctl;runner;help;show' {
            break
        }
        'tokctl;runner;help;pause' {
            break
        }
        'tokctl;runner;help;resume' {
            break
        }
        'tokctl;runner;help;rename' {
            break
        }
        'tokctl;runner;help;delete' {
            break
        }
        'tokctl;runner;help;help' {
            break
        }
        'tokctl;job' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start a job: its secret goes to standard output, once, and is dead when the job ends')
            [CompletionResult]::new('end', 'end', [CompletionResultType]::ParameterValue, 'End a job: its token is dead at once')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the running jobs that you may see: your own, and those of projects that you maintain')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one job')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;job;start' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'The project, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store''s default one')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'The user for whom it runs; without it, you (another: admins only)')
            [CompletionResult]::new('--life', '--life', [CompletionResultType]::ParameterName, 'How long it runs at most, as in `90s`, `15m` or `2h`; its runner may say less')
            [CompletionResult]::new('--runner-secret-file', '--runner-secret-file', [CompletionResultType]::ParameterName, 'Read the secret of the runner that runs it from this file, which only you may read; `-` is standard input')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'A tag that its runner must have; several by commas or by repeating the option')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Write the secret to this new file, readable by you alone, instead of standard output')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'The form in which the secret is written; `--json` is short for `--emit json`')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would be made, and make nothing')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;job;end' {
            [CompletionResult]::new('--outcome', '--outcome', [CompletionResultType]::ParameterName, 'How it ended')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;job;list' {
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'Of this project')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Those that have ended too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Those that have ended too')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;job;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;job;help' {
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start a job: its secret goes to standard output, once, and is dead when the job ends')
            [CompletionResult]::new('end', 'end', [CompletionResultType]::ParameterValue, 'End a job: its token is dead at once')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the running jobs that you may see: your own, and those of projects that you maintain')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one job')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;job;help;start' {
            break
        }
        'tokctl;job;help;end' {
            break
        }
        'tokctl;job;help;list' {
            break
        }
        'tokctl;job;help;show' {
            break
        }
        'tokctl;job;help;help' {
            break
        }
        'tokctl;log' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the events, oldest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;log;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Only the newest N')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;log;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the events, oldest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;log;help;list' {
            break
        }
        'tokctl;log;help;help' {
            break
        }
        'tokctl;policy' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the policies with their values')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set a policy (admins only)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;policy;list' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;policy;set' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;policy;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the policies with their values')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set a policy (admins only)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;policy;help;list' {
            break
        }
        'tokctl;policy;help;set' {
            break
        }
        'tokctl;policy;help;help' {
            break
        }
        'tokctl;store' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print the path of the store, there or not')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Make the store; the first command that writes does it too')
            [CompletionResult]::new('sweep', 'sweep', [CompletionResultType]::ParameterValue, 'Delete the bot users whose project access tokens have expired; their records go to the Ghost User (admins only)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;store;path' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;store;init' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;store;sweep' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say who would go, and delete nobody')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say who would go, and delete nobody')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;store;help' {
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print the path of the store, there or not')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Make the store; the first command that writes does it too')
            [CompletionResult]::new('sweep', 'sweep', [CompletionResultType]::ParameterValue, 'Delete the bot users whose project access tokens have expired; their records go to the Ghost User (admins only)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;store;help;path' {
            break
        }
        'tokctl;store;help;init' {
            break
        }
        'tokctl;store;help;sweep' {
            break
        }
        'tokctl;store;help;help' {
            break
        }
        'tokctl;whoami' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act as this user (admins only)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How output is written: table, json, jsonl, csv or ids')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour output: auto, always or never')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for `--format json`; errors are then JSON on standard error')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but errors and warnings; listings print ids only')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask anything: what is missing is an error')
            [CompletionResult]::new('--allow-network-fs', '--allow-network-fs', [CompletionResultType]::ParameterName, 'Allow a store on a network file system, whose locks may not hold')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'tokctl;help' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Mint a token: its secret goes to standard output, once')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List tokens: the live ones, or those that the options select')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show everything about one token but its secret')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Give tokens new secrets: same grant, same username, same end')
            [CompletionResult]::new('suspend', 'suspend', [CompletionResultType]::ParameterValue, 'Stop a token for the time being; `resume` brings it back')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Bring a suspended token back')
            [CompletionResult]::new('shorten', 'shorten', [CompletionResultType]::ParameterValue, 'Give a token an earlier end, never a later one')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Take tokens away for ever, by id or by the options of `list`')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Ask whether a secret, read from standard input, may do a thing now')
            [CompletionResult]::new('scopes', 'scopes', [CompletionResultType]::ParameterValue, 'Show which kinds and scopes open what')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Add, list, show, block, rename and delete users')
            [CompletionResult]::new('group', 'group', [CompletionResultType]::ParameterValue, 'Add, list, move and delete groups')
            [CompletionResult]::new('project', 'project', [CompletionResultType]::ParameterValue, 'Add, list, move and delete projects')
            [CompletionResult]::new('member', 'member', [CompletionResultType]::ParameterValue, 'Give users roles in projects and groups, and take them away')
            [CompletionResult]::new('record', 'record', [CompletionResultType]::ParameterValue, 'Add, import, list and show what users author: issues, notes, snippets …')
            [CompletionResult]::new('app', 'app', [CompletionResultType]::ParameterValue, 'Add, list and delete applications, and refresh their OAuth tokens')
            [CompletionResult]::new('deploy-key', 'deploy-key', [CompletionResultType]::ParameterValue, 'Enable deploy keys in projects, take them out, and list them')
            [CompletionResult]::new('runner', 'runner', [CompletionResultType]::ParameterValue, 'Register runners, and list, pause, rename and delete them')
            [CompletionResult]::new('job', 'job', [CompletionResultType]::ParameterValue, 'Start jobs, each with a token of its own, and end, list and show them')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'Read the trail: who did what to what, when')
            [CompletionResult]::new('policy', 'policy', [CompletionResultType]::ParameterValue, 'Show and set what is demanded of tokens beyond their kinds')
            [CompletionResult]::new('store', 'store', [CompletionResultType]::ParameterValue, 'Find the store, make it, or sweep it')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Show who acts, and on which store')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'tokctl;help;create' {
            [CompletionResult]::new('deploy', 'deploy', [CompletionResultType]::ParameterValue, 'A deploy token, for machines: clones, pulls and pushes images and packages in one project or group')
            [CompletionResult]::new('impersonation', 'impersonation', [CompletionResultType]::ParameterValue, 'An impersonation token, for admins: acts as another user, who sees that it exists and no more')
            [CompletionResult]::new('oauth', 'oauth', [CompletionResultType]::ParameterValue, 'A pair of secrets for an application: access for 2 hours, and refresh, which makes the next pair')
            [CompletionResult]::new('deploy-key', 'deploy-key', [CompletionResultType]::ParameterValue, 'A deploy key, for machines over SSH: its public half pulls from the projects it is enabled in, and may push')
            [CompletionResult]::new('personal', 'personal', [CompletionResultType]::ParameterValue, 'A personal access token, for one person: does what its user may, as far as its scopes go')
            [CompletionResult]::new('project-access', 'project-access', [CompletionResultType]::ParameterValue, 'A project access token, for machines: acts as a bot user that is made with it, Maintainer of one project')
            [CompletionResult]::new('runner-registration', 'runner-registration', [CompletionResultType]::ParameterValue, 'A registration token: registers runners for the instance, a group or a project, and opens nothing else')
            [CompletionResult]::new('runner', 'runner', [CompletionResultType]::ParameterValue, 'A runner with its token, made without a registration token (admins only)')
            break
        }
        'tokctl;help;create;deploy' {
            break
        }
        'tokctl;help;create;impersonation' {
            break
        }
        'tokctl;help;create;oauth' {
            break
        }
        'tokctl;help;create;deploy-key' {
            break
        }
        'tokctl;help;create;personal' {
            break
        }
        'tokctl;help;create;project-access' {
            break
        }
        'tokctl;help;create;runner-registration' {
            break
        }
        'tokctl;help;create;runner' {
            break
        }
        'tokctl;help;list' {
            break
        }
        'tokctl;help;show' {
            break
        }
        'tokctl;help;rotate' {
            break
        }
        'tokctl;help;suspend' {
            break
        }
        'tokctl;help;resume' {
            break
        }
        'tokctl;help;shorten' {
            break
        }
        'tokctl;help;revoke' {
            break
        }
        'tokctl;help;verify' {
            break
        }
        'tokctl;help;scopes' {
            break
        }
        'tokctl;help;user' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a person (admins only)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the users')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one user')
            [CompletionResult]::new('block', 'block', [CompletionResultType]::ParameterValue, 'Stop everything of a user; his tokens stay and open nothing (admins only)')
            [CompletionResult]::new('unblock', 'unblock', [CompletionResultType]::ParameterValue, 'Give back to a user what his block had stopped (admins only)')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Rename a user; the paths of his own projects follow (admins only)')
            [CompletionResult]::new('admin', 'admin', [CompletionResultType]::ParameterValue, 'Make a user an admin, who may do everything, or take that away (admins only)')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a user with his tokens and his own projects; his records go to the Ghost User')
            break
        }
        'tokctl;help;user;add' {
            break
        }
        'tokctl;help;user;list' {
            break
        }
        'tokctl;help;user;show' {
            break
        }
        'tokctl;help;user;block' {
            break
        }
        'tokctl;help;user;unblock' {
            break
        }
        'tokctl;help;user;rename' {
            break
        }
        'tokctl;help;user;admin' {
            break
        }
        'tokctl;help;user;delete' {
            break
        }
        'tokctl;help;group' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a group, and the groups above it where they are missing; you become its Owner')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the groups that you may see')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one group')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a group another name; the paths below it follow, and all tokens go on')
            [CompletionResult]::new('transfer', 'transfer', [CompletionResultType]::ParameterValue, 'Put a group into another, or at the top; the paths below it follow, and all tokens go on')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a group with everything in it; all tokens that are valid only there end')
            break
        }
        'tokctl;help;group;add' {
            break
        }
        'tokctl;help;group;list' {
            break
        }
        'tokctl;help;group;show' {
            break
        }
        'tokctl;help;group;rename' {
            break
        }
        'tokctl;help;group;transfer' {
            break
        }
        'tokctl;help;group;delete' {
            break
        }
        'tokctl;help;project' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a project, and the groups above it where they are missing')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the projects that you may see')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one project')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a project another name; its tokens go on')
            [CompletionResult]::new('transfer', 'transfer', [CompletionResultType]::ParameterValue, 'Put a project into another group, whose tokens cover it from then on; its own go on')
            [CompletionResult]::new('visibility', 'visibility', [CompletionResultType]::ParameterValue, 'Say who sees a project without being a member')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a project; all tokens that are valid only there end')
            break
        }
        'tokctl;help;project;add' {
            break
        }
        'tokctl;help;project;list' {
            break
        }
        'tokctl;help;project;show' {
            break
        }
        'tokctl;help;project;rename' {
            break
        }
        'tokctl;help;project;transfer' {
            break
        }
        'tokctl;help;project;visibility' {
            break
        }
        'tokctl;help;project;delete' {
            break
        }
        'tokctl;help;member' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Give a user a role, in place of the one he had there')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take a user''s role away')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the members, with those of the groups above')
            break
        }
        'tokctl;help;member;add' {
            break
        }
        'tokctl;help;member;remove' {
            break
        }
        'tokctl;help;member;list' {
            break
        }
        'tokctl;help;record' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a record')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Add many records, all or none, from CSV or JSON Lines')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the records that you may see')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one record')
            break
        }
        'tokctl;help;record;add' {
            break
        }
        'tokctl;help;record;import' {
            break
        }
        'tokctl;help;record;list' {
            break
        }
        'tokctl;help;record;show' {
            break
        }
        'tokctl;help;app' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an application')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the applications')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one application')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give an application another name; its tokens go on')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete an application; all its tokens end, access and refresh')
            [CompletionResult]::new('refresh', 'refresh', [CompletionResultType]::ParameterValue, 'Trade a refresh secret, from standard input, for a new pair of secrets; it works once')
            break
        }
        'tokctl;help;app;add' {
            break
        }
        'tokctl;help;app;list' {
            break
        }
        'tokctl;help;app;show' {
            break
        }
        'tokctl;help;app;rename' {
            break
        }
        'tokctl;help;app;delete' {
            break
        }
        'tokctl;help;app;refresh' {
            break
        }
        'tokctl;help;deploy-key' {
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Enable a key in one more project, or say anew whether it pushes to one')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Take a key out of a project; out of its last one, it is revoked')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the live keys of the projects that you maintain')
            break
        }
        'tokctl;help;deploy-key;enable' {
            break
        }
        'tokctl;help;deploy-key;disable' {
            break
        }
        'tokctl;help;deploy-key;list' {
            break
        }
        'tokctl;help;runner' {
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Register a runner with a registration secret, read from standard input: the runner''s own goes to standard output')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the runners that you may see')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one runner, with the alarms about its secret')
            [CompletionResult]::new('pause', 'pause', [CompletionResultType]::ParameterValue, 'Stop a runner from taking jobs; the running ones go on')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Let a paused runner take jobs again')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a runner another description')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Remove a runner: its token, its jobs and their tokens end with it')
            break
        }
        'tokctl;help;runner;register' {
            break
        }
        'tokctl;help;runner;list' {
            break
        }
        'tokctl;help;runner;show' {
            break
        }
        'tokctl;help;runner;pause' {
            break
        }
        'tokctl;help;runner;resume' {
            break
        }
        'tokctl;help;runner;rename' {
            break
        }
        'tokctl;help;runner;delete' {
            break
        }
        'tokctl;help;job' {
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start a job: its secret goes to standard output, once, and is dead when the job ends')
            [CompletionResult]::new('end', 'end', [CompletionResultType]::ParameterValue, 'End a job: its token is dead at once')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the running jobs that you may see: your own, and those of projects that you maintain')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one job')
            break
        }
        'tokctl;help;job;start' {
            break
        }
        'tokctl;help;job;end' {
            break
        }
        'tokctl;help;job;list' {
            break
        }
        'tokctl;help;job;show' {
            break
        }
        'tokctl;help;log' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the events, oldest first')
            break
        }
        'tokctl;help;log;list' {
            break
        }
        'tokctl;help;policy' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the policies with their values')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set a policy (admins only)')
            break
        }
        'tokctl;help;policy;list' {
            break
        }
        'tokctl;help;policy;set' {
            break
        }
        'tokctl;help;store' {
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print the path of the store, there or not')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Make the store; the first command that writes does it too')
            [CompletionResult]::new('sweep', 'sweep', [CompletionResultType]::ParameterValue, 'Delete the bot users whose project access tokens have expired; their records go to the Ghost User (admins only)')
            break
        }
        'tokctl;help;store;path' {
            break
        }
        'tokctl;help;store;init' {
            break
        }
        'tokctl;help;store;sweep' {
            break
        }
        'tokctl;help;whoami' {
            break
        }
        'tokctl;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
