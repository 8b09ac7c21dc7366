//! What a command puts out: the secret is taken out of it, and nothing else happens to it.

use std::fs;
use std::io::Read as _;

use super::{DEPLOY, Site};
use crate::support::{Child, Kept, until};

#[test]
fn the_secret_is_masked_in_both_streams_and_in_base64() {
    let site = Site::new();
    let script = "echo out $TOKCTL_TOKEN; echo err $TOKCTL_TOKEN >&2; echo a${TOKCTL_TOKEN}b$TOKCTL_TOKEN$TOKCTL_TOKEN; \
                  printf %s $TOKCTL_TOKEN | base64 -w0; echo; printf %s x:$TOKCTL_TOKEN | base64 -w0; printf ' %s' end";
    let told = site.script(DEPLOY, script).piped(b"");
    let out = "out [masked]\na[masked]b[masked][masked]\n[masked]\neD[masked]= end";
    told.code(0).stderr("err [masked]\n");
    // Around the core of base64 stand a few characters that tell nothing.
    assert_eq!(told.out().lines().take(3).collect::<Vec<_>>(), out.lines().take(3).collect::<Vec<_>>());
    assert!(told.out().ends_with(" end"), "{told}");
    assert_eq!(told.out().matches("[masked]").count(), 6, "{told}");
    site.nothing_is_left();
}

#[test]
fn the_secret_is_masked_however_it_is_written() {
    let site = Site::new();
    // Every byte by a write of its own, and every size of write up to a whole secret.
    let script = "for size in 1 2 3 5 7 11 44 45 46; do printf '%s\\n' $TOKCTL_TOKEN | dd bs=$size 2>/dev/null; done";
    site.script(DEPLOY, script).piped(b"").is(0, &"[masked]\n".repeat(9), "");
    site.nothing_is_left();
}

#[test]
fn both_secrets_of_two_that_nest_are_masked() {
    let site = Site::new();
    let script = "one=$TOKCTL_TOKEN; \"$TOKCTL\" exec personal -s api -- sh -c 'echo $0 $TOKCTL_TOKEN; test $0 != $TOKCTL_TOKEN' $one";
    fs::write(site.bench.path("inner"), script).unwrap();
    let told = Child::script(site.bench.home(), &format!("export TOKCTL; $TOKCTL {DEPLOY} -- sh inner")).piped(b"");
    told.code(125).stdout("").says("one of the arguments begins like a secret");
    let script = "export ONE=$TOKCTL_TOKEN; \"$TOKCTL\" exec personal -s api -- sh -c 'echo $ONE $TOKCTL_TOKEN; test $ONE != $TOKCTL_TOKEN'";
    fs::write(site.bench.path("inner"), script).unwrap();
    let told = Child::script(site.bench.home(), &format!("export TOKCTL; $TOKCTL {DEPLOY} -- sh inner")).piped(b"");
    told.is(0, "[masked] [masked]\n", "");
    site.nothing_is_left();
}

#[test]
fn bytes_that_are_no_text_come_through_unchanged() {
    let site = Site::new();
    let script = "head -c 3000000 /dev/urandom | tee copy";
    let told = site.script(DEPLOY, script).piped(b"");
    told.code(0);
    assert!(told.raw() == fs::read(site.bench.path("copy")).unwrap(), "something was changed on the way");
}

#[test]
fn what_goes_to_one_place_stays_in_order() {
    let site = Site::new();
    let script = format!("$TOKCTL {DEPLOY} -- sh -c 'for i in $(seq 200); do echo out $i; echo err $i >&2; done' 2>&1");
    let expected = (1..=200).map(|i| format!("out {i}\nerr {i}\n")).collect::<Vec<_>>().concat();
    Child::script(site.bench.home(), &script).piped(b"").is(0, &expected, "");
    // The same in a file, which both have open.
    Child::script(site.bench.home(), &script.replace("2>&1", ">log 2>&1")).piped(b"").is(0, "", "");
    assert_eq!(fs::read_to_string(site.bench.path("log")).unwrap(), expected);
}

#[test]
fn what_may_not_become_a_secret_is_not_held_back() {
    let site = Site::new();
    let mut running =
        site.script(DEPLOY, "printf 'Go on? [y/N]\\n'; read answer; printf \"$answer\\n\"; read answer").start();
    assert_eq!(running.line(), "Go on? [y/N]");
    running.say("yes");
    assert_eq!(running.line(), "yes");
    running.end();
    site.nothing_is_left();
}

#[test]
fn a_reader_that_goes_away_ends_the_command_as_it_would_without_tokctl() {
    let site = Site::new();
    let script = format!("{{ $TOKCTL {DEPLOY} -- yes 2>err || echo $? >code; }} | head -n 1");
    Child::script(site.bench.home(), &script).piped(b"").is(0, "y\n", "");
    assert_eq!(fs::read_to_string(site.bench.path("code")).unwrap(), "141\n");
    assert_eq!(fs::read_to_string(site.bench.path("err")).unwrap(), "");
    site.nothing_is_left();
    // One that says nothing for long learns of it all the same, when it goes on.
    let (reader, writer) = std::io::pipe().unwrap();
    let mut running = site.script(DEPLOY, "echo ready >&2; read go; exec yes").stdout_to(writer).start_on_stderr();
    assert_eq!(running.line(), "ready");
    drop(reader);
    running.say("go");
    running.end().code(141);
    site.nothing_is_left();
}

#[test]
fn a_reader_that_is_slow_gets_all_of_it_and_the_token_is_dead_meanwhile() {
    let site = Site::new();
    let (mut reader, writer) = std::io::pipe().unwrap();
    // More than a pipe holds, and less than two.
    let script = "printf %s $TOKCTL_TOKEN >token; head -c 100000 /dev/zero; echo done >ended";
    let running = site.script(DEPLOY, script).stdout_to(writer).start_on_stderr();
    until("the command's end", || site.bench.path("ended").exists());
    let secret = Kept::parse(&fs::read(site.bench.path("token")).unwrap()).unwrap();
    until("the token's end", || !site.is_alive(&secret));
    let mut read = Vec::new();
    reader.read_to_end(&mut read).unwrap();
    assert!(read == vec![0; 100_000], "{} bytes came", read.len());
    running.end().code(0);
    site.nothing_is_left();
}

#[test]
fn who_is_left_in_the_background_keeps_nobody_waiting_for_long() {
    let site = Site::new();
    let told = site.script(DEPLOY, "sleep 1000 & echo $!; echo last words").piped(b"");
    let out = told.out();
    let sleeper = out.lines().next().unwrap().parse().unwrap();
    nix::sys::signal::kill(nix::unistd::Pid::from_raw(sleeper), nix::sys::signal::Signal::SIGKILL).unwrap();
    told.is(0, &format!("{sleeper}\nlast words\n"), "");
    site.nothing_is_left();
}

#[cfg(target_os = "linux")]
#[test]
fn words_that_cannot_be_written_are_a_failure_and_not_a_hang() {
    let site = Site::new();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let told = site.script(DEPLOY, "echo one; echo two").stdout_to(full).run(b"");
    told.code(125).says("error: what the command said could not be written\n  No space left on device");
    site.nothing_is_left();
    let closed = format!("$TOKCTL {DEPLOY} -- sh -c 'echo one; exit 4' >&- 2>&-");
    Child::script(site.bench.home(), &closed).piped(b"").is(4, "", "");
    site.nothing_is_left();
}

#[test]
fn standard_input_is_the_commands() {
    let site = Site::new();
    site.tokctl(&format!("{DEPLOY} -- wc -c")).piped(&vec![b'x'; 100_000]).is(0, "100000\n", "");
}
