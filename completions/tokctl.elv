
use builtin;
use str;

set edit:completion:arg-completer[tokctl] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'tokctl'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'tokctl'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand create 'Mint a token: its secret goes to standard output, once'
            cand list 'List tokens: the live ones, or those that the options select'
            cand show 'Show everything about one token but its secret'
            cand rotate 'Give a token a new secret: same grant, same username, same end'
            cand suspend 'Stop a token for the time being; `resume` brings it back'
            cand resume 'Bring a suspended token back'
            cand shorten 'Give a token an earlier end, never a later one'
            cand revoke 'Take tokens away for ever, by id or by the options of `list`'
            cand verify 'Ask whether a secret, read from standard input, may do a thing now'
            cand scopes 'Show which kinds and scopes open what'
            cand user 'Add, list and show users'
            cand group 'Add, list and show groups'
            cand project 'Add, list and show projects'
            cand member 'Give users roles in projects and groups, and take them away'
            cand deploy-key 'Enable deploy keys in projects, take them out, and list them'
            cand log 'Read the trail: who did what to what, when'
            cand policy 'Show and set what is demanded of tokens beyond their kinds'
            cand store 'Find the store, or make it'
            cand whoami 'Show who acts, and on which store'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;create'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand deploy-key 'A deploy key, for machines over SSH: its public half pulls from the projects it is enabled in, and may push'
            cand deploy 'A deploy token, for machines: clones, pulls and pushes images and packages in one project or group'
            cand personal 'A personal access token, for one person: does what its user may, as far as its scopes go'
            cand pat 'A personal access token, for one person: does what its user may, as far as its scopes go'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;create;deploy-key'= {
            cand --key 'The file that holds the public half, one line as in `id_ed25519.pub`; `-` is standard input'
            cand --project 'The project it is enabled in, by its path; else TOKCTL_PROJECT, else CI_PROJECT_PATH, else the default project'
            cand --name 'What the key is called; else its comment, or a name that is made up'
            cand --note 'A free text kept with the key'
            cand --expires 'The date on which it is dead from 00:00 UTC on, or a life: 2027-01-31, 30d, 2w, 6mo, 1y, never'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --write 'Let it push to the project as well; else it only pulls'
            cand -n 'Say what would be added, and add nothing'
            cand --dry-run 'Say what would be added, and add nothing'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;create;deploy'= {
            cand --expires 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never'
            cand --name 'What the token is called; without it, a name is made up'
            cand --note 'A free text kept with the token'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --group 'The group, by its path; its subgroups are included'
            cand --username 'The username it must be presented with; without it, `gitlab+deploy-token-ID`'
            cand -s 'What the token may do; several by commas or by repeating the option'
            cand --scope 'What the token may do; several by commas or by repeating the option'
            cand --project 'The project, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or your own default one'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --if-not-exists 'Do nothing if the FILE of `--to` holds the live secret of just this grant already'
            cand -n 'Say what would be made, and make nothing'
            cand --dry-run 'Say what would be made, and make nothing'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;create;personal'= {
            cand --expires 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never'
            cand --name 'What the token is called; without it, a name is made up'
            cand --note 'A free text kept with the token'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --user 'The user it acts as; without it, you'
            cand -s 'What the token may do; several by commas or by repeating the option'
            cand --scope 'What the token may do; several by commas or by repeating the option'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --if-not-exists 'Do nothing if the FILE of `--to` holds the live secret of just this grant already'
            cand -n 'Say what would be made, and make nothing'
            cand --dry-run 'Say what would be made, and make nothing'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;create;pat'= {
            cand --expires 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never'
            cand --name 'What the token is called; without it, a name is made up'
            cand --note 'A free text kept with the token'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --user 'The user it acts as; without it, you'
            cand -s 'What the token may do; several by commas or by repeating the option'
            cand --scope 'What the token may do; several by commas or by repeating the option'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --if-not-exists 'Do nothing if the FILE of `--to` holds the live secret of just this grant already'
            cand -n 'Say what would be made, and make nothing'
            cand --dry-run 'Say what would be made, and make nothing'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;create;help'= {
            cand deploy-key 'A deploy key, for machines over SSH: its public half pulls from the projects it is enabled in, and may push'
            cand deploy 'A deploy token, for machines: clones, pulls and pushes images and packages in one project or group'
            cand personal 'A personal access token, for one person: does what its user may, as far as its scopes go'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;create;help;deploy-key'= {
        }
        &'tokctl;create;help;deploy'= {
        }
        &'tokctl;create;help;personal'= {
        }
        &'tokctl;create;help;help'= {
        }
        &'tokctl;list'= {
            cand --expiring 'Live ones that end within this life, as in `14d`'
            cand --kind 'Of this kind; several by commas or by repeating the option'
            cand --scope 'Carrying this scope, and each further one that is named'
            cand --access 'Opening this by kind and scopes, as in `registry:write`'
            cand --project 'Whose boundary is this project, and deploy keys that are enabled in it'
            cand --group 'Whose boundary is this group'
            cand --valid-in 'Valid in this project: its own, and those of the groups it lies in'
            cand --user 'Acting as this user'
            cand --created-by 'Made by this user'
            cand --created-before 'Made before this date or instant'
            cand --created-after 'Made at this date or instant, or after it'
            cand --name 'With a name that matches, `*` for anything'
            cand --note 'With this text in their note'
            cand --sort 'What to sort by'
            cand --limit 'Stop after this many'
            cand --columns 'The columns to show, by the names they have in JSON, separated by commas; the id is always there'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand -a 'The dead ones too'
            cand --all 'The dead ones too'
            cand --expired 'Those whose end has come and that were not revoked'
            cand --suspended 'Live ones that are suspended'
            cand --revoked 'Those that were revoked'
            cand --count 'Print how many there are, and nothing else'
            cand --fail-if-any 'Exit with 6 if any token is listed'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;show'= {
            cand --project 'The token of this name in this project'
            cand --group 'The token of this name in this group'
            cand --user 'The token of this name of this user'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;rotate'= {
            cand --project 'The token of this name in this project'
            cand --group 'The token of this name in this group'
            cand --user 'The token of this name of this user'
            cand --expires 'A new end, as in `tokctl create`; without it the token ends as before'
            cand --overlap 'Let the old secret go on working for so long, as in `10m` or `7d`; without it, it is dead at once'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand -n 'Say what would be made, and make nothing'
            cand --dry-run 'Say what would be made, and make nothing'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;suspend'= {
            cand --project 'The token of this name in this project'
            cand --group 'The token of this name in this group'
            cand --user 'The token of this name of this user'
            cand --until 'Until this instant, date or life, as in `2027-01-31T08:00:00Z` or `12h`; else until it is resumed'
            cand --reason 'Why, for the trail'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;resume'= {
            cand --project 'The token of this name in this project'
            cand --group 'The token of this name in this group'
            cand --user 'The token of this name of this user'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;shorten'= {
            cand --project 'The token of this name in this project'
            cand --group 'The token of this name in this group'
            cand --user 'The token of this name of this user'
            cand --expires 'The new end, as in `create`'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;revoke'= {
            cand --expiring 'Live ones that end within this life, as in `14d`'
            cand --kind 'Of this kind; several by commas or by repeating the option'
            cand --scope 'Carrying this scope, and each further one that is named'
            cand --access 'Opening this by kind and scopes, as in `registry:write`'
            cand --project 'Whose boundary is this project, and deploy keys that are enabled in it'
            cand --group 'Whose boundary is this group'
            cand --valid-in 'Valid in this project: its own, and those of the groups it lies in'
            cand --user 'Acting as this user'
            cand --created-by 'Made by this user'
            cand --created-before 'Made before this date or instant'
            cand --created-after 'Made at this date or instant, or after it'
            cand --name 'With a name that matches, `*` for anything'
            cand --note 'With this text in their note'
            cand --reason 'Why, for the trail'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand -a 'The dead ones too'
            cand --all 'The dead ones too'
            cand --expired 'Those whose end has come and that were not revoked'
            cand --suspended 'Live ones that are suspended'
            cand --revoked 'Those that were revoked'
            cand -y 'Go ahead without asking'
            cand --yes 'Go ahead without asking'
            cand -n 'Say what would be revoked, and revoke nothing'
            cand --dry-run 'Say what would be revoked, and revoke nothing'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;verify'= {
            cand --access 'What is to be opened, as in `registry:read`; without it, the question is whether the token is active'
            cand --project 'The project in which it is to be opened'
            cand --username 'The username that came with the secret'
            cand --via 'The way by which it came'
            cand --secret-file 'Read the secret from this file, which only you may read; `-` is standard input'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --explain 'Say on standard output whose secret it is, and why it is denied'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;scopes'= {
            cand --access 'The kinds and scopes that open this, the least powerful first'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;user'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand add 'Add a person (admins only)'
            cand list 'List the users'
            cand show 'Show one user'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;user;add'= {
            cand --name 'The name to show; without it, the username'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --admin 'Make an admin, who may do everything'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;user;list'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;user;show'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;user;help'= {
            cand add 'Add a person (admins only)'
            cand list 'List the users'
            cand show 'Show one user'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;user;help;add'= {
        }
        &'tokctl;user;help;list'= {
        }
        &'tokctl;user;help;show'= {
        }
        &'tokctl;user;help;help'= {
        }
        &'tokctl;group'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand add 'Add a group, and the groups above it where they are missing; you become its Owner'
            cand list 'List the groups that you may see'
            cand show 'Show one group'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;group;add'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;group;list'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;group;show'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;group;help'= {
            cand add 'Add a group, and the groups above it where they are missing; you become its Owner'
            cand list 'List the groups that you may see'
            cand show 'Show one group'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;group;help;add'= {
        }
        &'tokctl;group;help;list'= {
        }
        &'tokctl;group;help;show'= {
        }
        &'tokctl;group;help;help'= {
        }
        &'tokctl;project'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand add 'Add a project, and the groups above it where they are missing'
            cand list 'List the projects that you may see'
            cand show 'Show one project'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;project;add'= {
            cand --visibility 'Who can see it without being a member'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;project;list'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;project;show'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;project;help'= {
            cand add 'Add a project, and the groups above it where they are missing'
            cand list 'List the projects that you may see'
            cand show 'Show one project'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;project;help;add'= {
        }
        &'tokctl;project;help;list'= {
        }
        &'tokctl;project;help;show'= {
        }
        &'tokctl;project;help;help'= {
        }
        &'tokctl;member'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand add 'Give a user a role, in place of the one he had there'
            cand remove 'Take a user''s role away'
            cand list 'List the members, with those of the groups above'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;member;add'= {
            cand --role 'The role'
            cand --project 'The project, by its path'
            cand --group 'The group, by its path; its subgroups are included'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;member;remove'= {
            cand --project 'The project, by its path'
            cand --group 'The group, by its path; its subgroups are included'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;member;list'= {
            cand --project 'The project, by its path'
            cand --group 'The group, by its path; its subgroups are included'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;member;help'= {
            cand add 'Give a user a role, in place of the one he had there'
            cand remove 'Take a user''s role away'
            cand list 'List the members, with those of the groups above'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;member;help;add'= {
        }
        &'tokctl;member;help;remove'= {
        }
        &'tokctl;member;help;list'= {
        }
        &'tokctl;member;help;help'= {
        }
        &'tokctl;deploy-key'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand enable 'Enable a key in one more project; or, where it is enabled, set there whether it pushes'
            cand disable 'Take a key out of a project; out of its last one, it is revoked'
            cand list 'List the live keys of the projects that you maintain'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;deploy-key;enable'= {
            cand --project 'The project, by its path'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --write 'Let it push to the project as well; else it only pulls'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;deploy-key;disable'= {
            cand --project 'The project, by its path'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;deploy-key;list'= {
            cand --project 'Those that are enabled in this project'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand -a 'The dead ones too'
            cand --all 'The dead ones too'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;deploy-key;help'= {
            cand enable 'Enable a key in one more project; or, where it is enabled, set there whether it pushes'
            cand disable 'Take a key out of a project; out of its last one, it is revoked'
            cand list 'List the live keys of the projects that you maintain'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;deploy-key;help;enable'= {
        }
        &'tokctl;deploy-key;help;disable'= {
        }
        &'tokctl;deploy-key;help;list'= {
        }
        &'tokctl;deploy-key;help;help'= {
        }
        &'tokctl;log'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand list 'List the events, oldest first'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;log;list'= {
            cand --limit 'Only the newest N'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;log;help'= {
            cand list 'List the events, oldest first'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;log;help;list'= {
        }
        &'tokctl;log;help;help'= {
        }
        &'tokctl;policy'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand list 'List the policies with their values'
            cand set 'Set a policy (admins only)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;policy;list'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;policy;set'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;policy;help'= {
            cand list 'List the policies with their values'
            cand set 'Set a policy (admins only)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;policy;help;list'= {
        }
        &'tokctl;policy;help;set'= {
        }
        &'tokctl;policy;help;help'= {
        }
        &'tokctl;store'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand path 'Print the path of the store, there or not'
            cand init 'Make the store; the first command that writes does it too'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;store;path'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;store;init'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;store;help'= {
            cand path 'Print the path of the store, there or not'
            cand init 'Make the store; the first command that writes does it too'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;store;help;path'= {
        }
        &'tokctl;store;help;init'= {
        }
        &'tokctl;store;help;help'= {
        }
        &'tokctl;whoami'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;help'= {
            cand create 'Mint a token: its secret goes to standard output, once'
            cand list 'List tokens: the live ones, or those that the options select'
            cand show 'Show everything about one token but its secret'
            cand rotate 'Give a token a new secret: same grant, same username, same end'
            cand suspend 'Stop a token for the time being; `resume` brings it back'
            cand resume 'Bring a suspended token back'
            cand shorten 'Give a token an earlier end, never a later one'
            cand revoke 'Take tokens away for ever, by id or by the options of `list`'
            cand verify 'Ask whether a secret, read from standard input, may do a thing now'
            cand scopes 'Show which kinds and scopes open what'
            cand user 'Add, list and show users'
            cand group 'Add, list and show groups'
            cand project 'Add, list and show projects'
            cand member 'Give users roles in projects and groups, and take them away'
            cand deploy-key 'Enable deploy keys in projects, take them out, and list them'
            cand log 'Read the trail: who did what to what, when'
            cand policy 'Show and set what is demanded of tokens beyond their kinds'
            cand store 'Find the store, or make it'
            cand whoami 'Show who acts, and on which store'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;help;create'= {
            cand deploy-key 'A deploy key, for machines over SSH: its public half pulls from the projects it is enabled in, and may push'
            cand deploy 'A deploy token, for machines: clones, pulls and pushes images and packages in one project or group'
            cand personal 'A personal access token, for one person: does what its user may, as far as its scopes go'
        }
        &'tokctl;help;create;deploy-key'= {
        }
        &'tokctl;help;create;deploy'= {
        }
        &'tokctl;help;create;personal'= {
        }
        &'tokctl;help;list'= {
        }
        &'tokctl;help;show'= {
        }
        &'tokctl;help;rotate'= {
        }
        &'tokctl;help;suspend'= {
        }
        &'tokctl;help;resume'= {
        }
        &'tokctl;help;shorten'= {
        }
        &'tokctl;help;revoke'= {
        }
        &'tokctl;help;verify'= {
        }
        &'tokctl;help;scopes'= {
        }
        &'tokctl;help;user'= {
            cand add 'Add a person (admins only)'
            cand list 'List the users'
            cand show 'Show one user'
        }
        &'tokctl;help;user;add'= {
        }
        &'tokctl;help;user;list'= {
        }
        &'tokctl;help;user;show'= {
        }
        &'tokctl;help;group'= {
            cand add 'Add a group, and the groups above it where they are missing; you become its Owner'
            cand list 'List the groups that you may see'
            cand show 'Show one group'
        }
        &'tokctl;help;group;add'= {
        }
        &'tokctl;help;group;list'= {
        }
        &'tokctl;help;group;show'= {
        }
        &'tokctl;help;project'= {
            cand add 'Add a project, and the groups above it where they are missing'
            cand list 'List the projects that you may see'
            cand show 'Show one project'
        }
        &'tokctl;help;project;add'= {
        }
        &'tokctl;help;project;list'= {
        }
        &'tokctl;help;project;show'= {
        }
        &'tokctl;help;member'= {
            cand add 'Give a user a role, in place of the one he had there'
            cand remove 'Take a user''s role away'
            cand list 'List the members, with those of the groups above'
        }
        &'tokctl;help;member;add'= {
        }
        &'tokctl;help;member;remove'= {
        }
        &'tokctl;help;member;list'= {
        }
        &'tokctl;help;deploy-key'= {
            cand enable 'Enable a key in one more project; or, where it is enabled, set there whether it pushes'
            cand disable 'Take a key out of a project; out of its last one, it is revoked'
            cand list 'List the live keys of the projects that you maintain'
        }
        &'tokctl;help;deploy-key;enable'= {
        }
        &'tokctl;help;deploy-key;disable'= {
        }
        &'tokctl;help;deploy-key;list'= {
        }
        &'tokctl;help;log'= {
            cand list 'List the events, oldest first'
        }
        &'tokctl;help;log;list'= {
        }
        &'tokctl;help;policy'= {
            cand list 'List the policies with their values'
            cand set 'Set a policy (admins only)'
        }
        &'tokctl;help;policy;list'= {
        }
        &'tokctl;help;policy;set'= {
        }
        &'tokctl;help;store'= {
            cand path 'Print the path of the store, there or not'
            cand init 'Make the store; the first command that writes does it too'
        }
        &'tokctl;help;store;path'= {
        }
        &'tokctl;help;store;init'= {
        }
        &'tokctl;help;whoami'= {
        }
        &'tokctl;help;help'= {
        }
    ]
    $completions[$command]
}
