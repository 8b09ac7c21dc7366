#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tokctl_fuzz::words::check(data));
