
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
            cand rotate 'Give tokens new secrets: same grant, same username, same end'
            cand suspend 'Stop a token for the time being; `resume` brings it back'
            cand resume 'Bring a suspended token back'
            cand shorten 'Give a token an earlier end, never a later one'
            cand revoke 'Take tokens away for ever, by id or by the options of `list`'
            cand verify 'Ask whether a secret, read from standard input, may do a thing now'
            cand scopes 'Show which kinds and scopes open what'
            cand user 'Add, list, show, block, rename and delete users'
            cand group 'Add, list, move and delete groups'
            cand project 'Add, list, move and delete projects'
            cand member 'Give users roles in projects and groups, and take them away'
            cand record 'Add, import, list and show what users author: issues, notes, snippets …'
            cand app 'Add, list and delete applications, and refresh their OAuth tokens'
            cand deploy-key 'Enable deploy keys in projects, take them out, and list them'
            cand runner 'Register runners, and list, pause, rename and delete them'
            cand job 'Start jobs, each with a token of its own, and end, list and show them'
            cand log 'Read the trail: who did what to what, when'
            cand policy 'Show and set what is demanded of tokens beyond their kinds'
            cand store 'Find the store, make it, or sweep it'
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
            cand deploy 'A deploy token, for machines: clones, pulls and pushes images and packages in one project or group'
            cand impersonation 'An impersonation token, for admins: acts as another user, who sees that it exists and no more'
            cand oauth 'A pair of secrets for an application: access for 2 hours, and refresh, which makes the next pair'
            cand deploy-key 'A deploy key, for machines over SSH: its public half pulls from the projects it is enabled in, and may push'
            cand personal 'A personal access token, for one person: does what its user may, as far as its scopes go'
            cand pat 'A personal access token, for one person: does what its user may, as far as its scopes go'
            cand project-access 'A project access token, for machines: acts as a bot user that is made with it, Maintainer of one project'
            cand runner-registration 'A registration token: registers runners for the instance, a group or a project, and opens nothing else'
            cand runner 'A runner with its token, made without a registration token (admins only)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;create;deploy'= {
            cand --expires 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never'
            cand --name 'What the token is called; without it, a name is made up'
            cand --note 'A free text kept with the token'
            cand --number 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on'
            cand --from 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --host 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost'
            cand --to-dir 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17'
            cand --group 'The group, by its path; its subgroups are included'
            cand --username 'The username it must be presented with; without it, `gitlab+deploy-token-ID`'
            cand --project 'The project, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store''s default one'
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
        &'tokctl;create;impersonation'= {
            cand --user 'The user it acts as'
            cand --expires 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never'
            cand --name 'What the token is called; without it, a name is made up'
            cand --note 'A free text kept with the token'
            cand --number 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on'
            cand --from 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --host 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost'
            cand --to-dir 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17'
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
        &'tokctl;create;oauth'= {
            cand --app 'The application, by its name or its id'
            cand --user 'The user it may act for; without it, you'
            cand --name 'What the token is called; without it, a name is made up'
            cand --note 'A free text kept with the token'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --host 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost'
            cand -s 'What the token may do, of the application''s scopes; several by commas or by repeating the option; without it, all (`sudo` for admins only)'
            cand --scope 'What the token may do, of the application''s scopes; several by commas or by repeating the option; without it, all (`sudo` for admins only)'
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
        &'tokctl;create;deploy-key'= {
            cand --key 'The file that holds the public half, one line as in `id_ed25519.pub`; `-` is standard input'
            cand --project 'The project it is enabled in, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store''s default one'
            cand --name 'What the key is called; without it, its comment, or a name that is made up'
            cand --note 'A free text kept with the key'
            cand --expires 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --write 'Let it push to the project as well; without it, it only pulls'
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
        &'tokctl;create;personal'= {
            cand --expires 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never'
            cand --name 'What the token is called; without it, a name is made up'
            cand --note 'A free text kept with the token'
            cand --number 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on'
            cand --from 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --host 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost'
            cand --to-dir 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17'
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
            cand --number 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on'
            cand --from 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --host 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost'
            cand --to-dir 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17'
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
        &'tokctl;create;project-access'= {
            cand --project 'The project, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store''s default one'
            cand --expires 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never'
            cand --name 'What the token is called; without it, a name is made up'
            cand --note 'A free text kept with the token'
            cand --number 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on'
            cand --from 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --host 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost'
            cand --to-dir 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17'
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
        &'tokctl;create;runner-registration'= {
            cand --project 'The project, by its path'
            cand --group 'The group, by its path; its subgroups are included'
            cand --uses 'How many runners it registers at most; without it, any number'
            cand --expires 'Its end: a date, dead from 00:00 UTC on, as in 2027-01-31; or a life, as in 30d, 2w, 6mo, 1y; or never'
            cand --name 'What the token is called; without it, a name is made up'
            cand --note 'A free text kept with the token'
            cand --number 'Make so many at once, all of them or none; with --name NAME they are called NAME-1, NAME-2 and so on'
            cand --from 'Make one for each row of this file, all of them or none: CSV below the names of its columns, or JSON Lines; `-` is standard input. What a row does not say, the options do'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --host 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost'
            cand --to-dir 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --instance 'The whole instance'
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
        &'tokctl;create;runner'= {
            cand --project 'The project, by its path'
            cand --group 'The group, by its path; its subgroups are included'
            cand --description 'A text to know it by; without it, a number'
            cand --tag 'A tag, by which jobs ask for it; several by commas or by repeating the option'
            cand --run-untagged 'Whether it takes jobs that ask for no tag'
            cand --locked 'Whether it serves no other project than its own; kept for the queue that hands out jobs'
            cand --access-level 'On which branches and tags it takes jobs; kept for the queue that hands out jobs'
            cand --maximum-timeout 'How long a job of its may take at most, 600 seconds or more'
            cand --name 'What its token is called; without it, a name is made up'
            cand --note 'A free text kept with its token'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --host 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --instance 'The whole instance'
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
            cand deploy 'A deploy token, for machines: clones, pulls and pushes images and packages in one project or group'
            cand impersonation 'An impersonation token, for admins: acts as another user, who sees that it exists and no more'
            cand oauth 'A pair of secrets for an application: access for 2 hours, and refresh, which makes the next pair'
            cand deploy-key 'A deploy key, for machines over SSH: its public half pulls from the projects it is enabled in, and may push'
            cand personal 'A personal access token, for one person: does what its user may, as far as its scopes go'
            cand project-access 'A project access token, for machines: acts as a bot user that is made with it, Maintainer of one project'
            cand runner-registration 'A registration token: registers runners for the instance, a group or a project, and opens nothing else'
            cand runner 'A runner with its token, made without a registration token (admins only)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;create;help;deploy'= {
        }
        &'tokctl;create;help;impersonation'= {
        }
        &'tokctl;create;help;oauth'= {
        }
        &'tokctl;create;help;deploy-key'= {
        }
        &'tokctl;create;help;personal'= {
        }
        &'tokctl;create;help;project-access'= {
        }
        &'tokctl;create;help;runner-registration'= {
        }
        &'tokctl;create;help;runner'= {
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
            cand --expired 'Those whose end has come and that were not revoked; not OAuth tokens whose refresh secret can still be used'
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
            cand --expires 'A new end, as in `tokctl create`; without it a token ends as before'
            cand --overlap 'Let the old secret go on working for so long, as in `10m` or `7d`; without it, it is dead at once'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --host 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost'
            cand --to-dir 'Write each secret to a new file of its own in this directory, which is made if it is not there: `token-17` holds that of token 17'
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
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand -y 'Go ahead with a selection without asking'
            cand --yes 'Go ahead with a selection without asking'
            cand -n 'Say what would be made, and make nothing'
            cand --dry-run 'Say what would be made, and make nothing'
            cand --replace 'Let FILE, which holds the old secret, hold the new one; a rotation that was killed on the way is finished first'
            cand -a 'The dead ones too'
            cand --all 'The dead ones too'
            cand --expired 'Those whose end has come and that were not revoked; not OAuth tokens whose refresh secret can still be used'
            cand --suspended 'Live ones that are suspended'
            cand --revoked 'Those that were revoked'
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
            cand --until 'When it comes back by itself: an instant, a date or a life, as in `2027-01-31T08:00:00Z` or `12h`'
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
            cand --reason 'Why, for the trail'
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
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand -y 'Go ahead without asking'
            cand --yes 'Go ahead without asking'
            cand -n 'Say what would be revoked, and revoke nothing'
            cand --dry-run 'Say what would be revoked, and revoke nothing'
            cand -a 'The dead ones too'
            cand --all 'The dead ones too'
            cand --expired 'Those whose end has come and that were not revoked; not OAuth tokens whose refresh secret can still be used'
            cand --suspended 'Live ones that are suspended'
            cand --revoked 'Those that were revoked'
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
            cand --endpoint 'The endpoint of the REST interface, in place of an access: a method and a path, the project by its number'
            cand --system-id 'The machine that a runner''s secret came from; a second one raises an alarm'
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
            cand block 'Stop everything of a user; his tokens stay and open nothing (admins only)'
            cand unblock 'Give back to a user what his block had stopped (admins only)'
            cand rename 'Rename a user; the paths of his own projects follow (admins only)'
            cand admin 'Make a user an admin, who may do everything, or take that away (admins only)'
            cand delete 'Delete a user with his tokens and his own projects; his records go to the Ghost User'
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
            cand --seats 'Print how many take a seat, and nothing else: active people, never bots or the Ghost User'
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
        &'tokctl;user;block'= {
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
        &'tokctl;user;unblock'= {
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
        &'tokctl;user;rename'= {
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
        &'tokctl;user;admin'= {
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
        &'tokctl;user;delete'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --hard 'Delete the records that he authored, too'
            cand --with-groups 'Delete the groups that nobody else owns, too, with everything in them'
            cand -y 'Do not ask'
            cand --yes 'Do not ask'
            cand -n 'Say what would go, and delete nothing'
            cand --dry-run 'Say what would go, and delete nothing'
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
            cand block 'Stop everything of a user; his tokens stay and open nothing (admins only)'
            cand unblock 'Give back to a user what his block had stopped (admins only)'
            cand rename 'Rename a user; the paths of his own projects follow (admins only)'
            cand admin 'Make a user an admin, who may do everything, or take that away (admins only)'
            cand delete 'Delete a user with his tokens and his own projects; his records go to the Ghost User'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;user;help;add'= {
        }
        &'tokctl;user;help;list'= {
        }
        &'tokctl;user;help;show'= {
        }
        &'tokctl;user;help;block'= {
        }
        &'tokctl;user;help;unblock'= {
        }
        &'tokctl;user;help;rename'= {
        }
        &'tokctl;user;help;admin'= {
        }
        &'tokctl;user;help;delete'= {
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
            cand rename 'Give a group another name; the paths below it follow, and all tokens go on'
            cand transfer 'Put a group into another, or at the top; the paths below it follow, and all tokens go on'
            cand delete 'Delete a group with everything in it; all tokens that are valid only there end'
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
        &'tokctl;group;rename'= {
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
        &'tokctl;group;transfer'= {
            cand --to 'The group to put it into'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand --to-top 'Put it at the top'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;group;delete'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand -y 'Do not ask'
            cand --yes 'Do not ask'
            cand -n 'Say what would go, and delete nothing'
            cand --dry-run 'Say what would go, and delete nothing'
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
            cand rename 'Give a group another name; the paths below it follow, and all tokens go on'
            cand transfer 'Put a group into another, or at the top; the paths below it follow, and all tokens go on'
            cand delete 'Delete a group with everything in it; all tokens that are valid only there end'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;group;help;add'= {
        }
        &'tokctl;group;help;list'= {
        }
        &'tokctl;group;help;show'= {
        }
        &'tokctl;group;help;rename'= {
        }
        &'tokctl;group;help;transfer'= {
        }
        &'tokctl;group;help;delete'= {
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
            cand rename 'Give a project another name; its tokens go on'
            cand transfer 'Put a project into another group, whose tokens cover it from then on; its own go on'
            cand visibility 'Say who sees a project without being a member'
            cand delete 'Delete a project; all tokens that are valid only there end'
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
        &'tokctl;project;rename'= {
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
        &'tokctl;project;transfer'= {
            cand --to 'The group to put it into, or your own username'
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
        &'tokctl;project;visibility'= {
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
        &'tokctl;project;delete'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand -y 'Do not ask'
            cand --yes 'Do not ask'
            cand -n 'Say what would go, and delete nothing'
            cand --dry-run 'Say what would go, and delete nothing'
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
            cand rename 'Give a project another name; its tokens go on'
            cand transfer 'Put a project into another group, whose tokens cover it from then on; its own go on'
            cand visibility 'Say who sees a project without being a member'
            cand delete 'Delete a project; all tokens that are valid only there end'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;project;help;add'= {
        }
        &'tokctl;project;help;list'= {
        }
        &'tokctl;project;help;show'= {
        }
        &'tokctl;project;help;rename'= {
        }
        &'tokctl;project;help;transfer'= {
        }
        &'tokctl;project;help;visibility'= {
        }
        &'tokctl;project;help;delete'= {
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
        &'tokctl;record'= {
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
            cand add 'Add a record'
            cand import 'Add many records, all or none, from CSV or JSON Lines'
            cand list 'List the records that you may see'
            cand show 'Show one record'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;record;add'= {
            cand --project 'Its project, by the path; a snippet without one is its author''s own'
            cand --author 'Who authored it; without it, you'
            cand --title 'Its title'
            cand --reference 'What it is referred to by; without it, made of its number, as in `#7`'
            cand --assignee 'To whom it is assigned'
            cand --editor 'Who edited it last'
            cand --created-at 'When it was made, as `2027-01-31T12:00:00Z` or a date; else now'
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
        &'tokctl;record;import'= {
            cand --from 'How it is written; else told by the end of its name, else by its first byte'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand -n 'Read and check everything, and add nothing'
            cand --dry-run 'Read and check everything, and add nothing'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;record;list'= {
            cand --project 'In this project'
            cand --author 'By this author'
            cand --kind 'Of this kind'
            cand --formerly-by 'What a user who is gone had authored, by his username then'
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
        &'tokctl;record;show'= {
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
        &'tokctl;record;help'= {
            cand add 'Add a record'
            cand import 'Add many records, all or none, from CSV or JSON Lines'
            cand list 'List the records that you may see'
            cand show 'Show one record'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;record;help;add'= {
        }
        &'tokctl;record;help;import'= {
        }
        &'tokctl;record;help;list'= {
        }
        &'tokctl;record;help;show'= {
        }
        &'tokctl;record;help;help'= {
        }
        &'tokctl;app'= {
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
            cand add 'Add an application'
            cand list 'List the applications'
            cand show 'Show one application'
            cand rename 'Give an application another name; its tokens go on'
            cand delete 'Delete an application; all its tokens end, access and refresh'
            cand refresh 'Trade a refresh secret, from standard input, for a new pair of secrets; it works once'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;app;add'= {
            cand -s 'A scope that its tokens may carry; several by commas or by repeating the option'
            cand --scope 'A scope that its tokens may carry; several by commas or by repeating the option'
            cand --owner 'Whose it is; without it, yours (another''s: admins only)'
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
        &'tokctl;app;list'= {
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
        &'tokctl;app;show'= {
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
        &'tokctl;app;rename'= {
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
        &'tokctl;app;delete'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand -y 'Do not ask'
            cand --yes 'Do not ask'
            cand -n 'Say what would end, and delete nothing'
            cand --dry-run 'Say what would end, and delete nothing'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;app;refresh'= {
            cand --secret-file 'Read the secret from this file, which only you may read; `-` is standard input'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --host 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost'
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
        &'tokctl;app;help'= {
            cand add 'Add an application'
            cand list 'List the applications'
            cand show 'Show one application'
            cand rename 'Give an application another name; its tokens go on'
            cand delete 'Delete an application; all its tokens end, access and refresh'
            cand refresh 'Trade a refresh secret, from standard input, for a new pair of secrets; it works once'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;app;help;add'= {
        }
        &'tokctl;app;help;list'= {
        }
        &'tokctl;app;help;show'= {
        }
        &'tokctl;app;help;rename'= {
        }
        &'tokctl;app;help;delete'= {
        }
        &'tokctl;app;help;refresh'= {
        }
        &'tokctl;app;help;help'= {
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
            cand enable 'Enable a key in one more project, or say anew whether it pushes to one'
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
            cand --write 'Let it push to the project as well; without it, it only pulls'
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
            cand enable 'Enable a key in one more project, or say anew whether it pushes to one'
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
        &'tokctl;runner'= {
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
            cand register 'Register a runner with a registration secret, read from standard input: the runner''s own goes to standard output'
            cand list 'List the runners that you may see'
            cand show 'Show one runner, with the alarms about its secret'
            cand pause 'Stop a runner from taking jobs; the running ones go on'
            cand resume 'Let a paused runner take jobs again'
            cand rename 'Give a runner another description'
            cand delete 'Remove a runner: its token, its jobs and their tokens end with it'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;runner;register'= {
            cand --description 'A text to know it by; without it, a number'
            cand --tag 'A tag, by which jobs ask for it; several by commas or by repeating the option'
            cand --run-untagged 'Whether it takes jobs that ask for no tag'
            cand --locked 'Whether it serves no other project than its own; kept for the queue that hands out jobs'
            cand --access-level 'On which branches and tags it takes jobs; kept for the queue that hands out jobs'
            cand --maximum-timeout 'How long a job of its may take at most, 600 seconds or more'
            cand --secret-file 'Read the registration secret from this file, which only you may read; `-` is standard input'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --host 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost'
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
        &'tokctl;runner;list'= {
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
        &'tokctl;runner;show'= {
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
        &'tokctl;runner;pause'= {
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
        &'tokctl;runner;resume'= {
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
        &'tokctl;runner;rename'= {
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
        &'tokctl;runner;delete'= {
            cand --secret-file 'The runner whose own secret is in this file, which only you may read; `-` is standard input'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand -y 'Do not ask'
            cand --yes 'Do not ask'
            cand -n 'Say what would go, and delete nothing'
            cand --dry-run 'Say what would go, and delete nothing'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;runner;help'= {
            cand register 'Register a runner with a registration secret, read from standard input: the runner''s own goes to standard output'
            cand list 'List the runners that you may see'
            cand show 'Show one runner, with the alarms about its secret'
            cand pause 'Stop a runner from taking jobs; the running ones go on'
            cand resume 'Let a paused runner take jobs again'
            cand rename 'Give a runner another description'
            cand delete 'Remove a runner: its token, its jobs and their tokens end with it'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;runner;help;register'= {
        }
        &'tokctl;runner;help;list'= {
        }
        &'tokctl;runner;help;show'= {
        }
        &'tokctl;runner;help;pause'= {
        }
        &'tokctl;runner;help;resume'= {
        }
        &'tokctl;runner;help;rename'= {
        }
        &'tokctl;runner;help;delete'= {
        }
        &'tokctl;runner;help;help'= {
        }
        &'tokctl;job'= {
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
            cand start 'Start a job: its secret goes to standard output, once, and is dead when the job ends'
            cand end 'End a job: its token is dead at once'
            cand list 'List the running jobs that you may see: your own, and those of projects that you maintain'
            cand show 'Show one job'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;job;start'= {
            cand --project 'The project, by its path; without it, what TOKCTL_PROJECT or CI_PROJECT_PATH names, or the store''s default one'
            cand --user 'The user for whom it runs; without it, you (another: admins only)'
            cand --life 'How long it runs at most, as in `90s`, `15m` or `2h`; its runner may say less'
            cand --runner-secret-file 'Read the secret of the runner that runs it from this file, which only you may read; `-` is standard input'
            cand --tag 'A tag that its runner must have; several by commas or by repeating the option'
            cand --to 'Write the secret to this new file, readable by you alone, instead of standard output'
            cand --emit 'The form in which the secret is written; `--json` is short for `--emit json`'
            cand --host 'The host that the secret is for, where the form names one, as in registry.example.com:5050; without it, TOKCTL_HOST, or CI_REGISTRY or CI_SERVER_URL, or else localhost'
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
        &'tokctl;job;end'= {
            cand --outcome 'How it ended'
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
        &'tokctl;job;list'= {
            cand --project 'Of this project'
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand -a 'Those that have ended too'
            cand --all 'Those that have ended too'
            cand --json 'Short for `--format json`; errors are then JSON on standard error'
            cand -q 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --quiet 'Say nothing on standard error but errors and warnings; listings print ids only'
            cand --no-input 'Never ask anything: what is missing is an error'
            cand --allow-network-fs 'Allow a store on a network file system, whose locks may not hold'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'tokctl;job;show'= {
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
        &'tokctl;job;help'= {
            cand start 'Start a job: its secret goes to standard output, once, and is dead when the job ends'
            cand end 'End a job: its token is dead at once'
            cand list 'List the running jobs that you may see: your own, and those of projects that you maintain'
            cand show 'Show one job'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;job;help;start'= {
        }
        &'tokctl;job;help;end'= {
        }
        &'tokctl;job;help;list'= {
        }
        &'tokctl;job;help;show'= {
        }
        &'tokctl;job;help;help'= {
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
            cand sweep 'Delete the bot users whose project access tokens have expired; their records go to the Ghost User (admins only)'
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
        &'tokctl;store;sweep'= {
            cand --store 'The store to work on; without it, TOKCTL_STORE, else a file in your data directory'
            cand --as 'Act as this user (admins only)'
            cand --format 'How output is written: table, json, jsonl, csv or ids'
            cand --color 'When to colour output: auto, always or never'
            cand -n 'Say who would go, and delete nobody'
            cand --dry-run 'Say who would go, and delete nobody'
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
            cand sweep 'Delete the bot users whose project access tokens have expired; their records go to the Ghost User (admins only)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;store;help;path'= {
        }
        &'tokctl;store;help;init'= {
        }
        &'tokctl;store;help;sweep'= {
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
            cand rotate 'Give tokens new secrets: same grant, same username, same end'
            cand suspend 'Stop a token for the time being; `resume` brings it back'
            cand resume 'Bring a suspended token back'
            cand shorten 'Give a token an earlier end, never a later one'
            cand revoke 'Take tokens away for ever, by id or by the options of `list`'
            cand verify 'Ask whether a secret, read from standard input, may do a thing now'
            cand scopes 'Show which kinds and scopes open what'
            cand user 'Add, list, show, block, rename and delete users'
            cand group 'Add, list, move and delete groups'
            cand project 'Add, list, move and delete projects'
            cand member 'Give users roles in projects and groups, and take them away'
            cand record 'Add, import, list and show what users author: issues, notes, snippets …'
            cand app 'Add, list and delete applications, and refresh their OAuth tokens'
            cand deploy-key 'Enable deploy keys in projects, take them out, and list them'
            cand runner 'Register runners, and list, pause, rename and delete them'
            cand job 'Start jobs, each with a token of its own, and end, list and show them'
            cand log 'Read the trail: who did what to what, when'
            cand policy 'Show and set what is demanded of tokens beyond their kinds'
            cand store 'Find the store, make it, or sweep it'
            cand whoami 'Show who acts, and on which store'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'tokctl;help;create'= {
            cand deploy 'A deploy token, for machines: clones, pulls and pushes images and packages in one project or group'
            cand impersonation 'An impersonation token, for admins: acts as another user, who sees that it exists and no more'
            cand oauth 'A pair of secrets for an application: access for 2 hours, and refresh, which makes the next pair'
            cand deploy-key 'A deploy key, for machines over SSH: its public half pulls from the projects it is enabled in, and may push'
            cand personal 'A personal access token, for one person: does what its user may, as far as its scopes go'
            cand project-access 'A project access token, for machines: acts as a bot user that is made with it, Maintainer of one project'
            cand runner-registration 'A registration token: registers runners for the instance, a group or a project, and opens nothing else'
            cand runner 'A runner with its token, made without a registration token (admins only)'
        }
        &'tokctl;help;create;deploy'= {
        }
        &'tokctl;help;create;impersonation'= {
        }
        &'tokctl;help;create;oauth'= {
        }
        &'tokctl;help;create;deploy-key'= {
        }
        &'tokctl;help;create;personal'= {
        }
        &'tokctl;help;create;project-access'= {
        }
        &'tokctl;help;create;runner-registration'= {
        }
        &'tokctl;help;create;runner'= {
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
            cand block 'Stop everything of a user; his tokens stay and open nothing (admins only)'
            cand unblock 'Give back to a user what his block had stopped (admins only)'
            cand rename 'Rename a user; the paths of his own projects follow (admins only)'
            cand admin 'Make a user an admin, who may do everything, or take that away (admins only)'
            cand delete 'Delete a user with his tokens and his own projects; his records go to the Ghost User'
        }
        &'tokctl;help;user;add'= {
        }
        &'tokctl;help;user;list'= {
        }
        &'tokctl;help;user;show'= {
        }
        &'tokctl;help;user;block'= {
        }
        &'tokctl;help;user;unblock'= {
        }
        &'tokctl;help;user;rename'= {
        }
        &'tokctl;help;user;admin'= {
        }
        &'tokctl;help;user;delete'= {
        }
        &'tokctl;help;group'= {
            cand add 'Add a group, and the groups above it where they are missing; you become its Owner'
            cand list 'List the groups that you may see'
            cand show 'Show one group'
            cand rename 'Give a group another name; the paths below it follow, and all tokens go on'
            cand transfer 'Put a group into another, or at the top; the paths below it follow, and all tokens go on'
            cand delete 'Delete a group with everything in it; all tokens that are valid only there end'
        }
        &'tokctl;help;group;add'= {
        }
        &'tokctl;help;group;list'= {
        }
        &'tokctl;help;group;show'= {
        }
        &'tokctl;help;group;rename'= {
        }
        &'tokctl;help;group;transfer'= {
        }
        &'tokctl;help;group;delete'= {
        }
        &'tokctl;help;project'= {
            cand add 'Add a project, and the groups above it where they are missing'
            cand list 'List the projects that you may see'
            cand show 'Show one project'
            cand rename 'Give a project another name; its tokens go on'
            cand transfer 'Put a project into another group, whose tokens cover it from then on; its own go on'
            cand visibility 'Say who sees a project without being a member'
            cand delete 'Delete a project; all tokens that are valid only there end'
        }
        &'tokctl;help;project;add'= {
        }
        &'tokctl;help;project;list'= {
        }
        &'tokctl;help;project;show'= {
        }
        &'tokctl;help;project;rename'= {
        }
        &'tokctl;help;project;transfer'= {
        }
        &'tokctl;help;project;visibility'= {
        }
        &'tokctl;help;project;delete'= {
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
        &'tokctl;help;record'= {
            cand add 'Add a record'
            cand import 'Add many records, all or none, from CSV or JSON Lines'
            cand list 'List the records that you may see'
            cand show 'Show one record'
        }
        &'tokctl;help;record;add'= {
        }
        &'tokctl;help;record;import'= {
        }
        &'tokctl;help;record;list'= {
        }
        &'tokctl;help;record;show'= {
        }
        &'tokctl;help;app'= {
            cand add 'Add an application'
            cand list 'List the applications'
            cand show 'Show one application'
            cand rename 'Give an application another name; its tokens go on'
            cand delete 'Delete an application; all its tokens end, access and refresh'
            cand refresh 'Trade a refresh secret, from standard input, for a new pair of secrets; it works once'
        }
        &'tokctl;help;app;add'= {
        }
        &'tokctl;help;app;list'= {
        }
        &'tokctl;help;app;show'= {
        }
        &'tokctl;help;app;rename'= {
        }
        &'tokctl;help;app;delete'= {
        }
        &'tokctl;help;app;refresh'= {
        }
        &'tokctl;help;deploy-key'= {
            cand enable 'Enable a key in one more project, or say anew whether it pushes to one'
            cand disable 'Take a key out of a project; out of its last one, it is revoked'
            cand list 'List the live keys of the projects that you maintain'
        }
        &'tokctl;help;deploy-key;enable'= {
        }
        &'tokctl;help;deploy-key;disable'= {
        }
        &'tokctl;help;deploy-key;list'= {
        }
        &'tokctl;help;runner'= {
            cand register 'Register a runner with a registration secret, read from standard input: the runner''s own goes to standard output'
            cand list 'List the runners that you may see'
            cand show 'Show one runner, with the alarms about its secret'
            cand pause 'Stop a runner from taking jobs; the running ones go on'
            cand resume 'Let a paused runner take jobs again'
            cand rename 'Give a runner another description'
            cand delete 'Remove a runner: its token, its jobs and their tokens end with it'
        }
        &'tokctl;help;runner;register'= {
        }
        &'tokctl;help;runner;list'= {
        }
        &'tokctl;help;runner;show'= {
        }
        &'tokctl;help;runner;pause'= {
        }
        &'tokctl;help;runner;resume'= {
        }
        &'tokctl;help;runner;rename'= {
        }
        &'tokctl;help;runner;delete'= {
        }
        &'tokctl;help;job'= {
            cand start 'Start a job: its secret goes to standard output, once, and is dead when the job ends'
            cand end 'End a job: its token is dead at once'
            cand list 'List the running jobs that you may see: your own, and those of projects that you maintain'
            cand show 'Show one job'
        }
        &'tokctl;help;job;start'= {
        }
        &'tokctl;help;job;end'= {
        }
        &'tokctl;help;job;list'= {
        }
        &'tokctl;help;job;show'= {
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
            cand sweep 'Delete the bot users whose project access tokens have expired; their records go to the Ghost User (admins only)'
        }
        &'tokctl;help;store;path'= {
        }
        &'tokctl;help;store;init'= {
        }
        &'tokctl;help;store;sweep'= {
        }
        &'tokctl;help;whoami'= {
        }
        &'tokctl;help;help'= {
        }
    ]
    $completions[$command]
}
